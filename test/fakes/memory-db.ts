import Database from 'better-sqlite3'
import { openDb, type WriteDb } from '../../main/db/open.ts'

let template: Buffer | undefined

/** An empty store in memory, as `openDb(':memory:')` gives it: every migration is run once per test process, not once per store. */
export function openMemoryDb(): WriteDb {
  template ??= makeTemplate()
  const db = new Database(template)
  db.pragma('foreign_keys = ON')
  return db as WriteDb // it came out of one
}

function makeTemplate(): Buffer {
  const db = openDb(':memory:')
  const bytes = db.serialize()
  db.close()
  return bytes
}
