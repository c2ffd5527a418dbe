import type { ReportRef, ReportRhythm } from '../../shared/model/report.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

export type StoredSchedule = {
  readonly id: string
  readonly ref: ReportRef
  readonly path: string
  readonly rhythm: ReportRhythm
  readonly keep: number
  /** Null while it is off. */
  readonly nextAt: number | null
  readonly failures: number
}

type Row = {
  readonly id: string
  readonly report: string
  readonly path: string
  readonly weekday: number | null
  readonly minute_of_day: number
  readonly keep: number
  readonly next_at: number | null
  readonly failures: number
}

export function listSchedules(db: ReadDb): readonly StoredSchedule[] {
  return all<Row>(db, sql`SELECT * FROM report_schedules ORDER BY no`).map(toSchedule)
}

export function findSchedule(db: ReadDb, id: string): StoredSchedule | undefined {
  const row = get<Row>(db, sql`SELECT * FROM report_schedules WHERE id = ${id}`)
  return row && toSchedule(row)
}

export function listDueSchedules(db: ReadDb, now: number): readonly StoredSchedule[] {
  return all<Row>(db, sql`SELECT * FROM report_schedules WHERE next_at <= ${now} ORDER BY next_at`).map(toSchedule)
}

/** Makes or replaces it; its failures are forgotten. */
export function saveSchedule(
  db: WriteDb,
  { id, ref, path, rhythm, keep, nextAt }: Omit<StoredSchedule, 'failures'>,
): void {
  run(
    db,
    sql`INSERT INTO report_schedules (id, report, path, weekday, minute_of_day, keep, next_at, failures)
        VALUES (${id}, ${ref}, ${path}, ${rhythm.weekday}, ${rhythm.minuteOfDay}, ${keep}, ${nextAt}, 0)
        ON CONFLICT (id) DO UPDATE SET report = excluded.report, path = excluded.path, weekday = excluded.weekday,
          minute_of_day = excluded.minute_of_day, keep = excluded.keep, next_at = excluded.next_at, failures = 0`,
  )
}

/** Its files stay. False where there was none. */
export function deleteSchedule(db: WriteDb, id: string): boolean {
  return db
    .transaction(() => {
      run(
        db,
        sql`UPDATE report_runs SET schedule_no = NULL, rotates = 0
            WHERE schedule_no = (SELECT no FROM report_schedules WHERE id = ${id})`,
      )
      return run(db, sql`DELETE FROM report_schedules WHERE id = ${id}`).changes > 0
    })
    .immediate()
}

/**
 * Of several programs that find it due, one gets it: moves the next time, if it still is `from`. Whoever got it and is
 * killed leaves it due at `to`.
 */
export function claimSchedule(db: WriteDb, { id, from, to }: { id: string; from: number; to: number }): boolean {
  return run(db, sql`UPDATE report_schedules SET next_at = ${to} WHERE id = ${id} AND next_at = ${from}`).changes > 0
}

/** After a try. One that was switched off meanwhile stays off. */
export function planSchedule(
  db: WriteDb,
  { id, nextAt, failures }: { readonly id: string; readonly nextAt: number; readonly failures: number },
): void {
  run(
    db,
    sql`UPDATE report_schedules SET next_at = CASE WHEN next_at IS NULL THEN NULL ELSE ${nextAt} END,
          failures = ${failures} WHERE id = ${id}`,
  )
}

function toSchedule(row: Row): StoredSchedule {
  return {
    id: row.id,
    ref: row.report,
    path: row.path,
    rhythm: { weekday: row.weekday, minuteOfDay: row.minute_of_day },
    keep: row.keep,
    nextAt: row.next_at,
    failures: row.failures,
  }
}
