import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { toAppError } from '../../shared/store-failure.ts'

/** SQLite's own failures in the words of the product; everything else stays as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const failure = toAppError(error)
  if (!failure) return error
  const { code, message, facts } = failure
  return new AppError(code, message, { path, cause: error, facts: { sqlite: error.code, ...facts } })
}

/** The file is not what SQLite once wrote. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
