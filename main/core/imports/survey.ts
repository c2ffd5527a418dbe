import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/errors.ts'
import type {
  ColumnMapping,
  DateOrder,
  ImportKind,
  ImportRemark,
  ImportRows,
  RemarkKind,
} from '../../../shared/model/import.ts'
import { findMapping } from '../../db/import-mappings.ts'
import type { ReadDb } from '../../db/open.ts'
import type { OpenByteSource } from '../../ports/byte-source.ts'
import { readConsoleRows, type DateHints, type ReadPart, type RowPlan } from './console-rows.ts'
import { guessColumns } from './guess-columns.ts'
import { isKnownSerial } from './known-serial.ts'
import { openTable, type Table } from './read-table.ts'

export type Choices = {
  readonly path: string
  readonly kind?: ImportKind | undefined
  readonly mapping?: ColumnMapping | undefined
  readonly dateOrder?: DateOrder | undefined
}

export type SurveyContext = {
  readonly signal: AbortSignal
  readonly report: (progress: { readonly done: number; readonly total: number }) => void
}

/** What a look through the whole file found, and how it is to be read. */
export type Survey = Omit<ImportPreview, 'asOf'> & { readonly plan: RowPlan; readonly modifiedAt: number | undefined }

const SAMPLE_ROWS = 20
/** Of each kind, so that the many of one do not hide the few of another. */
const SAMPLE_REMARKS = 100
/** Where no date of the file tells: what the console writes in English. */
const USUAL_ORDER: DateOrder = 'month-first'

/**
 * Reads a file from its first row to its last and changes nothing. Throws what `imports.preview` declares, but looks at
 * a file without serial numbers too: somebody may know better which column holds them.
 */
export async function surveyFile(
  { db, openByteSource }: { readonly db: ReadDb; readonly openByteSource: OpenByteSource },
  choices: Choices,
  { signal, report }: SurveyContext,
): Promise<Survey> {
  const source = await openByteSource(choices.path)
  if (source.size === undefined) {
    throw new AppError('file.unreadable', 'a pipe cannot be read twice; save it as a file', { path: choices.path })
  }
  const total = source.size
  const table = await openTable(source.chunks())
  const guessed = guessColumns(table.head.rows)
  const saved = guessed.signature === '' ? undefined : findMapping(db, guessed.signature)
  const plan: RowPlan = {
    mapping: choices.mapping ?? saved?.mapping ?? guessed.mapping,
    kind: choices.kind ?? saved?.kind ?? guessed.kind,
    headerLine: guessed.headerLine,
    dateOrder: choices.dateOrder ?? USUAL_ORDER,
    isKnown: isKnownSerial(db),
  }
  const hints: DateHints = { order: undefined, ambiguous: 0 }
  const remarks: ImportRemark[] = []
  let counts: ImportRows = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
  const isSampled = sampling()
  for await (const part of readParts(table, plan, hints)) {
    signal.throwIfAborted()
    counts = part.counts
    remarks.push(...part.remarks.filter(isSampled))
    report({ done: source.done(), total })
  }
  const dateOrder = choices.dateOrder ?? hints.order ?? USUAL_ORDER
  return {
    fileName: source.name,
    sizeBytes: source.done(),
    sha256: source.sha256(),
    format: table.head.format,
    encoding: table.head.encoding,
    delimiter: table.head.delimiter,
    kind: plan.kind,
    headerLine: plan.headerLine,
    titles: guessed.titles,
    signature: guessed.signature,
    mapping: plan.mapping,
    isRemembered: saved !== undefined && choices.mapping === undefined,
    sample: table.head.rows.slice(0, SAMPLE_ROWS),
    counts,
    remarks,
    dateOrder,
    isDateOrderSure: choices.dateOrder !== undefined || hints.order !== undefined || hints.ambiguous === 0,
    plan: { ...plan, dateOrder },
    modifiedAt: source.modifiedAt,
  }
}

/** Without a column of serial numbers nothing is told of its rows, but it is read to its end: it has a hash. */
async function* readParts(
  table: Table,
  plan: RowPlan,
  hints: DateHints,
): AsyncGenerator<Pick<ReadPart, 'counts' | 'remarks'>, void, undefined> {
  if (plan.mapping.serial !== undefined) return yield* readConsoleRows(table, plan, hints)
  const counts = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
  for await (const _batch of table.batches([0])) yield { counts, remarks: [] }
}

/** True for the first remarks of each kind. */
function sampling(): (remark: ImportRemark) => boolean {
  const seen = new Map<RemarkKind, number>()
  return ({ kind }) => {
    const count = (seen.get(kind) ?? 0) + 1
    seen.set(kind, count)
    return count <= SAMPLE_REMARKS
  }
}
