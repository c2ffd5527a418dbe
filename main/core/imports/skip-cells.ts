const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/** Four bytes of a word, the first of them the lowest: every processor that this program runs on has them so. */
const QUOTES = 0x2222_2222
const ONES = 0x0101_0101
const SIXTEENS = 0x1010_1010
const LOWER = 0x7f7f_7f7f
const HIGHEST = 0x8080_8080 | 0

/**
 * Passes over cells that nobody asked for, four bytes at a time. It only ever stops early, and never behind a place where
 * the reader of cells has something to decide.
 */
export class CellSkipper {
  readonly #bytes: Uint8Array
  readonly #words: Int32Array
  /** How many bytes lie in `#words` before the first one. */
  readonly #shift: number
  readonly #delimiter: number
  /** The cell that `skipCells` came to. */
  column = 0

  constructor(bytes: Uint8Array, delimiter: number) {
    const { buffer, byteOffset, length } = bytes
    this.#bytes = bytes
    this.#shift = byteOffset & 3
    this.#words = new Int32Array(buffer, byteOffset - this.#shift, (length + this.#shift) >> 2)
    this.#delimiter = delimiter
  }

  /**
   * From the beginning of a cell to that of the cell `until`. Stops earlier at one that begins with a quote, at the end of
   * the line, and at the last one of the block. Which one it is stands in `column`.
   */
  skipCells(from: number, fromColumn: number, until: number): number {
    const bytes = this.#bytes
    const words = this.#words
    const shift = this.#shift
    const delimiter = this.#delimiter
    const delimiters = Math.imul(delimiter, ONES)
    let column = fromColumn
    let mask = fromByte(from + shift)
    for (let at = (from + shift) >> 2; at < words.length; at++) {
      const word = words[at]!
      const a = word ^ delimiters
      const b = word ^ QUOTES
      // The highest bit of each byte that is a delimiter; of one that is a quote or below 16, and now and then of one above.
      const ends = ~(((a & LOWER) + LOWER) | a | LOWER) & mask
      const special = (((b - ONES) & ~b) | ((word - SIXTEENS) & ~word)) & HIGHEST & mask
      const count = Math.imul(ends >>> 7, ONES) >>> 24
      mask = -1
      if (special === 0 && column + count < until) {
        column += count
        continue
      }
      for (let found = ends | special; found !== 0; found &= found - 1) {
        const place = (at << 2) - shift + firstByte(found)
        const byte = bytes[place]!
        if (byte === delimiter) {
          if (++column >= until) return this.#stopAt(place + 1, column)
        } else if (byte === LF || byte === CR) return this.#stopAt(place, column)
        else if (byte === QUOTE && (place === from || bytes[place - 1] === delimiter))
          return this.#stopAt(place, column)
      }
    }
    let cell = Math.max(from, (words.length << 2) - shift)
    while (cell > from && bytes[cell - 1] !== delimiter) cell--
    return this.#stopAt(cell, column)
  }

  #stopAt(place: number, column: number): number {
    this.column = column
    return place
  }

  /** Where the line ends. -1 where a quote comes before, or the end of the block, or more than so many bytes. */
  skipLine(from: number, most: number): number {
    const bytes = this.#bytes
    const words = this.#words
    const shift = this.#shift
    const end = Math.min(words.length, (from + most + shift) >> 2)
    let mask = fromByte(from + shift)
    for (let at = (from + shift) >> 2; at < end; at++) {
      const word = words[at]!
      const b = word ^ QUOTES
      let found = (((b - ONES) & ~b) | ((word - SIXTEENS) & ~word)) & HIGHEST & mask
      mask = -1
      for (; found !== 0; found &= found - 1) {
        const place = (at << 2) - shift + firstByte(found)
        const byte = bytes[place]!
        if (byte === LF || byte === CR) return place
        if (byte === QUOTE) return -1
      }
    }
    return -1
  }
}

/** A mask of the bytes of a word from this one on. */
function fromByte(place: number): number {
  return -1 << ((place & 3) << 3)
}

function firstByte(found: number): number {
  return (31 - Math.clz32(found & -found)) >> 3
}
