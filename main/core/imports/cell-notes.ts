import { TableRows, type CellEncoding } from './table-rows.ts'

/** Beyond every column. */
const NONE = 0x7fff_ffff

/** Places of cells while a block is scanned, in arrays that grow. */
export class CellNotes {
  #starts = new Uint32Array(1 << 12)
  #ends = new Uint32Array(1 << 12)
  #lines = new Uint32Array(1 << 10)
  #widths = new Uint32Array(1 << 10)
  #firsts = new Uint32Array(1 << 10)
  #rows = 0
  #slots = 0
  #rowSlots = 0
  /** By column: its slot plus one, 0 where nobody asked for it. Undefined where all were asked for. */
  readonly #slotOf: Uint32Array | undefined
  readonly #nextAsked: Uint32Array | undefined
  readonly #stride: number

  constructor(columns: readonly number[] | undefined) {
    this.#stride = columns?.length ?? 0
    if (!columns) return
    this.#slotOf = new Uint32Array(Math.max(0, ...columns) + 1)
    columns.forEach((column, slot) => (this.#slotOf![column] = slot + 1))
    this.#nextAsked = new Uint32Array(this.#slotOf.length)
    for (let column = this.#slotOf.length - 1, next = NONE; column >= 0; column--) {
      if (this.#slotOf[column]! > 0) next = column
      this.#nextAsked[column] = next
    }
  }

  get rows(): number {
    return this.#rows
  }

  /** This column or the first behind it that was asked for. */
  nextAsked(column: number): number {
    const next = this.#nextAsked
    if (next === undefined) return column
    return column < next.length ? next[column]! : NONE
  }

  add(column: number, start: number, end: number): void {
    if (this.#slotOf === undefined) {
      const at = this.#slots + column
      if (at >= this.#starts.length) this.#reserve(at + 1)
      this.#starts[at] = start
      this.#ends[at] = end
      this.#rowSlots = column + 1
      return
    }
    const slot = column < this.#slotOf.length ? this.#slotOf[column]! : 0
    if (slot === 0) return
    const at = this.#slots + slot - 1
    this.#starts[at] = start
    this.#ends[at] = end
  }

  /** Before the first row of a block: what was noted before is forgotten. */
  begin(): void {
    this.#rows = 0
    this.#slots = 0
    this.#rowSlots = 0
  }

  /** Before the first cell of a row. */
  beginRow(): void {
    this.#rowSlots = this.#stride
    if (this.#slotOf === undefined) return
    const end = this.#slots + this.#stride
    if (end > this.#starts.length) this.#reserve(end)
    // Cells that a row does not have are empty ones; a row that was left out may have written here.
    for (let at = this.#slots; at < end; at++) this.#starts[at] = this.#ends[at] = 0
  }

  endRow(line: number, width: number): void {
    const row = this.#rows++
    if (row + 1 >= this.#lines.length) this.#reserveRows()
    this.#lines[row] = line
    this.#widths[row] = width
    this.#slots += this.#rowSlots
    this.#firsts[row + 1] = this.#slots
  }

  finish(bytes: Buffer, encoding: CellEncoding): TableRows {
    return new TableRows({
      lines: this.#lines.subarray(0, this.#rows),
      widths: this.#widths.subarray(0, this.#rows),
      firsts: this.#firsts.subarray(0, this.#rows + 1),
      bytes,
      starts: this.#starts.subarray(0, this.#slots),
      ends: this.#ends.subarray(0, this.#slots),
      encoding,
    })
  }

  #reserve(length: number): void {
    this.#starts = grown(this.#starts, length)
    this.#ends = grown(this.#ends, length)
  }

  #reserveRows(): void {
    const length = this.#lines.length * 2
    this.#lines = grown(this.#lines, length)
    this.#widths = grown(this.#widths, length)
    this.#firsts = grown(this.#firsts, length + 1)
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(length, array.length * 2))
  larger.set(array)
  return larger
}
