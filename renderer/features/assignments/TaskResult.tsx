import type { AssignedDevice } from '../../../shared/contract/assignments.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { closeTask, countAll } from './actions.ts'
import { isGood, outcomeGroups, outcomeLabel } from './outcomes.ts'
import { exportResult, revealList } from './result-actions.ts'
import type { AssignmentsStore, Task, TaskResult as Result } from './store.ts'
import styles from './Assignments.module.css'

/** A longer list is read in the export. */
const MOST_ROWS = 200

/** What scrolls by itself can be scrolled without a mouse. */
const BY_KEYBOARD = { tabIndex: 0 }

type PartProps = { readonly store: AssignmentsStore; readonly task: Task; readonly result: Result }

/** What became of the devices: by outcome, then those that need a look one by one. */
export function TaskResult(props: PartProps) {
  const { store, task, result } = props
  const desk = useDesk()
  const words = text().assignments.result
  const { results, devices, exported } = result
  const total = countAll(results)
  const good = Object.entries(results).reduce((sum, [outcome, count]) => sum + (isGood(outcome) ? count : 0), 0)
  const summary = (task.kind === 'release' ? words.released : words.summary)(formatCount(good), formatCount(total))
  return (
    <>
      <p>
        <strong>{total === 0 ? words.none : summary}</strong>
      </p>
      <div className={styles.scrolled} role="region" aria-label={words.outcomes} {...BY_KEYBOARD}>
        <Outcomes {...props} />
        <Attention devices={devices.filter(({ outcome }) => !isGood(outcome))} results={results} />
      </div>
      {result.file !== null && <SavedList store={store} file={result.file} />}
      {devices.length < total && <p className={styles.quiet}>{words.notListed(formatCount(devices.length))}</p>}
      {exported.status === 'failed' && <FailureNotice error={exported.error} />}
      {exported.status === 'ready' && <Notice tone="good" title={words.exported(exported.value)} />}
      <Dialog.Actions>
        <Button
          icon="download"
          isDisabled={devices.length === 0}
          isBusy={exported.status === 'loading'}
          onPress={() => void exportResult(store, desk)}
        >
          {words.export}
        </Button>
        <Button variant="primary" onPress={() => closeTask(store)} autoFocus>
          {words.done}
        </Button>
      </Dialog.Actions>
    </>
  )
}

function Outcomes({ task, result }: PartProps) {
  const words = text().assignments.result
  return (
    <ul className={styles.outcomes} aria-label={words.outcomes}>
      {outcomeGroups(task.kind, result.results, result.devices).map(({ outcome, count, meaning, nextAttempt }) => (
        <li key={outcome} className={styles.outcome}>
          <span>
            <StatusBadge {...outcomeLabel(outcome, task.kind)} />
          </span>
          <span className={styles.meaning}>
            <span>{meaning}</span>
            {nextAttempt !== null && <span className={styles.quiet}>{words.nextAttempt(nextAttempt)}</span>}
          </span>
          <span className={styles.count}>{words.count(count)}</span>
        </li>
      ))}
    </ul>
  )
}

type AttentionProps = { readonly devices: readonly AssignedDevice[]; readonly results: Result['results'] }

function Attention({ devices, results }: AttentionProps) {
  const words = text().assignments.result
  const count = Object.entries(results).reduce((sum, [outcome, some]) => sum + (isGood(outcome) ? 0 : some), 0)
  if (count === 0) return null
  const shown = devices.slice(0, MOST_ROWS)
  return (
    <>
      <h3>{words.attention}</h3>
      <table className={styles.table} aria-label={words.attention}>
        <thead>
          <tr>
            <th scope="col">{words.serial}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.next}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ serial, outcome, nextAttemptAt }) => (
            <tr key={serial}>
              <td className={styles.code}>
                <bdi>{serial}</bdi>
              </td>
              <td>
                <StatusBadge {...outcomeLabel(outcome)} variant="plain" />
              </td>
              <td>{nextAttemptAt === null ? words.noNext : formatMoment(nextAttemptAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown.length && <p className={styles.quiet}>{words.more(count - shown.length)}</p>}
    </>
  )
}

function SavedList({ store, file }: { readonly store: AssignmentsStore; readonly file: string }) {
  const desk = useDesk()
  const words = text().assignments.release
  return (
    <Notice
      tone="info"
      title={words.list}
      actions={
        <Button icon="folder" onPress={() => void revealList(store, desk)}>
          {words.showList}
        </Button>
      }
    >
      <Copyable label={words.listPath} value={file} />
    </Notice>
  )
}
