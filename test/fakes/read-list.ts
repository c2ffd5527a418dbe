import { readConsoleRows, type DateHints } from '../../main/core/imports/console-rows.ts'
import { guessColumns } from '../../main/core/imports/guess-columns.ts'
import { openTable, type Chunks } from '../../main/core/imports/read-table.ts'
import { AppError } from '../../shared/errors.ts'
import type { ImportRemark, ImportRows } from '../../shared/model/import.ts'

export type ReadList = ImportRows & { readonly serials: readonly string[]; readonly remarks: readonly ImportRemark[] }

/** What a file comes to when it is read as nobody has said anything about it. A file without any row is an empty list. */
export async function readList(chunks: Chunks): Promise<ReadList> {
  const table = await openTable(chunks)
  const { mapping, kind, headerLine } = guessColumns(table.head.rows)
  let counts: ImportRows = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
  const serials: string[] = []
  const remarks: ImportRemark[] = []
  if (table.head.rows.length === 0) {
    await table.close()
    return { ...counts, serials, remarks }
  }
  const hints: DateHints = { order: undefined, ambiguous: 0 }
  const plan = { mapping, kind, headerLine, dateOrder: 'month-first' } as const
  for await (const part of readConsoleRows(table, plan, hints)) {
    counts = part.counts
    serials.push(...part.rows.map(({ serial }) => serial))
    remarks.push(...part.remarks)
  }
  return { ...counts, serials, remarks }
}

export function isAppErrorCode(error: unknown): string {
  if (error instanceof AppError) return error.code
  throw error
}
