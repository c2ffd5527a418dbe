import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { storeFailureOf } from '../../shared/store-failure.ts'

/** SQLite's own failures in the words of the product; everything else stays as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  const failure = error instanceof Database.SqliteError ? storeFailureOf(error) : undefined
  if (!(error instanceof Database.SqliteError) || !failure) return error
  const facts = { sqlite: error.code, ...(failure.hint && { hint: failure.hint }) }
  return new AppError(failure.code, failure.message, { path, cause: error, facts })
}

/** The file is not what SQLite once wrote. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
