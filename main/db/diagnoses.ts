import type { DiagnosisSummary } from '../../shared/model/diagnosis.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql, type Sql } from './sql.ts'

/** A diagnosis as kept: `content` is JSON of whoever made it. */
export type StoredDiagnosis = DiagnosisSummary & { readonly content: string }

/** So many are kept; older ones make room. */
export const MAX_DIAGNOSES = 2000

type Row = {
  readonly id: string
  readonly serial: string | null
  readonly tree: string
  readonly started_at: number
  readonly updated_at: number
  readonly cause: string | null
  readonly open_count: number
}

/** Puts it down or replaces it, and with a cause it was not known to have tells so in the device's time line. */
export function saveDiagnosis(db: WriteDb, diagnosis: StoredDiagnosis): void {
  const { id, serial, tree, startedAt, updatedAt, cause, openCount, content } = diagnosis
  db.transaction(() => {
    const before = get<{ readonly cause: string | null }>(db, sql`SELECT cause FROM diagnoses WHERE id = ${id}`)
    run(
      db,
      sql`INSERT INTO diagnoses (id, serial, tree, started_at, updated_at, cause, open_count, content)
          VALUES (${id}, ${serial}, ${tree}, ${startedAt}, ${updatedAt}, ${cause}, ${openCount}, ${content})
          ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, cause = excluded.cause,
            open_count = excluded.open_count, content = excluded.content`,
    )
    if (serial !== null && (!before || before.cause !== cause)) addEvent(db, serial, { tree, cause, at: updatedAt })
    run(
      db,
      sql`DELETE FROM diagnoses WHERE no <= (SELECT no FROM diagnoses ORDER BY no DESC LIMIT 1 OFFSET ${MAX_DIAGNOSES})`,
    )
  }).immediate()
}

function addEvent(
  db: WriteDb,
  serial: string,
  { tree, cause, at }: { readonly tree: string; readonly cause: string | null; readonly at: number },
): void {
  run(
    db,
    sql`INSERT INTO events (device_id, at, kind, detail)
        SELECT id, ${at}, 'diagnosed', ${JSON.stringify({ tree, cause })} FROM devices WHERE serial = ${serial}`,
  )
}

export function findDiagnosis(db: ReadDb, id: string): StoredDiagnosis | undefined {
  const row = get<Row & { readonly content: string }>(db, sql`SELECT * FROM diagnoses WHERE id = ${id}`)
  return row && { ...toSummary(row), content: row.content }
}

/** Newest first; of one device or of all. */
export function listDiagnoses(
  db: ReadDb,
  { serial, limit }: { readonly serial?: Serial | undefined; readonly limit: number },
): readonly DiagnosisSummary[] {
  const only: Sql = serial === undefined ? sql`TRUE` : sql`serial = ${serial}`
  return all<Row>(
    db,
    sql`SELECT id, serial, tree, started_at, updated_at, cause, open_count FROM diagnoses
        WHERE ${only} ORDER BY no DESC LIMIT ${limit}`,
  ).map(toSummary)
}

/** False when there is no such diagnosis. */
export function deleteDiagnosis(db: WriteDb, id: string): boolean {
  return run(db, sql`DELETE FROM diagnoses WHERE id = ${id}`).changes === 1
}

function toSummary(row: Row): DiagnosisSummary {
  const { id, serial, tree, cause } = row
  return { id, serial, tree, cause, startedAt: row.started_at, updatedAt: row.updated_at, openCount: row.open_count }
}
