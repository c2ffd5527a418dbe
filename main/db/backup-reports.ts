import type { Backup } from '../../shared/model/backup.ts'
import type { BackupMapping, BackupReport, BackupSchedule } from '../../shared/model/backup-work.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

export type ReportRows = Pick<Backup, 'reports' | 'reportSchedules' | 'importMappings'>

type ScheduleRow = Pick<BackupSchedule, 'id' | 'report' | 'path' | 'weekday' | 'keep'> & {
  readonly minute_of_day: number
  readonly next_at: number | null
}

/** A member is absent where there is nothing. What was written, and what failed, is the history of this computer. */
export function readReportRows(db: ReadDb): ReportRows {
  const reports = all<Omit<BackupReport, 'updatedAt'> & { readonly updated_at: number }>(
    db,
    sql`SELECT id, name, content, updated_at FROM reports ORDER BY no`,
  ).map(({ updated_at, ...report }) => ({ ...report, updatedAt: updated_at }))
  const schedules = all<ScheduleRow>(
    db,
    sql`SELECT id, report, path, weekday, minute_of_day, keep, next_at FROM report_schedules ORDER BY no`,
  ).map(({ minute_of_day, next_at, ...schedule }) => ({ ...schedule, minuteOfDay: minute_of_day, nextAt: next_at }))
  const importMappings = all<BackupMapping>(
    db,
    sql`SELECT signature, kind, mapping, saved_at AS savedAt FROM import_mappings ORDER BY signature`,
  )
  return {
    ...(reports.length > 0 && { reports }),
    ...(schedules.length > 0 && { reportSchedules: schedules }),
    ...(importMappings.length > 0 && { importMappings }),
  }
}

/** Part of the caller's transaction. Returns the own reports that were not here. */
export function mergeReportRows(db: WriteDb, rows: ReportRows): readonly BackupReport[] {
  const added = (rows.reports ?? []).filter(({ id }) => !get(db, sql`SELECT 1 FROM reports WHERE id = ${id}`))
  for (const { id, name, content, updatedAt } of added) {
    run(
      db,
      sql`INSERT INTO reports (id, name, content, updated_at)
          VALUES (${id}, ${freeName(db, name)}, ${content}, ${updatedAt})`,
    )
  }
  for (const { id, report, path, weekday, minuteOfDay, keep, nextAt } of rows.reportSchedules ?? []) {
    run(
      db,
      sql`INSERT INTO report_schedules (id, report, path, weekday, minute_of_day, keep, next_at, failures)
          VALUES (${id}, ${report}, ${path}, ${weekday}, ${minuteOfDay}, ${keep}, ${nextAt}, 0)
          ON CONFLICT (id) DO NOTHING`,
    )
  }
  for (const { signature, kind, mapping, savedAt } of rows.importMappings ?? []) {
    run(
      db,
      sql`INSERT INTO import_mappings (signature, kind, mapping, saved_at)
          VALUES (${signature}, ${kind}, ${mapping}, ${savedAt}) ON CONFLICT (signature) DO NOTHING`,
    )
  }
  return added
}

/** Names are unique: a second one of the same name gets a number. */
function freeName(db: ReadDb, name: string): string {
  let free = name
  for (let number = 2; get(db, sql`SELECT 1 FROM reports WHERE name = ${free} COLLATE NOCASE`); number++)
    free = `${name} (${number})`
  return free
}
