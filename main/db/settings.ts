import type { ReadDb, WriteDb } from './open.ts'
import { all, run, sql } from './sql.ts'

type Row = { readonly name: string; readonly value: string }

/** Every setting that was ever chosen, as JSON by name. Few, and small: reading them all takes no time. */
export function readSettingRows(db: ReadDb): ReadonlyMap<string, string> {
  return new Map(
    all<Row>(db, sql`SELECT name, value FROM settings ORDER BY name`).map(({ name, value }) => [name, value]),
  )
}

/** Makes or replaces one. `value` is JSON. */
export function saveSettingRow(db: WriteDb, name: string, value: string): void {
  run(
    db,
    sql`INSERT INTO settings (name, value) VALUES (${name}, ${value})
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
}

export function deleteSettingRow(db: WriteDb, name: string): void {
  run(db, sql`DELETE FROM settings WHERE name = ${name}`)
}
