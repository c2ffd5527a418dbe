import type { Statement } from 'better-sqlite3'
import type { WriteDb } from './open.ts'
import { prepare, type SqlValue } from './sql.ts'

/** Enough rows per statement that the way from JavaScript into SQLite no longer counts. */
export const ROWS_PER_STATEMENT = 20

/** Collects rows of one table and inserts them many at a time, in the order they came, when it is told to. */
export function createRowBatch(db: WriteDb, table: string, columns: readonly string[]) {
  const width = columns.length
  const full = width * ROWS_PER_STATEMENT
  /** Kept from flush to flush, of which the first `used` count: growing it anew was a tenth of what a page takes. */
  const values: SqlValue[] = []
  let used = 0
  let many: Statement<unknown[]> | undefined
  let single: Statement<unknown[]> | undefined

  function inserting(rows: number): Statement<unknown[]> {
    const row = `(${columns.map(() => '?').join(', ')})`
    return prepare(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}`)
  }

  return {
    add(...cells: readonly SqlValue[]): void {
      for (let at = 0; at < width; at++) values[used++] = cells[at] as SqlValue
    },
    flush(): void {
      let at = 0
      for (; at + full <= used; at += full) {
        many ??= inserting(ROWS_PER_STATEMENT)
        many.run(values.length === full ? values : values.slice(at, at + full))
      }
      for (; at < used; at += width) {
        single ??= inserting(1)
        single.run(values.slice(at, at + width))
      }
      used = 0
    },
  }
}
