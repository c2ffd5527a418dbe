import { COMPARED_FIELDS, VERDICTS, type ReconcileRow } from '../../../shared/model/reconcile.ts'
import { messagesIn } from '../../../shared/messages/index.ts'
import type { ReadDb } from '../../db/open.ts'
import { listReconciliations } from '../../db/reconciliations.ts'
import { BYTE_ORDER_MARK, csvText, LINE_END, type ReportTarget } from '../reports/index.ts'
import { countOf, matchingRows, requireRows, type WantedRows } from './read-rows.ts'

/** Titles of the columns; a field that is compared has one for each side. */
export const RECONCILE_TITLES: readonly string[] = [
  'Serial Number',
  'Verdict',
  'Cause',
  'Remedy',
  'What It Means',
  'What To Do',
  'Other Serial Number',
  'Portal Line',
  'Console Line',
  ...COMPARED_FIELDS.map((field) => messagesIn('en').reconcile.fields[field]).flatMap((name) => [
    `Portal: ${name}`,
    `Console: ${name}`,
  ]),
]

/** Cells of a row, texts as they are: whoever writes them keeps formulas from running. */
export function reconcileCells(row: ReconcileRow): readonly string[] {
  const words = messagesIn('en').reconcile
  return [
    row.serial ?? '',
    row.verdict,
    row.cause ?? '',
    row.remedy ?? '',
    row.cause === null ? '' : words.causes[row.cause],
    row.remedy === null ? '' : words.remedies[row.remedy],
    row.other ?? '',
    row.portalLine === null ? '' : String(row.portalLine),
    row.consoleLine === null ? '' : String(row.consoleLine),
    ...COMPARED_FIELDS.flatMap((field) => {
      const found = row.differences.find((difference) => difference.field === field)
      return [found?.portal ?? '', found?.console ?? '']
    }),
  ]
}

export type CsvContext = {
  readonly target: ReportTarget
  readonly signal: AbortSignal
  readonly report: (progress: { readonly rows: number; readonly total: number }) => void
}

/** Writes what matches: whole, or whatever goes wrong, cancelling too, not at all. Returns the number of rows. */
export async function writeReconciliation(
  db: ReadDb,
  wanted: WantedRows,
  { target, signal, report }: CsvContext,
): Promise<number> {
  let rows = 0
  try {
    const { counts } = requireRows(db, wanted.id)
    const total = wanted.verdicts.reduce((sum, verdict) => sum + countOf(counts, verdict), 0)
    await target.write(BYTE_ORDER_MARK + toLine(RECONCILE_TITLES))
    for await (const part of matchingRows(db, wanted)) {
      signal.throwIfAborted()
      if (part.length === 0) continue
      await target.write(part.map((row) => toLine(reconcileCells(row))).join(''))
      rows += part.length
      report({ rows, total })
    }
    signal.throwIfAborted()
  } catch (error) {
    await target.discard()
    throw error
  }
  await target.finish()
  return rows
}

/** The rows of the newest reconciliation, for the report of that name. Throws `reconcile.not-found`, `reconcile.rows-gone`. */
export async function writeLatestReconciliation(db: ReadDb, context: CsvContext): Promise<number> {
  const [latest] = listReconciliations(db)
  return writeReconciliation(db, { id: latest?.id ?? 'newest', verdicts: VERDICTS }, context)
}

function toLine(cells: readonly string[]): string {
  return cells.map(csvText).join(',') + LINE_END
}
