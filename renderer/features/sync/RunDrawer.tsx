import type { RunChanges, SyncRun } from '../../../shared/model/sync-run.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Facts } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { changeLabel, modeLabel, runStateLabel } from './labels.ts'
import { runDuration, runRemark } from './selectors.ts'
import styles from './Sync.module.css'

export type RunDrawerProps = {
  readonly run: SyncRun
  readonly changes: Remote<RunChanges>
  readonly onShowDevice: (serial: string) => void
  readonly onClose: () => void
}

/** Everything about one run: how it ended and why, its counts, and the devices it changed. */
export function RunDrawer({ run, changes, onShowDevice, onClose }: RunDrawerProps) {
  const words = text().sync.details
  const remark = runRemark(run)
  return (
    <Drawer label={words.label(run.token)} title={<bdi>{words.label(run.token)}</bdi>} onClose={onClose}>
      <div className={styles.outcome}>
        <StatusBadge {...runStateLabel(run.state)} />
        <span className={styles.quiet}>{modeLabel(run.mode)}</span>
      </div>
      {run.error && <FailureNotice error={{ ...run.error, ref: '' }} />}
      {remark !== null && <Notice tone={run.warning === null ? 'neutral' : 'warn'} title={remark} />}
      <Facts variant="lines" facts={facts(run)} />
      <section className={styles.changes} aria-label={words.changesTitle}>
        <h3>{words.changesTitle}</h3>
        <Changes changes={changes} onShowDevice={onShowDevice} />
      </section>
    </Drawer>
  )
}

function facts(run: SyncRun) {
  const words = text().sync.details
  const found = run.mode === 'fetch' ? formatCount(run.foundOnlyByFetch) : words.notForSync
  return [
    { label: words.started, value: formatMoment(run.startedAt) },
    { label: words.ended, value: run.finishedAt === null ? null : formatMoment(run.finishedAt) },
    { label: words.duration, value: runDuration(run) },
    { label: words.requests, value: formatCount(run.requests) },
    { label: words.pages, value: formatCount(run.pages) },
    { label: words.received, value: formatCount(run.received) },
    { label: words.added, value: formatCount(run.added) },
    { label: words.modified, value: formatCount(run.modified) },
    { label: words.removed, value: formatCount(run.removed) },
    { label: words.unchanged, value: formatCount(run.unchanged) },
    { label: words.onlyByFetch, value: found },
  ]
}

function Changes({ changes, onShowDevice }: Pick<RunDrawerProps, 'changes' | 'onShowDevice'>) {
  const words = text().sync.details
  if (changes.status === 'failed') return <FailureNotice error={changes.error} />
  if (changes.status !== 'ready') return <p className={styles.quiet}>{words.reading}</p>
  const { changes: rows, hasMore, isKnown } = changes.value
  if (!isKnown) return <p className={styles.quiet}>{words.notKept}</p>
  if (rows.length === 0 && !hasMore) return <p className={styles.quiet}>{words.noChanges}</p>
  return (
    <>
      <ul className={styles.changeList}>
        {rows.map(({ no, serial, kind }) => (
          <li key={no} className={styles.change}>
            <Link onPress={() => onShowDevice(serial)} label={words.showDevice(serial)}>
              <span className={styles.serial}>{serial}</span>
            </Link>
            <span className={styles.quiet}>{changeLabel(kind)}</span>
          </li>
        ))}
      </ul>
      {hasMore && <p className={styles.quiet}>{words.more(rows.length)}</p>}
    </>
  )
}
