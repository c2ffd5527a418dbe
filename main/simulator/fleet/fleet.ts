import { generateDevice, type Recipe } from './generated-device.ts'
import type { DeviceRow, RowPatch } from './row.ts'
import { indexOfSerial, SERIAL_CAPACITY, serialOf } from './serials.ts'

/** Consecutive devices made by one recipe; they start in one list at one position. */
type Block = { readonly start: number; readonly count: number; readonly recipe: Recipe; readonly home: Place }

/** Where a device stands: its list, and the only position of that list at which it is reported. */
type Place = { readonly list: DeviceList; readonly position: number }

/** What differs from the recipe. `place` null: in no list any more. */
type Change = { place: Place | null; row: DeviceRow | undefined; patch: RowPatch }

type Segment = { readonly position: number; readonly start: number; count: number }

/** The devices of one service in the order of arrival. Positions are never reused, so a cursor stays good. */
export type DeviceList = { readonly segments: Segment[]; length: number; size: number }

export type Fleet = ReturnType<typeof createFleet>

/**
 * Every device of the simulated world. Devices are numbers; their rows are computed when asked for, and only changes
 * are kept: a million untouched devices cost one block.
 */
export function createFleet(seed: number) {
  const blocks: Block[] = []
  const changes = new Map<number, Change>()
  const strangers = new Map<string, number>()
  let next = 0

  function blockOf(index: number): Block | undefined {
    const block = blocks[lastAtOrBefore(blocks, (candidate) => candidate.start, index)]
    return block !== undefined && index < block.start + block.count ? block : undefined
  }

  function placeOf(index: number): Place | undefined {
    const change = changes.get(index)
    if (change !== undefined) return change.place ?? undefined
    const block = blockOf(index)
    return block && { list: block.home.list, position: block.home.position + index - block.start }
  }

  function changeOf(index: number): Change {
    const known = changes.get(index)
    if (known !== undefined) return known
    const change: Change = { place: placeOf(index) ?? null, row: undefined, patch: {} }
    changes.set(index, change)
    return change
  }

  function serialAt(index: number): string {
    return changes.get(index)?.row?.serial_number ?? serialOf(index, seed)
  }

  function find(serial: string): number | undefined {
    const stranger = strangers.get(serial)
    if (stranger !== undefined) return stranger
    const index = indexOfSerial(serial, seed)
    return index !== undefined && blockOf(index) !== undefined ? index : undefined
  }

  /** Puts a device at the end of a list, or in none (null). It leaves the list where it was. */
  function place(index: number, list: DeviceList | null): void {
    const before = placeOf(index)
    if (before) before.list.size -= 1
    const change = changeOf(index)
    change.place = list && { list, position: list.length }
    if (list) append(list, index, 1)
  }

  return {
    createList: (): DeviceList => ({ segments: [], length: 0, size: 0 }),

    /** Adds `count` generated devices to the end of a list; answers the first index. */
    generate(list: DeviceList, count: number, recipe: Omit<Recipe, 'seed'>): number {
      if (!Number.isSafeInteger(count) || count < 0 || next + count > SERIAL_CAPACITY) {
        throw new RangeError(`cannot add ${count} devices`)
      }
      const start = next
      if (count === 0) return start
      next += count
      blocks.push({ start, count, recipe: { ...recipe, seed }, home: { list, position: list.length } })
      append(list, start, count)
      return start
    },

    /** Adds a device with exactly this row to the end of a list. A known serial number comes back with the new row. */
    include(list: DeviceList, row: DeviceRow): number {
      const known = find(row.serial_number)
      const index = known ?? next++
      if (known === undefined) strangers.set(row.serial_number, index)
      place(index, list)
      const change = changeOf(index)
      change.row = { ...row }
      change.patch = {}
      return index
    },

    find,

    serialAt,

    isIn: (index: number, list: DeviceList): boolean => placeOf(index)?.list === list,

    /** The device as it is now, a fresh object. */
    row(index: number): DeviceRow {
      const change = changes.get(index)
      const block = blockOf(index)
      const base = change?.row ?? (block && generateDevice(index, block.recipe))
      if (base === undefined) throw new RangeError(`there is no device ${index}`)
      return change ? { ...base, ...change.patch, serial_number: base.serial_number } : base
    },

    patch(index: number, patch: RowPatch): void {
      const change = changeOf(index)
      change.patch = { ...change.patch, ...patch }
    },

    place,

    /** The devices at and after a position, at most `limit`, and the position to go on from. */
    page(list: DeviceList, position: number, limit: number): { indexes: number[]; next: number } {
      const indexes: number[] = []
      let at = position
      let segmentAt = lastAtOrBefore(list.segments, (segment) => segment.position, position)
      while (at < list.length && indexes.length < limit) {
        const segment = list.segments[segmentAt]
        if (segment === undefined) break
        const end = segment.position + segment.count
        for (; at < end && indexes.length < limit; at += 1) {
          const index = segment.start + at - segment.position
          const change = changes.get(index)
          const isHere = change ? change.place?.list === list && change.place.position === at : true
          if (isHere) indexes.push(index)
        }
        if (at === end) segmentAt += 1
      }
      return { indexes, next: at }
    },

    /** Devices that differ from their recipe: the only ones that cost memory. */
    changeCount: (): number => changes.size,
  }
}

function append(list: DeviceList, start: number, count: number): void {
  const last = list.segments.at(-1)
  if (last !== undefined && last.start + last.count === start) last.count += count
  else list.segments.push({ position: list.length, start, count })
  list.length += count
  list.size += count
}

/** Place of the last entry whose key is not after `key`; entries ascend. -1 when there is none. */
function lastAtOrBefore<T>(entries: readonly T[], keyOf: (entry: T) => number, key: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    // The bounds keep `middle` inside the list.
    if (keyOf(entries[middle] as T) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}
