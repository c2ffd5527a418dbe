import Database from 'better-sqlite3'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { fileReason } from '../../shared/file-reason.ts'
import { checkIntegrity } from './integrity.ts'
import { refuseFromFuture } from './migrate.ts'
import { openDb, type ReadDb, type WriteDb } from './open.ts'
import { makePrivateFile, moveAside } from './set-aside.ts'
import { mendSalvaged } from './mend-salvaged.ts'
import { identifier } from './sql.ts'
import { isDamage, toStoreError } from './store-error.ts'

export type Repair = {
  /** Where the damaged store now is, with its journal beside it. */
  readonly setAside: string
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly isComplete: boolean }[]
}

/**
 * Copies what can still be read into a new store and puts that in the damaged one's place, which is kept under a dated
 * name. Nothing is deleted. Nobody else may have the store open. Throws `db.from-future`, `db.busy` or `file.unreadable`
 * (there is no store) before it starts, `file.unwritable` where there is no room for the new one.
 */
export function repairStore(path: string, now: number): Repair {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new AppError('file.unreadable', 'there is no store to repair', { path })
  }
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-')
  const unfinished = `${path}.repair-${stamp}`
  if (existsSync(unfinished)) throw new Error(`${unfinished} exists already`)
  writing(path, () => makePrivateFile(unfinished))
  let tables: Repair['tables']
  try {
    tables = fill(unfinished, path)
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
    throw toStoreError(error, path)
  }
  const setAside = writing(path, () => moveAside(path, `damaged-${stamp}`))
  renameSync(unfinished, path)
  return { setAside, tables }
}

/** The folder may be write-protected: that is said, and nothing was touched. */
function writing<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause
    throw new AppError('file.unwritable', fileReason(cause, 'write'), { path, cause })
  }
}

function fill(unfinished: string, path: string): Repair['tables'] {
  const target = openDb(unfinished)
  try {
    const tables = salvage(path, target)
    mendSalvaged(target)
    if (!checkIntegrity(target, 'quick').isSound) throw new AppError('db.damaged', 'the copy is not sound', { path })
    // The new store is moved as one file: nothing of it may be left in a journal.
    target.pragma('journal_mode = DELETE')
    return tables
  } finally {
    target.close()
  }
}

function salvage(path: string, target: WriteDb): Repair['tables'] {
  const source = new Database(path, { readonly: true }) as unknown as ReadDb // opened without the checks of `openDb`
  try {
    refuseReadableFromFuture(source)
    target.pragma('foreign_keys = OFF')
    return listTables(target).map((table) => ({ table, ...copyTable(source, target, table) }))
  } finally {
    source.close()
  }
}

function refuseReadableFromFuture(source: ReadDb): void {
  try {
    refuseFromFuture(source)
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

function listTables(db: Database.Database): readonly string[] {
  return db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .pluck()
    .all() as string[]
}

/** Reads from the front up to the damage, then from the back down to it: what lies between cannot be reached. */
function copyTable(source: Database.Database, target: WriteDb, table: string) {
  const name = identifier(table).text
  const columns = commonColumns(source, target, table)
  if (columns.length === 0) return { rows: 0, isComplete: false }
  const list = columns.map((column) => identifier(column).text).join(', ')
  const insert = target.prepare(
    `INSERT OR REPLACE INTO ${name} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const key = primaryKey(target, table)
  let isEveryRowGood = true
  const keep = (row: unknown[]) => {
    try {
      insert.run(...row)
    } catch (error) {
      // Damage can leave a row readable and its values not: one that breaks the rules of its table is none of ours.
      if (!isConstraint(error)) throw error
      isEveryRowGood = false
    }
  }
  const copy = (direction: 'ASC' | 'DESC') => {
    try {
      const order = key.map((column) => `${identifier(column).text} ${direction}`).join(', ')
      const rows = source.prepare(`SELECT ${list} FROM ${name} NOT INDEXED ORDER BY ${order}`).raw().iterate()
      for (const row of rows) keep(row as unknown[])
      return true
    } catch (error) {
      if (isDamage(error)) return false
      throw error
    }
  }
  return target.transaction(() => {
    const isComplete = copy('ASC')
    if (!isComplete) copy('DESC')
    const { rows } = target.prepare(`SELECT count(*) AS rows FROM ${name}`).get() as { rows: number }
    return { rows, isComplete: isComplete && isEveryRowGood }
  })()
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
}

type ColumnInfo = { readonly name: string; readonly pk: number }

/** An older store lacks columns that came later; one whose schema cannot be read has none. */
function commonColumns(source: Database.Database, target: WriteDb, table: string): readonly string[] {
  try {
    const there = new Set((source.pragma(`table_info(${table})`) as ColumnInfo[]).map(({ name }) => name))
    return (target.pragma(`table_info(${table})`) as ColumnInfo[])
      .map(({ name }) => name)
      .filter((name) => there.has(name))
  } catch (error) {
    if (isDamage(error)) return []
    throw error
  }
}

function primaryKey(db: WriteDb, table: string): readonly string[] {
  const columns = db.pragma(`table_info(${table})`) as ColumnInfo[]
  return columns
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map(({ name }) => name)
}
