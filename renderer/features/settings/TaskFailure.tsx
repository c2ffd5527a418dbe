import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import type { SettingsStore, SettingsTask } from './store.ts'

/** What went wrong with one task, where it was begun. */
export function TaskFailure({ store, task }: { readonly store: SettingsStore; readonly task: SettingsTask }) {
  const state = useStore(store, ({ tasks }) => tasks[task])
  if (state?.status !== 'failed') return null
  return <FailureNotice error={state.error} onDismiss={() => forgetTask(store, task)} />
}
