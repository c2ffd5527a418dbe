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
  readonly signal: AbortSignal
  readonly report: (done: number) => void
}

/** Reads one side from a file into the collection. Rejects with `file.unreadable`, `import.*`, `import.no-serial-column`. */
export async function readFile(
  source: ByteSource,
  collection: Collection,
  { side, mapping: given, signal, report }: ReadFileOptions,
): Promise<FileSide> {
  const table = await openTable(source.chunks())
  const guessed = guessColumns(table.head.rows)
  const mapping = given ?? guessed.mapping
  const { columns, slots } = chooseColumns(mapping, guessed.kind)
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
  const fields = slots.fields.map(([field]) => field)
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

type Chosen = { readonly columns: readonly number[] | undefined; readonly slots: Slots }

function chooseColumns(mapping: ColumnMapping, kind: ImportKind): Chosen {
  const { serial } = mapping
  if (serial === undefined) return { columns: undefined, slots: { fields: [], released: undefined } }
  const columns = [serial]
  const slotOf = (column: number) => columns.push(column) - 1
  const isConsole = kind === 'console-lifecycle' || kind === 'console-devices'
  const fields = (Object.entries(FIELD_COLUMNS) as [ComparedField, readonly ImportField[]][]).flatMap(
    ([field, candidates]) => {
      const order = field === 'status' && isConsole ? CONSOLE_STATUS : candidates
      const column = order.map((name) => mapping[name]).find((found) => found !== undefined)
      return column === undefined ? [] : [[field, slotOf(column)] as const]
    },
  )
  const released = mapping.released === undefined ? undefined : slotOf(mapping.released)
  return { columns, slots: { fields, released } }
}
