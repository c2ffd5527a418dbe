import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Task } from './store.ts'

/** How the last attempt ended, when it did not end well. */
export function TaskTrouble({ kind, run }: Pick<Task, 'kind' | 'run'>) {
  const words = text().assignments.run
  if (run?.status === 'failed') return <FailureNotice error={run.error} />
  if (run?.status !== 'cancelled') return null
  return <Notice tone="neutral" title={kind === 'release' ? words.releaseStopped : words.cancelled} />
}
