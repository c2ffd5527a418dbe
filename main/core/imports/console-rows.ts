import { AppError } from '../../../shared/errors.ts'
import type {
  ColumnMapping,
  ConsoleFacts,
  DateOrder,
  ImportField,
  ImportKind,
  ImportRemark,
  ImportRows,
} from '../../../shared/model/import.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { StagedRow } from '../../db/imports.ts'
import { plainText } from './cell-text.ts'
import { readEnrollmentStatus, readTokenStatus } from './console-words.ts'
import { isAmbiguous, orderOf, readDate } from './read-date.ts'
import type { Table } from './read-table.ts'
import { readSerial } from './repair-serial.ts'
import { kept, type TableRows } from './table-rows.ts'

/** How a file is to be read. */
export type RowPlan = {
  readonly mapping: ColumnMapping
  readonly kind: ImportKind
  /** Rows up to this line are titles. */
  readonly headerLine: number | null
  readonly dateOrder: DateOrder
  readonly isKnown?: ((serial: Serial) => boolean) | undefined
}

/** What dates say about the order of day and month. */
export type DateHints = { order: DateOrder | undefined; ambiguous: number }

export type ReadPart = {
  readonly rows: readonly StagedRow[]
  readonly remarks: readonly ImportRemark[]
  readonly notUnderstood: number
  /** So far. */
  readonly counts: ImportRows
}

const TOLD = ['enrollmentStatus', 'tokenStatus', 'user', 'friendlyName', 'lastSeen'] as const
type Told = (typeof TOLD)[number]

/** Texts of the console are longer in no list; what is longer is cut. */
const MAX_TEXT = 250

/** True where a column speaks about more than serial numbers. */
export function tellsAnything(plan: Pick<RowPlan, 'mapping' | 'kind'>): boolean {
  return TOLD.some((field) => columnOf(plan, field) !== undefined)
}

/**
 * The rows of a table, a batch at a time, with a remark on everything that was repaired, refused or not understood.
 * Throws `import.no-serial-column` and what reading the table throws.
 */
export async function* readConsoleRows(
  table: Table,
  plan: RowPlan,
  hints: DateHints,
): AsyncGenerator<ReadPart, void, undefined> {
  const { serial } = plan.mapping
  if (serial === undefined) {
    await table.close()
    throw new AppError('import.no-serial-column', 'no column holds serial numbers')
  }
  const fields = TOLD.flatMap((field) => {
    const column = columnOf(plan, field)
    return column === undefined ? [] : [{ field, column }]
  })
  const columns = [...new Set([serial, ...fields.map(({ column }) => column)])]
  const slots = new Map(fields.map(({ field, column }) => [field, columns.indexOf(column)]))
  let counts: ImportRows = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
  for await (const batch of table.batches(columns)) {
    const part = readBatch(batch, { plan, slots, hints })
    counts = {
      rows: counts.rows + part.rows.length + part.rejected,
      accepted: counts.accepted + part.rows.length - part.repaired,
      repaired: counts.repaired + part.repaired,
      rejected: counts.rejected + part.rejected,
    }
    yield { rows: part.rows, remarks: part.remarks, notUnderstood: part.notUnderstood, counts }
  }
}

function columnOf({ mapping, kind }: Pick<RowPlan, 'mapping' | 'kind'>, field: Told): number | undefined {
  if (field !== 'tokenStatus') return mapping[field as ImportField]
  // Lists of tokens call the status of the token compliance; lists of devices mean another thing by it.
  return mapping.tokenStatus ?? (kind === 'console-lifecycle' ? mapping.complianceStatus : undefined)
}

type BatchContext = {
  readonly plan: RowPlan
  readonly slots: ReadonlyMap<Told, number>
  readonly hints: DateHints
}

function readBatch(batch: TableRows, { plan, slots, hints }: BatchContext) {
  const rows: StagedRow[] = []
  const remarks: ImportRemark[] = []
  let [repaired, rejected, notUnderstood] = [0, 0, 0]
  for (let row = 0; row < batch.count; row++) {
    const line = batch.lines[row]!
    if (plan.headerLine !== null && line <= plan.headerLine) continue
    const text = batch.text(row, 0)
    const read = readSerial(text, plan.isKnown)
    if (read.outcome === 'rejected') {
      rejected++
      remarks.push({ kind: 'rejected', line, text: kept(text), serial: null, detail: read.why })
      continue
    }
    const { serial } = read
    if (read.outcome === 'repaired') {
      repaired++
      remarks.push({ kind: 'repaired', line, text: kept(text), serial, detail: read.how.join(' ') })
    }
    const facts = readFacts(
      (field) => cellOf(batch, row, slots.get(field)),
      plan.dateOrder,
      (field, cell) => {
        notUnderstood++
        remarks.push({ kind: 'not-understood', line, text: kept(cell), serial, detail: field })
      },
    )
    rows.push({ serial, line, facts })
    lookAtDate(cellOf(batch, row, slots.get('lastSeen')), hints)
  }
  return { rows, remarks, repaired, rejected, notUnderstood }
}

function cellOf(batch: TableRows, row: number, slot: number | undefined): string {
  return slot === undefined ? '' : plainText(batch.text(row, slot).trim())
}

function readFacts(
  cell: (field: Told) => string,
  order: DateOrder,
  notUnderstood: (field: Told, text: string) => void,
): ConsoleFacts {
  function understood<T>(field: Told, read: (text: string) => T | undefined): T | null {
    const text = cell(field)
    if (text === '' || text === '-' || text === '–') return null
    const value = read(text)
    if (value === undefined) notUnderstood(field, text)
    return value ?? null
  }
  const name = (field: Told) => kept(cell(field)).slice(0, MAX_TEXT) || null
  return {
    enrollmentStatus: understood('enrollmentStatus', readEnrollmentStatus),
    tokenStatus: understood('tokenStatus', readTokenStatus),
    user: name('user'),
    friendlyName: name('friendlyName'),
    lastSeen: understood('lastSeen', (text) => readDate(text, order)),
  }
}

function lookAtDate(text: string, hints: DateHints): void {
  if (text === '') return
  hints.order ??= orderOf(text)
  if (isAmbiguous(text)) hints.ambiguous++
}
