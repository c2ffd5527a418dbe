import { STANDARD_FORMAT, type ReportFormat } from '../../../shared/model/report.ts'
import { BYTE_ORDER_MARK, createCsvText, LINE_END } from './csv.ts'
import { createMoment } from './moments.ts'
import type { ReportTable, ReportTarget, TableColumn, WriteContext } from './table.ts'

/**
 * Writes a table as CSV: a header of titles, nothing for what is absent. Holds two batches in memory, the next one being
 * made while one is written. Returns the number of rows; whatever goes wrong, cancelling too, leaves no file.
 */
export async function writeCsv<R>(
  table: ReportTable<R>,
  context: WriteContext<ReportTarget>,
  format: ReportFormat = STANDARD_FORMAT,
): Promise<number> {
  const { target, signal, report } = context
  const csvText = createCsvText(format.delimiter)
  const toLine = createLine(table.columns, { ...format, csvText })
  const titles = table.columns.map(({ title }) => csvText(title))
  let writing = begin(target, (format.bom ? BYTE_ORDER_MARK : '') + titles.join(format.delimiter) + LINE_END)
  let rows = 0
  try {
    for await (const batch of table.batches()) {
      signal.throwIfAborted()
      const text = batch.map(toLine).join('')
      await writing
      writing = begin(target, text)
      rows += batch.length
      report({ rows, total: table.total })
    }
    await writing
    signal.throwIfAborted()
  } catch (error) {
    await Promise.allSettled([writing])
    await target.discard()
    throw error
  }
  await target.finish()
  return rows
}

/** Its failure is met where it is waited for, which may be some turns later. */
function begin(target: ReportTarget, text: string): Promise<void> {
  const writing = target.write(text)
  writing.catch(() => {})
  return writing
}

type Form = ReportFormat & { readonly csvText: (text: string) => string }

function createLine<R>(columns: readonly TableColumn<R>[], form: Form): (row: R) => string {
  const moment = createMoment(form)
  const cells = columns.map((column) => createCell(column, { ...form, moment }))
  return (row) => {
    let line = cells[0]!(row)
    for (let place = 1; place < cells.length; place++) line += form.delimiter + cells[place]!(row)
    return line + LINE_END
  }
}

function createCell<R>(
  { kind, valueOf }: TableColumn<R>,
  { csvText, moment, dates }: Form & { readonly moment: (ms: number) => string },
): (row: R) => string {
  const ofNumber = kind === 'time' ? (dates === 'iso' ? moment : (ms: number) => csvText(moment(ms))) : String
  return (row) => {
    const value = valueOf(row)
    if (value === null) return ''
    // A number is no text: a negative one is not taken for a formula.
    return typeof value === 'number' ? ofNumber(value) : csvText(value)
  }
}
