import type { SortDirection } from '../../../shared/model/device.ts'
import type { LocatedTexts, TextColumn } from './text-column.ts'

/**
 * Stable orders of a million devices in a tenth of a second: radix sorting, from the least significant digit on.
 * `base` is every device once in the order that decides between equals. Devices without a value come last in both
 * directions, in the order of `base`. What is computed per device is computed in the order of the ids, in which the
 * columns lie in memory; `base` jumps about in it.
 */

/** By device id, below `radix`. */
type Digit = { readonly values: Uint16Array; readonly radix: number }

/** A digit has at most so many values: they fit 16 bits, and its counts stay within the processor's cache. */
const MAX_RADIX = 1 << 16

/** By a whole number per device id, up to 2⁵² apart; NaN is no value. */
export function sortByNumber(base: Uint32Array, values: Float64Array, direction: SortDirection): Uint32Array {
  let [least, greatest] = [Infinity, -Infinity]
  for (let id = 0; id < values.length; id++) {
    const value = values[id]!
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  if (greatest < least) return base
  const beyond = greatest - least + 1
  const keys = new Float64Array(values.length)
  for (let id = 0; id < keys.length; id++) {
    const value = values[id]!
    keys[id] = value !== value ? beyond : direction === 'desc' ? greatest - value : value - least
  }
  return radixSort(base, splitDigits(keys, beyond + 1))
}

/** Takes the digits off one by one, which leaves `keys` all 0. The fewest digits that do, alike in size. */
function splitDigits(keys: Float64Array, count: number): Digit[] {
  const bits = Math.ceil(Math.log2(count))
  const width = Math.ceil(bits / Math.ceil(bits / Math.log2(MAX_RADIX)))
  const radix = 2 ** width
  const digits: Digit[] = []
  for (let left = bits; left > 0; left -= width) {
    const values = new Uint16Array(keys.length)
    for (let id = 0; id < keys.length; id++) {
      const key = keys[id]!
      const upper = Math.floor(key / radix)
      values[id] = key - upper * radix
      keys[id] = upper
    }
    digits.push({ values, radix })
  }
  return digits
}

/**
 * By the bytes of a text. Each position has its own small alphabet, the bytes that occur there; neighbouring positions
 * are read as one digit while that stays below the radix. Positions where all texts agree cost nothing.
 */
export function sortByText(base: Uint32Array, column: TextColumn, direction: SortDirection): Uint32Array {
  const steps = sortTexts(base, column.locate(), direction)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** As `sortByText`, some ten milliseconds of a million texts at a time. */
function* sortTexts(
  base: Uint32Array,
  texts: LocatedTexts,
  direction: SortDirection,
): Generator<undefined, Uint32Array> {
  const digits = planDigits(texts)
  yield
  let sorted = base
  for (const digit of digits.toReversed()) {
    sorted = countingSort(sorted, readDigit(texts, digit, direction))
    yield
  }
  return texts.ids.length < base.length ? countingSort(sorted, absence(texts)) : sorted
}

/** Texts compared at a time with the one before them. */
const RANKED_AT_ONCE = 100_000

/** Each device's place among the distinct texts, by device id, NaN without one. In steps, as `sortTexts`. */
export function* rankTextsOf(texts: LocatedTexts): Generator<undefined, Float64Array> {
  const { ids, size } = texts
  const sorted = yield* sortTexts(ids, texts, 'asc')
  const indexOf = new Uint32Array(size)
  for (let index = 0; index < ids.length; index++) indexOf[ids[index]!] = index
  const ranks = new Float64Array(size).fill(NaN)
  let rank = 0
  for (let at = 0; at < sorted.length; at++) {
    const id = sorted[at]!
    if (at > 0 && !isSameText(texts, indexOf[sorted[at - 1]!]!, indexOf[id]!)) rank++
    ranks[id] = rank
    if (at % RANKED_AT_ONCE === RANKED_AT_ONCE - 1) yield
  }
  return ranks
}

function isSameText({ bytes, starts, ends }: LocatedTexts, a: number, b: number): boolean {
  const [start, other] = [starts[a]!, starts[b]!]
  const length = ends[a]! - start
  if (ends[b]! - other !== length) return false
  for (let at = 0; at < length; at++) if (bytes[start + at] !== bytes[other + at]) return false
  return true
}

/** The most significant digit of all: texts before nothing. */
function absence({ ids, size }: LocatedTexts): Digit {
  const values = new Uint16Array(size).fill(1)
  for (let index = 0; index < ids.length; index++) values[ids[index]!] = 0
  return { values, radix: 2 }
}

/** A byte, or the end of the text. */
const SYMBOLS = 257

/** `ranks[0]` stands for "the text has ended" and comes first, `ranks[byte + 1]` for a byte. */
type Position = { readonly at: number; readonly size: number; readonly ranks: Uint16Array }
type TextDigit = { readonly positions: Position[]; radix: number }

/** The most significant digit first. */
function planDigits(texts: LocatedTexts): TextDigit[] {
  const digits: TextDigit[] = []
  for (const position of readAlphabets(texts)) {
    const current = digits.at(-1)
    if (current && current.radix * position.size <= MAX_RADIX) {
      current.positions.push(position)
      current.radix *= position.size
    } else digits.push({ positions: [position], radix: position.size })
  }
  return digits
}

function readAlphabets({ bytes, starts, ends }: LocatedTexts): Position[] {
  let longest = 0
  for (let index = 0; index < starts.length; index++) longest = Math.max(longest, ends[index]! - starts[index]!)
  const occurring = new Uint8Array((longest + 1) * SYMBOLS)
  for (let index = 0; index < starts.length; index++) {
    const end = ends[index]!
    let row = 0
    for (let place = starts[index]!; place < end; place++, row += SYMBOLS) occurring[row + bytes[place]! + 1] = 1
    occurring[row] = 1
  }
  const positions: Position[] = []
  let hasEnded = false
  for (let at = 0; at <= longest; at++) {
    const found = occurring.subarray(at * SYMBOLS, (at + 1) * SYMBOLS)
    hasEnded ||= found[0] === 1
    if (hasEnded) found[0] = 1 // a text that ended before has ended here too
    const ranks = new Uint16Array(SYMBOLS)
    let size = 0
    for (let symbol = 0; symbol < SYMBOLS; symbol++) if (found[symbol]) ranks[symbol] = size++
    if (size > 1) positions.push({ at, size, ranks })
  }
  return positions
}

/** All positions of the digit in one go over the texts. Where a text has ended its ranks are 0. */
function readDigit(texts: LocatedTexts, { positions, radix }: TextDigit, direction: SortDirection): Digit {
  const { bytes, ids, starts, ends, size } = texts
  const from = positions[0]!.at
  const until = positions.at(-1)!.at + 1
  const counted = new Uint16Array((until - from) * SYMBOLS)
  let weight = radix
  for (const { at, size: alphabet, ranks } of positions) {
    weight /= alphabet
    ranks.forEach((rank, symbol) => (counted[(at - from) * SYMBOLS + symbol] = rank * weight))
  }
  const values = new Uint16Array(size)
  for (let index = 0; index < ids.length; index++) {
    const start = starts[index]!
    const end = Math.min(ends[index]!, start + until)
    let value = 0
    for (let place = start + from, row = 1; place < end; place++, row += SYMBOLS) value += counted[row + bytes[place]!]!
    values[ids[index]!] = value
  }
  if (direction === 'desc') for (let id = 0; id < size; id++) values[id] = radix - 1 - values[id]!
  return { values, radix }
}

/** The least significant digit first. */
function radixSort(base: Uint32Array, digits: readonly Digit[]): Uint32Array {
  return digits.reduce(countingSort, base)
}

function countingSort(ids: Uint32Array, { values, radix }: Digit): Uint32Array {
  const digits = new Uint16Array(ids.length)
  const nexts = new Uint32Array(radix + 1)
  for (let index = 0; index < ids.length; index++) {
    const digit = values[ids[index]!]!
    digits[index] = digit
    nexts[digit + 1]!++
  }
  for (let digit = 1; digit <= radix; digit++) nexts[digit]! += nexts[digit - 1]!
  const sorted = new Uint32Array(ids.length)
  for (let index = 0; index < ids.length; index++) sorted[nexts[digits[index]!]!++] = ids[index]!
  return sorted
}
