import type { ErrorCode } from '../../shared/errors.ts'
import type { ReportRun, ReportRunState } from '../../shared/model/report.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, run, sql, type Sql } from './sql.ts'

/** So many are remembered; older ones make room, but for those whose file is still to be removed. */
export const MAX_REPORT_RUNS = 500

/** No report takes so long: its program was ended. */
const ABANDONED_MS = 6 * 60 * 60_000

type Row = {
  readonly id: string
  readonly report: string
  readonly name: string
  readonly schedule_id: string | null
  readonly started_at: number
  readonly finished_at: number | null
  readonly state: ReportRunState
  readonly row_count: number | null
  readonly path: string
  readonly error_code: ErrorCode | null
  readonly error_message: string | null
}

export function insertReportRun(
  db: WriteDb,
  {
    id,
    ref,
    name,
    scheduleId,
    startedAt,
    path,
  }: Pick<ReportRun, 'id' | 'ref' | 'name' | 'scheduleId' | 'startedAt' | 'path'>,
): void {
  db.transaction(() => {
    run(
      db,
      sql`UPDATE report_runs SET state = 'cancelled'
          WHERE state = 'running' AND (started_at < ${startedAt - ABANDONED_MS}
            OR schedule_no = (SELECT no FROM report_schedules WHERE id = ${scheduleId}))`,
    )
    run(
      db,
      sql`INSERT INTO report_runs (id, report, name, schedule_no, started_at, state, path, rotates)
          VALUES (${id}, ${ref}, ${name}, (SELECT no FROM report_schedules WHERE id = ${scheduleId}), ${startedAt},
                  'running', ${path}, 0)`,
    )
    run(
      db,
      sql`DELETE FROM report_runs WHERE rotates = 0
            AND no <= (SELECT no FROM report_runs ORDER BY no DESC LIMIT 1 OFFSET ${MAX_REPORT_RUNS})`,
    )
  }).immediate()
}

/** What became of it. A file that was written for a schedule will make room for later ones. */
export function endReportRun(
  db: WriteDb,
  id: string,
  { state, finishedAt, rows, error }: Pick<ReportRun, 'state' | 'finishedAt' | 'rows' | 'error'>,
): void {
  run(
    db,
    sql`UPDATE report_runs SET state = ${state}, finished_at = ${finishedAt}, row_count = ${rows},
          error_code = ${error?.code ?? null}, error_message = ${error?.message ?? null},
          rotates = ${state === 'done' ? sql`schedule_no IS NOT NULL` : sql`0`}
        WHERE id = ${id}`,
  )
}

/** Newest first. */
export function listReportRuns(db: ReadDb, limit: number): readonly ReportRun[] {
  return selectRuns(db, sql`TRUE ORDER BY report_runs.no DESC LIMIT ${limit}`)
}

export function lastRunOf(db: ReadDb, scheduleId: string, state?: ReportRunState): ReportRun | null {
  const only = state === undefined ? sql`TRUE` : sql`state = ${state}`
  const [last] = selectRuns(
    db,
    sql`report_schedules.id = ${scheduleId} AND ${only} ORDER BY report_runs.no DESC LIMIT 1`,
  )
  return last ?? null
}

/** Where a program was writing that has not told the end: it is at it, or it was ended in the middle. */
export function listUnendedPaths(db: ReadDb): readonly string[] {
  return all<{ readonly path: string }>(
    db,
    sql`SELECT DISTINCT path FROM report_runs WHERE state = 'running' ORDER BY no DESC LIMIT 100`,
  ).map(({ path }) => path)
}

/** Files of a schedule beyond the newest `keep`, the oldest first. One that was written again is not among them. */
export function listOutdatedFiles(db: ReadDb, scheduleId: string, keep: number): readonly ReportRun[] {
  const files = selectRuns(db, sql`report_schedules.id = ${scheduleId} AND rotates = 1 ORDER BY report_runs.no DESC`)
  const kept = new Set(files.slice(0, keep).map(({ path }) => path))
  return files
    .slice(keep)
    .filter(({ path }) => !kept.has(path))
    .toReversed()
}

/** The file of this run is no longer there, or no longer ours. */
export function forgetFile(db: WriteDb, runId: string): void {
  run(db, sql`UPDATE report_runs SET rotates = 0 WHERE id = ${runId}`)
}

function selectRuns(db: ReadDb, condition: Sql): readonly ReportRun[] {
  const rows = all<Row>(
    db,
    sql`SELECT report_runs.id, report_runs.report, name, report_schedules.id AS schedule_id, started_at, finished_at, state,
               row_count, report_runs.path, error_code, error_message
        FROM report_runs LEFT JOIN report_schedules ON report_schedules.no = schedule_no WHERE ${condition}`,
  )
  return rows.map((row) => ({
    id: row.id,
    ref: row.report,
    name: row.name,
    scheduleId: row.schedule_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    state: row.state,
    rows: row.row_count,
    path: row.path,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  }))
}
