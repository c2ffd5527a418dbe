import type { WriteDb } from './open.ts'
import { prepare, type SqlValue } from './sql.ts'

/** Enough rows per statement that the way from JavaScript into SQLite no longer counts. */
const ROWS_PER_STATEMENT = 20

/** Collects rows of one table and inserts them many at a time, in the order they came. */
export function createRowBatch(db: WriteDb, table: string, columns: readonly string[]) {
  const width = columns.length
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `
  const row = `(${columns.map(() => '?').join(', ')})`
  let values: SqlValue[] = []

  return {
    add(...cells: readonly SqlValue[]): void {
      for (let at = 0; at < width; at++) values.push(cells[at] as SqlValue)
    },
    flush(): void {
      const full = width * ROWS_PER_STATEMENT
      let at = 0
      if (values.length >= full) {
        const many = prepare(db, head + Array(ROWS_PER_STATEMENT).fill(row).join(', '))
        for (; at + full <= values.length; at += full) many.run(...values.slice(at, at + full))
      }
      const single = prepare(db, head + row)
      for (; at < values.length; at += width) single.run(...values.slice(at, at + width))
      values = []
    },
  }
}
