import { AppError } from '../../../shared/errors.ts'
import { MAX_SHEET_ROWS, type ReportFormat } from '../../../shared/model/report.ts'
import { nextTurn } from '../turn.ts'
import { cellText, columnLetters, PARTS, SHEET_END, sheetStart } from './sheet-xml.ts'
import type { FileTarget, ReportTable, TableColumn, WriteContext } from './table.ts'
import { createZip } from './zip.ts'

/** What a cell of a sheet can hold. */
const MAX_CELL_LENGTH = 32_767
const DAY_MS = 86_400_000
const SHEET_EPOCH = Date.UTC(1899, 11, 30)

/**
 * Writes a table as a workbook of one sheet: titles that stay in view, texts as texts (none runs as a formula), numbers
 * as numbers, times as times. Memory holds a batch. Fails with `report.too-large` where a sheet cannot hold it, before
 * anything is written where the number of rows tells. Returns the number of rows; whatever goes wrong leaves no file.
 */
export async function writeXlsx<R>(
  table: ReportTable<R>,
  { target, signal, report }: WriteContext<FileTarget>,
  format: Pick<ReportFormat, 'dates'>,
): Promise<number> {
  let rows = 0
  const zip = createZip((bytes) => target.write(bytes))
  const toRow = createRow(table.columns, format)

  async function* sheet() {
    yield sheetStart(table.columns.map(({ title }) => title))
    for await (const batch of table.batches()) {
      signal.throwIfAborted()
      if (rows + batch.length > MAX_SHEET_ROWS) throw tooManyRows(rows + batch.length)
      // The first line holds the titles.
      yield batch.map((row, index) => toRow(row, rows + index + 2)).join('')
      rows += batch.length
      report({ rows, total: table.total })
      await nextTurn()
    }
    yield SHEET_END
  }

  try {
    if (table.total > MAX_SHEET_ROWS) throw tooManyRows(table.total)
    for (const [name, text] of PARTS) await zip.add(name, oneText(text))
    await zip.add('xl/worksheets/sheet1.xml', sheet())
    await zip.end()
    signal.throwIfAborted()
  } catch (error) {
    await target.discard()
    throw error
  }
  await target.finish()
  return rows
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text
}

function createRow<R>(columns: readonly TableColumn<R>[], { dates }: Pick<ReportFormat, 'dates'>) {
  const cells = columns.map(({ kind, valueOf }, index) => ({ letters: columnLetters(index), kind, valueOf }))
  return (row: R, line: number): string => {
    let xml = `<row r="${line}">`
    for (const { letters, kind, valueOf } of cells) {
      const value = valueOf(row)
      if (value === null || value === '') continue
      if (typeof value === 'string') xml += cellText(letters + line, bounded(value))
      else if (kind === 'time') xml += `<c r="${letters}${line}" s="2"><v>${serialTime(value, dates)}</v></c>`
      else xml += `<c r="${letters}${line}"><v>${value}</v></c>`
    }
    return `${xml}</row>`
  }
}

/** An apostrophe before what looks like a formula is taken for ours by whoever reads it back: it gets another. */
function bounded(text: string): string {
  if (text.length > MAX_CELL_LENGTH) {
    throw new AppError('report.too-large', `a cell of a workbook holds ${MAX_CELL_LENGTH} characters`)
  }
  return /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Days since the end of 1899; sheets know no time zone: UTC, or the clock of this computer. */
function serialTime(ms: number, dates: ReportFormat['dates']): number {
  const shown = dates === 'iso' ? ms : ms - new Date(ms).getTimezoneOffset() * 60_000
  return (shown - SHEET_EPOCH) / DAY_MS
}

function tooManyRows(rows: number): AppError {
  const facts = { rows, most: MAX_SHEET_ROWS }
  return new AppError('report.too-large', `${rows} rows; a sheet holds ${MAX_SHEET_ROWS}`, { facts })
}
