import type { ColumnMapping, ImportField, ImportKind } from '../../../shared/model/import.ts'
import type { ComparedField } from '../../../shared/model/reconcile.ts'
import { AppError } from '../../../shared/errors.ts'
import type { OpenByteSource } from '../../ports/byte-source.ts'
import { guessColumns, openTable } from '../imports/index.ts'
import { createBatchReader, type SideCounts, type Slots } from './read-batch.ts'
import type { ReadSide } from './side-batch.ts'

/** Reads a side in this thread. Rejects with `file.unreadable`, `import.*`, `import.no-serial-column`. */
export function createSideReader(openByteSource: OpenByteSource): ReadSide {
  return async function* ({ path, mapping: given, wanted }, signal) {
    const source = await openByteSource(path)
    const total = source.size ?? null
    const table = await openTable(source.chunks())
    const guessed = guessColumns(table.head.rows)
    const { columns, slots, fields } = chooseColumns(given ?? guessed.mapping, guessed.kind, wanted)
    if (columns === undefined) {
      await table.close()
      throw new AppError('import.no-serial-column', 'no column holds serial numbers', { path: source.name })
    }
    const counts: SideCounts = { rows: 0, accepted: 0, repaired: 0, rejected: 0 }
    const read = createBatchReader(slots, counts)
    // Nothing of a batch is kept: the next one may be read into the same memory.
    for await (const batch of table.batches(columns, { isReused: true })) {
      signal.throwIfAborted()
      yield { fields, ...read(batch, firstRow(batch.lines, guessed.headerLine)), done: source.done(), total }
    }
    signal.throwIfAborted()
    return { kind: 'file', name: source.name, sha256: source.sha256(), ...counts, fields }
  }
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
