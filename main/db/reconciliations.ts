import { VERDICTS, type Reconciliation, type Verdict } from '../../shared/model/reconcile.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

/** Rows of one verdict, packed by `main/core/reconcile`; `first` is the place of the first among all of that verdict. */
export type StoredPiece = {
  readonly verdict: Verdict
  readonly first: number
  readonly count: number
  readonly packed: Uint8Array
}

/** Of so many the rows are kept; a million rows take some 35 MB. */
const KEPT_WITH_ROWS = 5
/** Of so many the numbers are kept. */
const KEPT = 200

type Row = {
  readonly id: string
  readonly at: number
  readonly portal: string
  readonly console: string
  readonly counts: string
  readonly causes: string
  readonly searched_near: number
  readonly asked_at: number | null
  readonly has_rows: number
}

/** All of it or nothing, in one transaction. The rows of older ones give way. */
export function saveReconciliation(db: WriteDb, made: Reconciliation, pieces: Iterable<StoredPiece>): void {
  db.transaction(() => {
    const { lastInsertRowid } = run(
      db,
      sql`INSERT INTO reconciliations (id, at, portal, console, counts, causes, searched_near, asked_at, has_rows)
          VALUES (${made.id}, ${made.at}, ${JSON.stringify(made.portal)}, ${JSON.stringify(made.console)},
                  ${JSON.stringify(made.counts)}, ${JSON.stringify(made.causes)}, ${Number(made.searchedNear)},
                  ${made.askedAt}, 1)`,
    )
    insertPieces(db, Number(lastInsertRowid), pieces)
    dropOldRows(db)
  }).immediate()
}

/** The rows of these verdicts are others now, and so are the causes. Nothing where it was removed or lost its rows. */
export function replaceRows(
  db: WriteDb,
  { id, causes, askedAt }: Pick<Reconciliation, 'id' | 'causes' | 'askedAt'>,
  { verdicts, pieces }: { readonly verdicts: readonly Verdict[]; readonly pieces: Iterable<StoredPiece> },
): boolean {
  return db
    .transaction(() => {
      const found = get<{ no: number }>(db, sql`SELECT no FROM reconciliations WHERE id = ${id} AND has_rows = 1`)
      if (!found) return false
      for (const verdict of verdicts) {
        run(
          db,
          sql`DELETE FROM reconciliation_rows
              WHERE reconciliation_no = ${found.no} AND verdict = ${VERDICTS.indexOf(verdict)}`,
        )
      }
      insertPieces(db, found.no, pieces)
      run(
        db,
        sql`UPDATE reconciliations SET causes = ${JSON.stringify(causes)}, asked_at = ${askedAt} WHERE no = ${found.no}`,
      )
      return true
    })
    .immediate()
}

function insertPieces(db: WriteDb, no: number, pieces: Iterable<StoredPiece>): void {
  const insert = prepare(
    db,
    'INSERT INTO reconciliation_rows (reconciliation_no, verdict, first, count, packed) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { verdict, first, count, packed } of pieces) {
    insert.run(no, VERDICTS.indexOf(verdict), first, count, packed)
  }
}

function dropOldRows(db: WriteDb): void {
  const old = all<{ no: number }>(
    db,
    sql`SELECT no FROM reconciliations WHERE has_rows = 1 ORDER BY no DESC LIMIT -1 OFFSET ${KEPT_WITH_ROWS}`,
  )
  for (const { no } of old) {
    run(db, sql`DELETE FROM reconciliation_rows WHERE reconciliation_no = ${no}`)
    run(db, sql`UPDATE reconciliations SET has_rows = 0 WHERE no = ${no}`)
  }
  run(
    db,
    sql`DELETE FROM reconciliations WHERE has_rows = 0
        AND no <= (SELECT no FROM reconciliations ORDER BY no DESC LIMIT 1 OFFSET ${KEPT})`,
  )
}

/** Newest first. */
export function listReconciliations(db: ReadDb): readonly Reconciliation[] {
  return all<Row>(db, sql`SELECT * FROM reconciliations ORDER BY no DESC`).map(toReconciliation)
}

export function findReconciliation(db: ReadDb, id: string): Reconciliation | undefined {
  const row = get<Row>(db, sql`SELECT * FROM reconciliations WHERE id = ${id}`)
  return row && toReconciliation(row)
}

/** False where there is none. */
export function removeReconciliation(db: WriteDb, id: string): boolean {
  return db
    .transaction(() => {
      const found = get<{ no: number }>(db, sql`SELECT no FROM reconciliations WHERE id = ${id}`)
      if (!found) return false
      run(db, sql`DELETE FROM reconciliation_rows WHERE reconciliation_no = ${found.no}`)
      run(db, sql`DELETE FROM reconciliations WHERE no = ${found.no}`)
      return true
    })
    .immediate()
}

/** The piece that holds the row at this place among those of a verdict; undefined past the last one. */
export function findPiece(
  db: ReadDb,
  id: string,
  { verdict, place }: { readonly verdict: Verdict; readonly place: number },
): StoredPiece | undefined {
  const found = get<{ first: number; count: number; packed: Uint8Array }>(
    db,
    sql`SELECT first, count, packed FROM reconciliation_rows
        WHERE reconciliation_no = (SELECT no FROM reconciliations WHERE id = ${id})
          AND verdict = ${VERDICTS.indexOf(verdict)} AND first <= ${place}
        ORDER BY first DESC LIMIT 1`,
  )
  return found && found.first + found.count > place ? { verdict, ...found } : undefined
}

/** Members are written by `saveReconciliation` only. */
function toReconciliation(row: Row): Reconciliation {
  return {
    id: row.id,
    at: row.at,
    portal: JSON.parse(row.portal) as Reconciliation['portal'],
    console: JSON.parse(row.console) as Reconciliation['console'],
    counts: JSON.parse(row.counts) as Reconciliation['counts'],
    causes: JSON.parse(row.causes) as Reconciliation['causes'],
    searchedNear: row.searched_near === 1,
    askedAt: row.asked_at,
    hasRows: row.has_rows === 1,
  }
}
