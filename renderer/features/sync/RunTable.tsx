import { Fragment } from 'react'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import { formatCount, formatDateTime, formatZone } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { Icon } from '../../ui/Icon.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { MODE_LABELS, RUN_STATE_LABELS, RUN_STATE_REMARKS } from './labels.ts'
import { runDuration, runProblem } from './selectors.ts'
import styles from './Sync.module.css'

const COUNTS = [
  ['Added', 'added'],
  ['Modified', 'modified'],
  ['Removed', 'removed'],
  ['Unchanged', 'unchanged'],
  ['Found only by fetch', 'foundOnlyByFetch'],
] as const satisfies readonly (readonly [string, keyof SyncRun])[]

const COLUMN_COUNT = 5 + COUNTS.length

/** What each run did, newest first; a problem stands in words under its run. */
export function RunTable({ runs }: { readonly runs: readonly SyncRun[] }) {
  const now = useNow()
  return (
    <section className={styles.runs} aria-labelledby="runs-title">
      <h2 id="runs-title">Runs</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Started ({formatZone(now)})</th>
              <th scope="col">Token</th>
              <th scope="col">Kind</th>
              <th scope="col">Result</th>
              {COUNTS.map(([title]) => (
                <th key={title} scope="col" className={styles.number}>
                  {title}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                Duration
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Run key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>
        A fetch returns only what Apple lists now. Devices that left stay here as history, so this list can be longer
        than the portal’s.
      </p>
    </section>
  )
}

function Run({ run }: { readonly run: SyncRun }) {
  const label = RUN_STATE_LABELS[run.state]
  const remark = runProblem(run) ?? RUN_STATE_REMARKS[run.state] ?? null
  return (
    <Fragment>
      <tr className={remark === null ? undefined : styles.withRemark}>
        <td>{formatDateTime(run.startedAt)}</td>
        <td className={styles.name}>
          <bdi>{run.token}</bdi>
        </td>
        <td>{MODE_LABELS[run.mode]}</td>
        <td>
          <StatusBadge {...label} variant="plain" />
        </td>
        {COUNTS.map(([title, key]) => (
          <td key={title} className={run[key] === 0 ? styles.zero : styles.number}>
            {key === 'foundOnlyByFetch' && run.mode === 'sync' ? '–' : formatCount(run[key])}
          </td>
        ))}
        <td className={styles.number}>{runDuration(run) ?? '–'}</td>
      </tr>
      {remark !== null && (
        <tr className={styles.remark}>
          <td colSpan={COLUMN_COUNT}>
            <span className={styles.remarkText}>
              <Icon name={run.error ? 'alert' : 'info'} size="small" />
              <span>{remark}</span>
            </span>
          </td>
        </tr>
      )}
    </Fragment>
  )
}
