import type { OwnReport } from '../../shared/model/report.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

type Row = { readonly id: string; readonly name: string; readonly content: string }

export function listReports(db: ReadDb): readonly OwnReport[] {
  return all<Row>(db, sql`SELECT id, name, content FROM reports ORDER BY name`).map(toReport)
}

export function findReport(db: ReadDb, id: string): OwnReport | undefined {
  const row = get<Row>(db, sql`SELECT id, name, content FROM reports WHERE id = ${id}`)
  return row && toReport(row)
}

/** Whatever the case. */
export function findReportByName(db: ReadDb, name: string): OwnReport | undefined {
  const row = get<Row>(db, sql`SELECT id, name, content FROM reports WHERE name = ${name} COLLATE NOCASE`)
  return row && toReport(row)
}

/** Makes or replaces it. The caller has seen that no other one has the name. */
export function saveReport(db: WriteDb, { id, name, ...content }: OwnReport, now: number): void {
  run(
    db,
    sql`INSERT INTO reports (id, name, content, updated_at) VALUES (${id}, ${name}, ${JSON.stringify(content)}, ${now})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content, updated_at = excluded.updated_at`,
  )
}

/** With its schedules. False where there was none. */
export function deleteReport(db: WriteDb, id: string): boolean {
  return db
    .transaction(() => {
      run(
        db,
        sql`UPDATE report_runs SET schedule_no = NULL
            WHERE schedule_no IN (SELECT no FROM report_schedules WHERE report = ${id})`,
      )
      run(db, sql`DELETE FROM report_schedules WHERE report = ${id}`)
      return run(db, sql`DELETE FROM reports WHERE id = ${id}`).changes > 0
    })
    .immediate()
}

function toReport({ id, name, content }: Row): OwnReport {
  return { id, name, ...(JSON.parse(content) as Omit<OwnReport, 'id' | 'name'>) } // only `saveReport` writes it
}
