import { listChangedSince, readDevicePosition, type DevicePosition } from '../../db/device-changes.ts'
import { listIdsBySerial, readCells, readColumn, type StoredColumn, type StoredValue } from '../../db/device-columns.ts'
import { isTimeColumn, type DeviceTimeColumn } from '../../../shared/model/device-columns.ts'
import type { ReadDb } from '../../db/open.ts'
import { TextColumn } from './text-column.ts'

const TEXTS = ['serial', 'assetTag', 'user', 'friendlyName'] as const
export type TextName = (typeof TEXTS)[number]
export type CodeName = Exclude<StoredColumn, TextName | DeviceTimeColumn>

/** Devices whose columns are read in one statement, in some ten milliseconds: its JSON stays below a megabyte. */
const PART_IDS = 50_000

/** Beyond so many changes the loaded columns are read anew. */
const MOST_CHANGES = 20_000

/** What a refresh found different: columns whose values moved, and whether devices came. */
export type Refreshed = { readonly columns: ReadonlySet<StoredColumn>; readonly hasNewDevices: boolean }

type Column =
  | { readonly kind: 'codes'; values: Uint32Array }
  | { readonly kind: 'times'; values: Float64Array }
  | { readonly kind: 'text'; values: TextColumn }

/** A column of which the devices before `next` are read. */
type Begun = { readonly column: Column; next: number }

/**
 * The columns of `devices` in memory, each by device id. A column is read when it is first asked for, or before that in
 * parts, and kept up to date by `refresh`. All reading happens inside the caller's transaction, so that every column shows the same moment.
 */
export function createColumnStore(db: ReadDb, partIds = PART_IDS) {
  const columns = new Map<StoredColumn, Column>()
  const begun = new Map<StoredColumn, Begun>()
  let bySerial: Uint32Array | undefined
  let position: DevicePosition = readDevicePosition(db)

  function load(name: StoredColumn): Column {
    columns.delete(name)
    while (!loadPart(name));
    return columns.get(name)!
  }

  function loadPart(name: StoredColumn): boolean {
    if (columns.has(name)) return true
    const part = begun.get(name) ?? { column: emptyColumn(name, position.deviceId + 1), next: 1 }
    const to = Math.min(position.deviceId, part.next + partIds - 1)
    readParts(name, part.column, { from: part.next, to })
    part.next = to + 1
    const isWhole = to === position.deviceId
    if (isWhole) {
      begun.delete(name)
      columns.set(name, part.column)
    } else begun.set(name, part)
    return isWhole
  }

  function readParts(name: StoredColumn, column: Column, { from, to }: { from: number; to: number }): void {
    for (let start = from; start <= to; start += partIds) {
      const range = { from: start, to: Math.min(to, start + partIds - 1) }
      const { ids, values } = readColumn(db, name, range)
      fillColumn(column, values, ids ? (index) => ids[index]! : (index) => start + index)
    }
  }

  function catchUp(changed: readonly number[], before: DevicePosition): ReadonlySet<StoredColumn> {
    const names = [...columns.keys(), ...begun.keys()]
    const moved = new Set<StoredColumn>()
    for (const [name, column] of columns) {
      grow(column, position.deviceId + 1)
      readParts(name, column, { from: before.deviceId + 1, to: position.deviceId })
    }
    // What is not read yet will be read as it is then.
    for (const { column } of begun.values()) grow(column, position.deviceId + 1)
    if (names.length === 0 || changed.length === 0) return moved
    for (const [id, ...values] of readCells(db, names, changed)) {
      names.forEach((name, index) => {
        const part = begun.get(name)
        if (part && id >= part.next) return
        if (setValue(part?.column ?? columns.get(name)!, id, values[index]!)) moved.add(name)
      })
    }
    for (const name of moved) {
      const column = columns.get(name)
      if (column?.kind === 'text' && column.values.isWasteful) load(name)
    }
    return moved
  }

  return {
    /** Device ids are below this. */
    size: () => position.deviceId + 1,

    codes: (name: CodeName) => (columns.get(name) ?? load(name)).values as Uint32Array, // `emptyColumn` decides by name
    times: (name: DeviceTimeColumn) => (columns.get(name) ?? load(name)).values as Float64Array,
    texts: (name: TextName) => (columns.get(name) ?? load(name)).values as TextColumn,

    has: (name: StoredColumn): boolean => columns.has(name),

    /** Reads some ten milliseconds of a column ahead; true when all of it is there. */
    loadPart,

    /** Every device once, by serial number. */
    idsBySerial: () => (bySerial ??= listIdsBySerial(db)),

    /** Catches up with the store. Undefined when no device was written since. */
    refresh(): Refreshed | undefined {
      const before = position
      position = readDevicePosition(db)
      const hasNewDevices = position.deviceId !== before.deviceId
      if (!hasNewDevices && position.changeNo === before.changeNo) return undefined
      if (hasNewDevices) bySerial = undefined
      const changed = listChangedSince(db, before, MOST_CHANGES)
      if (changed) return { columns: catchUp(changed, before), hasNewDevices }
      const all = new Set(columns.keys())
      columns.clear()
      begun.clear()
      return { columns: all, hasNewDevices }
    },
  }
}

export type ColumnStore = ReturnType<typeof createColumnStore>

function emptyColumn(name: StoredColumn, size: number): Column {
  if (isText(name)) return { kind: 'text', values: new TextColumn() }
  if (isTimeColumn(name)) return { kind: 'times', values: new Float64Array(size).fill(NaN) }
  return { kind: 'codes', values: new Uint32Array(size) }
}

function isText(name: StoredColumn): name is TextName {
  return (TEXTS as readonly string[]).includes(name)
}

/** Nothing is 0 among codes, which begin at 1 where they may be absent, and NaN among times. */
function fillColumn(column: Column, values: readonly StoredValue[], idAt: (index: number) => number): void {
  if (column.kind === 'text') return column.values.fill(values as readonly (string | null)[], idAt) // by its SQL type
  const nothing = column.kind === 'codes' ? 0 : NaN
  const numbers = column.values
  for (let index = 0; index < values.length; index++) {
    numbers[idAt(index)] = (values[index] as number | null) ?? nothing // by its SQL type
  }
}

/** Returns whether the value moved. */
function setValue(column: Column, id: number, value: StoredValue): boolean {
  if (column.kind === 'text') return column.values.set(id, value as string | null) // a text column of a STRICT table
  const before = column.values[id]
  fillColumn(column, [value], () => id)
  return !Object.is(before, column.values[id])
}

function grow(column: Column, size: number): void {
  if (column.kind === 'text' || size <= column.values.length) return
  const room = Math.ceil(size * 1.25)
  if (column.kind === 'codes') {
    const larger = new Uint32Array(room)
    larger.set(column.values)
    column.values = larger
  } else {
    const larger = new Float64Array(room).fill(NaN)
    larger.set(column.values)
    column.values = larger
  }
}
