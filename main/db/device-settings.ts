import type { ColumnLayout, SavedView } from '../../shared/contract/devices.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { get, run, sql } from './sql.ts'

/** Rows of `settings`, so that a backup of the vault carries them along. */
const VIEWS = 'devices.views'
const LAYOUT = 'devices.layout'

/** By name. */
export function readSavedViews(db: ReadDb): readonly SavedView[] {
  return (readValue(db, VIEWS) ?? []) as readonly SavedView[] // only this file writes it
}

export function writeSavedViews(db: WriteDb, views: readonly SavedView[]): void {
  writeValue(db, VIEWS, views)
}

export function readColumnLayout(db: ReadDb): ColumnLayout | null {
  return readValue(db, LAYOUT) as ColumnLayout | null // only this file writes it
}

export function writeColumnLayout(db: WriteDb, layout: ColumnLayout): void {
  writeValue(db, LAYOUT, layout)
}

function readValue(db: ReadDb, name: string): unknown {
  const row = get<{ readonly value: string }>(db, sql`SELECT value FROM settings WHERE name = ${name}`)
  return row ? JSON.parse(row.value) : null
}

function writeValue(db: WriteDb, name: string, value: unknown): void {
  const json = JSON.stringify(value)
  run(
    db,
    sql`INSERT INTO settings (name, value) VALUES (${name}, ${json}) ON CONFLICT (name) DO UPDATE SET value = ${json}`,
  )
}
