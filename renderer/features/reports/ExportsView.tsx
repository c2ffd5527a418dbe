import type { ReportRun, ReportSchedule } from '../../../shared/model/report.ts'
import { errorText } from '../../../shared/error-text.ts'
import { useDesk, type Desk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatAgo, formatCount, formatMoment } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/Button.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { Switch } from '../../ui/Switch.tsx'
import * as actions from './actions.ts'
import styles from './Reports.module.css'
import type { ReportsStore } from './store.ts'
import { reportName, rhythmText, RUN_LOOKS } from './words.ts'
import { WritingNotice } from './WritingNotice.tsx'

/** Reports that write themselves, and what was written or failed. */
export function ExportsView({ store }: { readonly store: ReportsStore }) {
  const desk = useDesk()
  const now = useNow()
  const schedules = useStore(store, (state) => state.schedules)
  const runs = useStore(store, (state) => state.runs)
  const words = text().reports
  const { schedules: list, lookedAt } = valueOr(schedules, { schedules: [], lookedAt: null })
  const last = valueOr(runs, [])
  return (
    <div className={styles.view}>
      <WritingNotice store={store} />
      {schedules.status === 'failed' && <FailureNotice error={schedules.error} />}
      {runs.status === 'failed' && <FailureNotice error={runs.error} />}
      <h2>{words.schedules.title}</h2>
      {list.length === 0 ? (
        <p className={styles.quiet}>{words.schedules.none}</p>
      ) : (
        <PlainTable
          label={words.schedules.title}
          columns={scheduleColumns(store, desk, now)}
          rows={list}
          keyOf={({ id }) => id}
        />
      )}
      {lookedAt !== null && <p className={styles.quiet}>{words.schedules.looked(formatAgo(lookedAt, now))}</p>}
      <h2>{words.runs.title}</h2>
      {last.length === 0 ? (
        <p className={styles.quiet}>{words.runs.none}</p>
      ) : (
        <PlainTable label={words.runs.title} columns={runColumns()} rows={last} keyOf={({ id }) => id} />
      )}
    </div>
  )
}

function scheduleColumns(store: ReportsStore, desk: Desk, now: number): readonly PlainColumn<ReportSchedule>[] {
  const words = text().reports.schedules
  const nameOf = ({ name }: ReportSchedule) => (name === null ? words.gone : reportName(name))
  return [
    {
      id: 'report',
      title: words.report,
      render: (one) => (
        <>
          <PlainCell text={nameOf(one)} />
          <span className={styles.why}>{rhythmText(one.rhythm)}</span>
        </>
      ),
    },
    { id: 'last', title: words.last, render: ({ lastRun }) => (lastRun ? <RunState run={lastRun} /> : words.never) },
    {
      id: 'next',
      title: words.next,
      render: ({ nextAt }) => (nextAt === null ? words.off : formatMoment(Math.max(nextAt, now))),
    },
    {
      id: 'actions',
      title: words.actions,
      isTitleHidden: true,
      align: 'end',
      render: (one) => (
        <span className={styles.rowActions}>
          <Switch
            label={words.isOn(nameOf(one))}
            isOn={one.isOn}
            onChange={() => void actions.switchSchedule(store, desk, one)}
          />
          <IconButton
            label={words.runNow(nameOf(one))}
            icon="download"
            onPress={() => void actions.runSchedule(store, desk, one)}
          />
          <IconButton
            label={words.change(nameOf(one))}
            icon="pencil"
            onPress={() => actions.editSchedule(store, one)}
          />
          <IconButton
            label={words.remove(nameOf(one))}
            icon="trash"
            onPress={() => void actions.removeSchedule(store, desk, one)}
          />
        </span>
      ),
    },
  ]
}

function runColumns(): readonly PlainColumn<ReportRun>[] {
  const words = text().reports.runs
  return [
    { id: 'when', title: words.when, render: ({ startedAt }) => formatMoment(startedAt) },
    {
      id: 'report',
      title: words.report,
      render: ({ name, scheduleId, path }) => (
        <>
          <PlainCell text={scheduleId === null ? reportName(name) : `${reportName(name)} (${words.byItself})`} />
          <bdi className={styles.file}>{path}</bdi>
        </>
      ),
    },
    { id: 'outcome', title: words.outcome, render: (run) => <RunState run={run} /> },
    { id: 'rows', title: words.rows, align: 'end', render: ({ rows }) => (rows === null ? '–' : formatCount(rows)) },
  ]
}

/** What became of it; why, where it failed. */
function RunState({ run }: { readonly run: ReportRun }) {
  const words = text().reports.runs
  const failed = run.error === null ? null : errorText({ code: run.error.code }, text().errors)
  return (
    <>
      <StatusBadge {...RUN_LOOKS[run.state]} text={words.states[run.state]} variant="plain" />
      {failed && <span className={styles.why}>{failed.title}</span>}
    </>
  )
}
