import type { ImportRemark } from '../../shared/model/import.ts'
import { createRemarkWriter, factCells, toFacts, type IsBetter, type StagedCells, type StagedRow } from './imports.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { prepare } from './sql.ts'

/**
 * The rows of a file come in any order, and a serial number may come twice. They are gathered in a table of this connection
 * alone, which no crash has to survive, put in the order of the devices, and only then written to the store: a million rows
 * in the order of the file would touch a page each, again and again.
 */
const COLUMNS = 'device_id, serial, line, enrollment_status, token_status, user_name, friendly_name, seen_at'

/** Kibibytes, negative: in memory; what is beyond goes to a file of its own that is gone with the connection. */
const GATHERING_CACHE = -65_536

export function beginGathering(db: WriteDb): void {
  db.pragma(`temp.cache_size = ${GATHERING_CACHE}`)
  endGathering(db)
  db.exec(`
    CREATE TEMP TABLE gathered_rows (
      serial TEXT PRIMARY KEY, device_id INTEGER, line INTEGER, enrollment_status INTEGER, token_status INTEGER,
      user_name TEXT, friendly_name TEXT, seen_at INTEGER
    ) WITHOUT ROWID`)
}

export function endGathering(db: WriteDb): void {
  db.exec('DROP TABLE IF EXISTS temp.gathered_rows; DROP TABLE IF EXISTS temp.ordered_rows')
}

const INSERT_GATHERED = `INSERT INTO temp.gathered_rows (serial, device_id, line, enrollment_status, token_status, user_name, friendly_name, seen_at)
  VALUES (?, ifnull((SELECT id FROM main.devices WHERE serial = ?), 0), ?, ?, ?, ?, ?, ?) ON CONFLICT (serial) DO NOTHING`
const UPDATE_GATHERED = `UPDATE temp.gathered_rows SET line = ?, enrollment_status = ?, token_status = ?, user_name = ?,
  friendly_name = ?, seen_at = ? WHERE serial = ?`

/** A portion of rows and remarks, in one transaction. Returns how many rows were about a serial number gathered before. */
export function gatherRows(
  db: WriteDb,
  no: number,
  { rows, remarks, isBetter }: { rows: readonly StagedRow[]; remarks: readonly ImportRemark[]; isBetter: IsBetter },
): number {
  const insert = prepare(db, INSERT_GATHERED)
  return db
    .transaction(() => {
      let duplicates = 0
      const remark = createRemarkWriter(db, no)
      remarks.forEach(remark)
      for (const row of rows) {
        const { changes } = insert.run(row.serial, row.serial, row.line, ...factCells(row.facts))
        if (changes === 1) continue
        duplicates++
        const gathered = findGathered(db, row.serial)
        const wins = isBetter(gathered, row)
        if (wins) prepare(db, UPDATE_GATHERED).run(row.line, ...factCells(row.facts), row.serial)
        const [loser, winner] = wins ? [gathered, row] : [row, gathered]
        remark({
          kind: 'duplicate',
          line: loser.line,
          text: row.serial,
          serial: row.serial,
          detail: String(winner.line),
        })
      }
      return duplicates
    })
    .immediate()
}

function findGathered(db: ReadDb, serial: string): StagedRow {
  const row = prepare(db, 'SELECT * FROM temp.gathered_rows WHERE serial = ?').get(serial) as StagedCells
  return { serial, line: row.line, facts: toFacts(row) }
}

/** Puts what was gathered in the order of the devices; holds no other writer up. */
export function orderGathered(db: WriteDb): void {
  db.exec(`CREATE TEMP TABLE ordered_rows AS SELECT ${COLUMNS} FROM temp.gathered_rows ORDER BY device_id, serial;
           DROP TABLE temp.gathered_rows`)
}

/** Stages the ordered rows after the first `from`. Returns how many there were: none left where it is zero. */
export function stageOrdered(db: WriteDb, from: number, limit: number): number {
  return prepare(
    db,
    `INSERT INTO main.import_staging (${COLUMNS})
     SELECT ${COLUMNS} FROM temp.ordered_rows WHERE rowid > ? AND rowid <= ? ORDER BY rowid`,
  ).run(from, from + limit).changes
}
