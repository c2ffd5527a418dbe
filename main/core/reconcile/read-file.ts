import type { ColumnMapping, ImportField, ImportKind } from '../../../shared/model/import.ts'
import type { ComparedField, ReconcileSide, ReconcileSource } from '../../../shared/model/reconcile.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ByteSource } from '../../ports/byte-source.ts'
import { guessColumns, openTable } from '../imports/index.ts'
import type { Collection } from './collection.ts'
import { readBatch, type SideCounts, type Slots } from './read-batch.ts'

export type FileSide = ReconcileSource & { readonly kind: 'file'; readonly sha256: string }

export type ReadFileOptions = {
  readonly side: ReconcileSide
  readonly mapping: ColumnMapping | undefined
  /** Fields that the other side has: what it cannot be held against is not read. Everything without it. */
  readonly wanted?: readonly ComparedField[] | undefined
  readonly signal: AbortSignal
  readonly report: (done: number) => void
}

/** Reads one side from a file into the collection. Rejects with `file.unreadable`, `import.*`, `import.no-serial-column`. */
export async function readFile(
  source: ByteSource,
  collection: Collection,
  { side, mapping: given, wanted, signal, report }: ReadFileOptions,
): Promise<FileSide> {
  const table = await openTable(source.chunks())
  const guessed = guessColumns(table.head.rows)
  const mapping = given ?? guessed.mapping
  const { columns, slots, fields } = chooseColumns(mapping, guessed.kind, wanted)
  if (columns === undefined) {
    await table.close()
    throw new AppError('import.no-serial-column', 'no column holds serial numbers', { path: source.name })
  }
  const counts: SideCounts = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
  for await (const batch of table.batches(columns)) {
    signal.throwIfAborted()
    readBatch(batch, { from: firstRow(batch.lines, guessed.headerLine), side, slots }, { collection, counts })
    report(source.done())
  }
  signal.throwIfAborted()
  return { kind: 'file', name: source.name, sha256: source.sha256(), ...counts, fields }
}

/** Titles and the header above the data are no rows. */
function firstRow(lines: Uint32Array, headerLine: number | null): number {
  if (headerLine === null || lines.length === 0 || lines[0]! > headerLine) return 0
  let row = 0
  while (row < lines.length && lines[row]! <= headerLine) row++
  return row
}

/** Which column of a file speaks about what is compared, the first that is there. */
const FIELD_COLUMNS: Readonly<Record<ComparedField, readonly ImportField[]>> = {
  status: ['status', 'enrollmentStatus'],
  group: ['organizationGroup'],
  profile: ['profile'],
  server: ['mdmServer'],
}

/** A console's list tells how a device is enrolled before it tells anything else. */
const CONSOLE_STATUS: readonly ImportField[] = ['enrollmentStatus', 'status']

/** These tell about a cause even where there is nothing to hold them against. */
const TOLD_ANYWAY: ReadonlySet<ComparedField> = new Set(['server'])

type Chosen = {
  readonly columns: readonly number[] | undefined
  readonly slots: Slots
  /** Everything there is a column for. */
  readonly fields: readonly ComparedField[]
}

function chooseColumns(mapping: ColumnMapping, kind: ImportKind, wanted: readonly ComparedField[] | undefined): Chosen {
  const { serial } = mapping
  if (serial === undefined) return { columns: undefined, slots: { fields: [], released: undefined }, fields: [] }
  const columns = [serial]
  const slotOf = (column: number) => columns.push(column) - 1
  const isConsole = kind === 'console-lifecycle' || kind === 'console-devices'
  const found = (Object.entries(FIELD_COLUMNS) as [ComparedField, readonly ImportField[]][]).flatMap(
    ([field, candidates]) => {
      const order = field === 'status' && isConsole ? CONSOLE_STATUS : candidates
      const column = order.map((name) => mapping[name]).find((known) => known !== undefined)
      return column === undefined ? [] : [{ field, column }]
    },
  )
  const fields = found
    .filter(({ field }) => !wanted || wanted.includes(field) || TOLD_ANYWAY.has(field))
    .map(({ field, column }) => [field, slotOf(column)] as const)
  const released = mapping.released === undefined ? undefined : slotOf(mapping.released)
  return { columns, slots: { fields, released }, fields: found.map(({ field }) => field) }
}
