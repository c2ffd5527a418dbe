import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { cancelTask, closeTask } from './actions.ts'
import type { AssignmentsStore, Task, TaskRun } from './store.ts'

export type TaskRunningProps = {
  readonly store: AssignmentsStore
  readonly kind: Task['kind']
  readonly run: Extract<TaskRun, { readonly status: 'running' }>
}

export function TaskRunning({ store, kind, run }: TaskRunningProps) {
  const words = text().assignments.run
  const { detail, fraction } = progressOf(run)
  return (
    <>
      <ProgressBar
        label={run.phase === 'comparing' ? words.comparing : words[kind]}
        detail={detail}
        fraction={fraction}
      />
      <Dialog.Actions>
        <Button onPress={() => cancelTask(store)}>{words.cancel}</Button>
        <Button variant="primary" onPress={() => closeTask(store)} autoFocus>
          {words.inBackground}
        </Button>
      </Dialog.Actions>
    </>
  )
}

export function progressOf({ done, total }: Pick<TaskRunningProps['run'], 'done' | 'total'>) {
  if (done === undefined || total === undefined || total === 0) return { detail: '', fraction: null }
  return {
    detail: text().assignments.run.progress(formatCount(done), formatCount(total)),
    fraction: done / total,
  }
}
