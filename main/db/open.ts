import Database from 'better-sqlite3'
import { trimDeviceChanges } from './device-changes.ts'
import { migrate, refuseFromFuture } from './migrate.ts'
import { toStoreError } from './store-error.ts'

declare const readable: unique symbol
declare const writable: unique symbol

/** A handle a function may read with. The brands say in every signature whether it writes. */
export type ReadDb = Database.Database & { readonly [readable]: true }
export type WriteDb = ReadDb & { readonly [writable]: true }

const BUSY_TIMEOUT_MS = 10_000

/** Of a new store. A page of devices touches a thousand places of the serial number's index: half as many writes as with 4096. */
const PAGE_BYTES = 8192

/** Negative: kibibytes. A sync touches pages in key order and gains little from more; its process has 250 MB in all. */
const WRITER_CACHE = -32_768

/** The list reads rows all over the file: half of the device pages of a million devices. */
const READER_CACHE = -65_536

/**
 * Opens the store and brings it to this version's schema. `:memory:` for tests.
 *
 * `synchronous = NORMAL`: in WAL mode a commit is in the operating system's hands when it returns, so a killed process
 * loses nothing. A power cut may take the last commits, never a part of one; a page and its cursor are one commit, so
 * the next run asks Apple for them again. FULL would wait for the disk at each of a thousand pages.
 * Files are read, not mapped: with a map a failing disk or a network share ends the process instead of giving an error.
 *
 * Throws `db.from-future`, `db.damaged`, `db.busy`, `db.unwritable`.
 */
export function openDb(path: string): WriteDb {
  return opening(path, () => {
    const db = connect(path, {}) as WriteDb // the brand is given here only
    try {
      refuseFromFuture(db)
      db.pragma(`page_size = ${PAGE_BYTES}`)
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = NORMAL')
      db.pragma(`cache_size = ${WRITER_CACHE}`)
      migrate(db)
      trimDeviceChanges(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Opens an existing store without changing it: for the list's own thread and for diagnosis. Throws as `openDb` does. */
export function openReadOnlyDb(path: string): ReadDb {
  return opening(path, () => {
    const db = connect(path, { readonly: true, fileMustExist: true }) as ReadDb // the brand is given here only
    try {
      db.pragma(`cache_size = ${READER_CACHE}`)
      refuseFromFuture(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function connect(path: string, options: Database.Options): Database.Database {
  const db = new Database(path, { ...options, timeout: BUSY_TIMEOUT_MS })
  db.pragma('foreign_keys = ON')
  return db
}

function opening<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw toStoreError(error, path)
  }
}
