import type { SortDirection } from '../../../shared/model/device.ts'
import type { TextColumn } from './text-column.ts'

/**
 * Stable orders of a million devices in a tenth of a second: radix sorting, from the least significant digit on.
 * `base` is every device once in the order that decides between equals. Devices without a value come last in both
 * directions, in the order of `base`.
 */

/** A digit has at most so many values: its counts stay within the processor's cache. */
const MAX_RADIX = 1 << 16

/** By a number per device id; NaN is no value. */
export function sortByNumber(base: Uint32Array, values: ArrayLike<number>, direction: SortDirection): Uint32Array {
  const { order, rest } = split(base, (id) => !Number.isNaN(values[id]))
  let [least, greatest] = [Infinity, -Infinity]
  for (const id of order) {
    const value = values[id]!
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const radices: number[] = []
  for (let range = greatest - least + 1; range > 1; range = Math.ceil(range / MAX_RADIX)) {
    radices.push(Math.min(range, MAX_RADIX))
  }
  const isDescending = direction === 'desc'
  const digits = new Uint16Array(order.length)
  let sorted = order
  let weight = 1
  for (const radix of radices) {
    for (let index = 0; index < sorted.length; index++) {
      const value = values[sorted[index]!]!
      digits[index] = Math.floor((isDescending ? greatest - value : value - least) / weight) % MAX_RADIX
    }
    sorted = countingSort(sorted, digits, radix)
    weight *= MAX_RADIX
  }
  return joined(sorted, rest)
}

/**
 * By the bytes of a text. Each position has its own small alphabet, the bytes that occur there; neighbouring positions
 * are read as one digit while that stays below the radix. Positions where all texts agree cost nothing.
 */
export function sortByText(base: Uint32Array, column: TextColumn, direction: SortDirection): Uint32Array {
  const { order, rest } = split(base, (id) => column.has(id))
  const starts = new Uint32Array(order.length)
  const ends = new Uint32Array(order.length)
  column.locate(order, starts, ends)
  const located = { bytes: column.bytes, starts, ends }

  let places: Uint32Array = Uint32Array.from(order.keys())
  const values = new Uint32Array(order.length)
  const digits = new Uint16Array(order.length)
  for (const { positions, radix } of planDigits(located).reverse()) {
    readDigit(located, positions, values)
    for (let index = 0; index < places.length; index++) {
      const value = values[places[index]!]!
      digits[index] = direction === 'desc' ? radix - 1 - value : value
    }
    places = countingSort(places, digits, radix)
  }
  return joined(
    places.map((place) => order[place]!),
    rest,
  )
}

type Located = { readonly bytes: Uint8Array; readonly starts: Uint32Array; readonly ends: Uint32Array }
/** `ranks[0]` stands for "the text has ended", `ranks[byte + 1]` for a byte. */
type Position = { readonly at: number; readonly size: number; readonly ranks: Uint16Array }
type Digit = { readonly positions: Position[]; radix: number }

/** The most significant digit first. */
function planDigits(located: Located): Digit[] {
  const digits: Digit[] = []
  for (const position of readAlphabets(located)) {
    const current = digits.at(-1)
    if (current && current.radix * position.size <= MAX_RADIX) {
      current.positions.push(position)
      current.radix *= position.size
    } else digits.push({ positions: [position], radix: position.size })
  }
  return digits
}

function readAlphabets({ bytes, starts, ends }: Located): Position[] {
  const occurring: Uint8Array[] = []
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index]!
    const length = ends[index]! - start
    while (occurring.length <= length) occurring.push(new Uint8Array(257))
    for (let at = 0; at < length; at++) occurring[at]![bytes[start + at]! + 1] = 1
    occurring[length]![0] = 1
  }
  let hasEnded = false
  return occurring.flatMap((found, at) => {
    hasEnded ||= found[0] === 1
    if (hasEnded) found[0] = 1 // a text that ended before has ended here too
    const ranks = new Uint16Array(257)
    let size = 0
    for (let symbol = 0; symbol < 257; symbol++) if (found[symbol]) ranks[symbol] = size++
    return size > 1 ? [{ at, size, ranks }] : []
  })
}

function readDigit({ bytes, starts, ends }: Located, positions: readonly Position[], values: Uint32Array): void {
  values.fill(0)
  for (const { at, size, ranks } of positions) {
    for (let index = 0; index < values.length; index++) {
      const place = starts[index]! + at
      const rank = place < ends[index]! ? ranks[bytes[place]! + 1]! : ranks[0]!
      values[index] = values[index]! * size + rank
    }
  }
}

function countingSort(items: Uint32Array, digits: Uint16Array, radix: number): Uint32Array<ArrayBuffer> {
  const nexts = new Uint32Array(radix + 1)
  for (let index = 0; index < items.length; index++) nexts[digits[index]! + 1]!++
  for (let digit = 1; digit <= radix; digit++) nexts[digit]! += nexts[digit - 1]!
  const sorted = new Uint32Array(items.length)
  for (let index = 0; index < items.length; index++) sorted[nexts[digits[index]!]!++] = items[index]!
  return sorted
}

function split(base: Uint32Array, hasValue: (id: number) => boolean): { order: Uint32Array; rest: Uint32Array } {
  const order = new Uint32Array(base.length)
  const rest = new Uint32Array(base.length)
  let [valued, valueless] = [0, 0]
  for (const id of base) {
    if (hasValue(id)) order[valued++] = id
    else rest[valueless++] = id
  }
  return { order: order.subarray(0, valued), rest: rest.subarray(0, valueless) }
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const all = new Uint32Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
