import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeTask } from './actions.ts'
import { AskAssign, AskRetry, AskUnassign } from './AssignDialog.tsx'
import { closeLock } from './lock-actions.ts'
import { AskLock, ShownCodes } from './LockDialogs.tsx'
import { AskRelease } from './ReleaseDialog.tsx'
import type { AssignmentsStore, Task } from './store.ts'
import { TaskResult } from './TaskResult.tsx'
import { TaskRunning } from './TaskRunning.tsx'
import styles from './Assignments.module.css'

/** In every place: what runs in the background shows its results wherever one is. */
export function AssignmentDialogs({ store }: { readonly store: AssignmentsStore }) {
  const { task, lock } = useStore(store)
  return (
    <>
      {task?.isOpen && <TaskDialog store={store} task={task} />}
      {lock && (
        <Dialog
          title={text().assignments[lock.kind].title}
          isOpen
          onClose={() => closeLock(store)}
          role={lock.kind === 'lock' ? 'alertdialog' : 'dialog'}
        >
          <div className={styles.form}>
            {lock.kind === 'lock' ? <AskLock store={store} lock={lock} /> : <ShownCodes store={store} lock={lock} />}
          </div>
        </Dialog>
      )}
    </>
  )
}

type TaskDialogProps = { readonly store: AssignmentsStore; readonly task: Task }

function TaskDialog({ store, task }: TaskDialogProps) {
  const { kind, result } = task
  const words = text().assignments
  const isAsking = task.run?.status !== 'running' && result === null
  return (
    <Dialog
      title={result ? words.result.titles[kind] : words[kind].title}
      isOpen
      onClose={() => closeTask(store)}
      role={kind === 'release' && isAsking ? 'alertdialog' : 'dialog'}
      size={result ? 'wide' : 'normal'}
    >
      <div className={styles.form}>
        <TaskBody store={store} task={task} />
      </div>
    </Dialog>
  )
}

function TaskBody({ store, task }: TaskDialogProps) {
  const { kind, run, result } = task
  if (result) return <TaskResult store={store} task={task} result={result} />
  if (run?.status === 'running') return <TaskRunning store={store} kind={kind} run={run} />
  switch (kind) {
    case 'assign':
      return <AskAssign store={store} task={task} />
    case 'unassign':
      return <AskUnassign store={store} task={task} />
    case 'retry':
      return <AskRetry store={store} task={task} />
    case 'release':
      return <AskRelease store={store} task={task} />
  }
}
