import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { planText } from './actions.ts'
import type { Task } from './store.ts'
import { TaskTrouble } from './TaskTrouble.tsx'
import styles from './Assignments.module.css'

/** What it comes to before anything is sent, and how the last attempt ended. */
export function Plan({ task: { plan, kind, run } }: { readonly task: Task }) {
  const words = text().assignments.assign
  return (
    <div className={styles.plan}>
      {plan.status === 'loading' && <ProgressBar label={words.checking} fraction={null} />}
      {plan.status === 'failed' && <FailureNotice error={plan.error} />}
      {plan.status === 'ready' && (
        <p>
          <strong>{planText(kind, plan.value)}</strong>
        </p>
      )}
      {plan.status === 'ready' && plan.value.unpublished > 0 && (
        <p className={styles.quiet}>{words.unpublished(plan.value.unpublished)}</p>
      )}
      <TaskTrouble kind={kind} run={run} />
    </div>
  )
}
