import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A handle a function may read with. The brands say in every signature whether it writes. */
export type ReadDb = Database.Database & { readonly [readable]: true }
export type WriteDb = ReadDb & { readonly [writable]: true }

const BUSY_TIMEOUT_MS = 10_000

/** Opens the store and brings it to this version's schema. `:memory:` for tests. */
export function openDb(path: string): WriteDb {
  const db = new Database(path) as WriteDb
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  migrate(db)
  return db
}
