import type { SortDirection } from '../../../shared/model/device.ts'
import type { LocatedTexts, TextColumn } from './text-column.ts'

/**
 * Stable orders of a million devices in a tenth of a second: radix sorting, from the least significant digit on.
 * `base` is every device once in the order that decides between equals. Devices without a value come last in both
 * directions, in the order of `base`.
 */

/** Bits of one digit: its counts stay within the processor's cache, and places written to lie near each other. */
const DIGIT_BITS = 14
const MAX_RADIX = 1 << DIGIT_BITS

/** Stands for "no value" among ranks. */
export const NO_RANK = 0xffff_ffff

/** By a rank per device id, below `count`; `NO_RANK` is no value. */
export function sortByRank(base: Uint32Array, ranks: Uint32Array, { count, direction }: RankOrder): Uint32Array {
  const keys = new Uint32Array(base.length)
  for (let index = 0; index < base.length; index++) {
    const rank = ranks[base[index]!]!
    keys[index] = rank >= count ? count : direction === 'desc' ? count - 1 - rank : rank
  }
  return radixSort(base, [{ keys, radix: count + 1 }])
}

export type RankOrder = { readonly count: number; readonly direction: SortDirection }

/** By a whole number per device id, up to 2⁵³ apart; NaN is no value. */
export function sortByNumber(base: Uint32Array, values: Float64Array, direction: SortDirection): Uint32Array {
  let [least, greatest, valued] = [Infinity, -Infinity, 0]
  for (let index = 0; index < base.length; index++) {
    const value = values[base[index]!]!
    if (value < least) least = value
    if (value > greatest) greatest = value
    if (value === value) valued++
  }
  if (valued === 0) return base
  const range = greatest - least + 1
  // Two halves of 32 bits: nothing is one more than the greatest, which fits as the range is below 2⁵³.
  const low = new Uint32Array(base.length)
  const high = new Uint32Array(range >= 2 ** 32 ? base.length : 0)
  for (let index = 0; index < base.length; index++) {
    const value = values[base[index]!]!
    const key = value !== value ? range : direction === 'desc' ? greatest - value : value - least
    const upper = Math.floor(key / 2 ** 32)
    low[index] = key - upper * 2 ** 32
    if (high.length > 0) high[index] = upper
  }
  const digits = [{ keys: low, radix: Math.min(range + 1, 2 ** 32) }]
  if (high.length > 0) digits.push({ keys: high, radix: Math.floor(range / 2 ** 32) + 1 })
  return radixSort(base, digits)
}

/**
 * By the bytes of a text. Each position has its own small alphabet, the bytes that occur there; neighbouring positions
 * are read as one digit while that stays below the radix. Positions where all texts agree cost nothing.
 */
export function sortByText(base: Uint32Array, column: TextColumn, direction: SortDirection): Uint32Array {
  const { texts, order, rest } = column.locate(base)
  const digits = planDigits(texts).map(({ positions, radix }) => ({
    keys: readDigit(texts, positions, direction === 'desc' ? radix - 1 : 0),
    radix,
  }))
  const sorted = radixSort(order, digits.reverse())
  const all = new Uint32Array(base.length)
  all.set(sorted)
  all.set(rest, sorted.length)
  return all
}

/** A byte, or the end of the text. */
const SYMBOLS = 257

/** `ranks[0]` stands for "the text has ended", `ranks[byte + 1]` for a byte. */
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

/** `top` not 0 turns the order round: the greatest value becomes 0. */
function readDigit({ bytes, starts, ends }: LocatedTexts, positions: readonly Position[], top: number): Uint32Array {
  const values = new Uint32Array(starts.length)
  for (const { at, size, ranks } of positions) {
    const ended = ranks[0]!
    for (let index = 0; index < values.length; index++) {
      const place = starts[index]! + at
      values[index] = values[index]! * size + (place < ends[index]! ? ranks[bytes[place]! + 1]! : ended)
    }
  }
  if (top > 0) for (let index = 0; index < values.length; index++) values[index] = top - values[index]!
  return values
}

/** A part of the key by place in the list to sort, below `radix`. */
type Digit = { readonly keys: Uint32Array; readonly radix: number }

/** The least significant digit first; one of a large radix is done in several passes. */
function radixSort(items: Uint32Array, digits: readonly Digit[]): Uint32Array {
  let places: Uint32Array | undefined
  for (const { keys, radix } of digits) {
    const bits = Math.ceil(Math.log2(radix))
    const passes = Math.ceil(bits / DIGIT_BITS)
    for (let pass = 0, width = Math.ceil(bits / passes); pass < passes; pass++) {
      places = countingSort(places, keys, { shift: pass * width, radix: 1 << width })
    }
  }
  if (!places) return items
  const sorted = places // written over: each place is read once
  for (let index = 0; index < sorted.length; index++) sorted[index] = items[sorted[index]!]!
  return sorted
}

function countingSort(
  places: Uint32Array | undefined,
  keys: Uint32Array,
  { shift, radix }: { readonly shift: number; readonly radix: number },
): Uint32Array {
  const mask = radix - 1
  const nexts = new Uint32Array(radix + 1)
  for (let index = 0; index < keys.length; index++) nexts[((keys[index]! >>> shift) & mask) + 1]!++
  for (let digit = 1; digit <= radix; digit++) nexts[digit]! += nexts[digit - 1]!
  const sorted = new Uint32Array(keys.length)
  for (let index = 0; index < keys.length; index++) {
    const place = places ? places[index]! : index
    sorted[nexts[(keys[place]! >>> shift) & mask]!++] = place
  }
  return sorted
}
