import { AppError, type StoreCode } from './errors.ts'

export type StoreFailure = { readonly code: StoreCode; readonly message: string; readonly hint?: string }

const MAKE_ROOM = 'Make room on the disk of the data folder, then try again. What was stored before is intact.'

/** By the beginning of SQLite's own word: https://www.sqlite.org/rescode.html */
const FAILURES: readonly (readonly [word: string, failure: StoreFailure])[] = [
  ['SQLITE_CORRUPT', { code: 'db.damaged', message: 'the store does not read as a database' }],
  ['SQLITE_NOTADB', { code: 'db.damaged', message: 'the store does not read as a database' }],
  ['SQLITE_BUSY', { code: 'db.busy', message: 'the store is locked by another process' }],
  ['SQLITE_FULL', { code: 'db.unwritable', message: 'the disk of the data folder is full', hint: MAKE_ROOM }],
  ['SQLITE_READONLY', { code: 'db.unwritable', message: 'the store may be read only' }],
  ['SQLITE_CANTOPEN', { code: 'db.unwritable', message: 'the store cannot be opened' }],
  [
    'SQLITE_IOERR',
    {
      code: 'db.unwritable',
      message: 'the disk of the data folder failed while the store was read or written',
      hint: 'Check the disk, its free space and, on a network drive, the connection; then try again.',
    },
  ],
]

/** What a failure of the store means where it is the disk's, the file's or another process's; undefined for faults of ours. */
export function storeFailureOf(error: unknown): StoreFailure | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const { code } = error
  return FAILURES.find(([word]) => code === word || code.startsWith(`${word}_`))?.[1]
}

/** A failure in the words of the product: an `AppError` as it is, one of the store by what it means; undefined for faults of ours. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  const failure = storeFailureOf(error)
  if (!failure) return undefined
  const { code, message, hint } = failure
  return new AppError(code, message, { cause: error, facts: hint === undefined ? {} : { hint } })
}
