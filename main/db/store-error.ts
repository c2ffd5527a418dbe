import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'

/** SQLite's own failures in the words of the product; everything else stays as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { code } = error
  const details = { path, cause: error, facts: { sqlite: code } }
  if (isDamage(error)) return new AppError('db.damaged', 'the store does not read as a database', details)
  if (code.startsWith('SQLITE_BUSY')) return new AppError('db.busy', 'the store is locked by another process', details)
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
    return new AppError('file.unwritable', 'the store cannot be opened', details)
  }
  return error
}

/** The file is not what SQLite once wrote. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
