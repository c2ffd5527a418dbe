/** A row as most callers want it: the line it begins at, counted from 1, and its cells. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/**
 * Some thousand rows as places in one run of bytes, so that a million rows do not become twelve million strings. A slot
 * is a column, or where only some columns were asked for a place in that list. A block of bytes stays in memory as long
 * as its rows do; a text of more than a dozen characters may hold on to it too (`kept` makes a copy).
 */
export class TableRows {
  readonly count: number
  /** By row: the line of the file it begins at. Of a workbook, the row of its sheet. */
  readonly lines: Uint32Array
  /** By row: how many cells it has in the file, asked for or not. */
  readonly widths: Uint32Array
  /** By row: where its slots begin in `starts` and `ends`; one more than there are rows. */
  readonly firsts: Uint32Array
  readonly bytes: Buffer
  readonly starts: Uint32Array
  /** The highest bit tells of quotes inside that still have to be undone: see `placeOf`. */
  readonly ends: Uint32Array
  readonly #encoding: CellEncoding
  #text: string | undefined
  #asked = 0

  constructor(parts: TableParts) {
    this.count = parts.lines.length
    this.lines = parts.lines
    this.widths = parts.widths
    this.firsts = parts.firsts
    this.bytes = parts.bytes
    this.starts = parts.starts
    this.ends = parts.ends
    this.#encoding = parts.encoding
  }

  /** The cell as it was meant: without its quotes, doubled ones undone. Nothing where the row has no such cell. */
  text(row: number, slot: number): string {
    const at = this.firsts[row]! + slot
    if (at >= this.firsts[row + 1]!) return ''
    const start = this.starts[at]!
    const end = this.ends[at]!
    if (end >= QUOTED_INSIDE) return withoutQuotes(this.#decode(start, end - QUOTED_INSIDE))
    return start === end ? '' : this.#decode(start, end)
  }

  /**
   * Where the bytes of a cell lie, as the file has them (UTF-8, or one byte per character). Undefined where there is no
   * cell, or where quotes inside have to be undone and `text` must be asked.
   */
  placeOf(row: number, slot: number): { readonly start: number; readonly end: number } | undefined {
    const at = this.firsts[row]! + slot
    if (at >= this.firsts[row + 1]! || this.ends[at]! >= QUOTED_INSIDE) return undefined
    return { start: this.starts[at]!, end: this.ends[at]! }
  }

  cells(row: number): string[] {
    const slots = this.firsts[row + 1]! - this.firsts[row]!
    return Array.from({ length: slots }, (_, slot) => this.text(row, slot))
  }

  *rows(): Generator<TableRow> {
    for (let row = 0; row < this.count; row++) yield { line: this.lines[row]!, cells: this.cells(row) }
  }

  /** Where a byte is a character, one decoded text serves many cells: far fewer calls into the runtime. */
  #decode(start: number, end: number): string {
    if (this.#encoding === 'utf-8') return this.bytes.toString('utf8', start, end)
    if (this.#asked < FEW && this.#text === undefined) {
      this.#asked++
      const bytes = this.bytes.subarray(start, end)
      return this.#encoding === 'ascii' ? bytes.toString('latin1') : WINDOWS.decode(bytes)
    }
    const whole = (this.#text ??=
      this.#encoding === 'ascii' ? this.bytes.toString('latin1') : WINDOWS.decode(this.bytes))
    return whole.substring(start, end)
  }
}

export type CellEncoding = 'ascii' | 'utf-8' | 'windows-1252'

export type TableParts = {
  readonly lines: Uint32Array
  readonly widths: Uint32Array
  readonly firsts: Uint32Array
  readonly bytes: Buffer
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly encoding: CellEncoding
}

export const QUOTED_INSIDE = 0x8000_0000

/** So many cells of a batch are decoded by themselves: often nobody asks for more. */
const FEW = 100

const WINDOWS = new TextDecoder('windows-1252')

/** `bc"" d" e` of the cell `"bc"" d" e`: the first quote is gone, a doubled one is one, the closing one goes. */
function withoutQuotes(text: string): string {
  let plain = ''
  let at = 0
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plain + text.slice(at)
    const isDoubled = text[quote + 1] === '"'
    plain += text.slice(at, isDoubled ? quote + 1 : quote)
    if (!isDoubled) return plain + text.slice(quote + 1)
    at = quote + 2
  }
}

/** A text that does not hold on to the block it was read from. */
export function kept(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString()
}

/** Rows that came as texts, of a workbook, in the same form. */
export function packRows(rows: readonly TableRow[], columns?: readonly number[]): TableRows {
  const places = rows.map(({ cells }) => columns ?? cells.map((_, column) => column))
  const slots = places.reduce((sum, list) => sum + list.length, 0)
  const [starts, ends] = [new Uint32Array(slots), new Uint32Array(slots)]
  const firsts = new Uint32Array(rows.length + 1)
  const parts: string[] = []
  let [slot, size] = [0, 0]
  rows.forEach(({ cells }, row) => {
    for (const column of places[row]!) {
      const text = cells[column] ?? ''
      parts.push(text)
      starts[slot] = size
      ends[slot++] = size += Buffer.byteLength(text)
    }
    firsts[row + 1] = slot
  })
  return new TableRows({
    lines: Uint32Array.from(rows, ({ line }) => line),
    widths: Uint32Array.from(rows, ({ cells }) => cells.length),
    firsts,
    bytes: Buffer.from(parts.join('')),
    starts,
    ends,
    encoding: 'utf-8',
  })
}
