import { AppError } from '../../../shared/errors.ts'
import { CellNotes } from './cell-notes.ts'
import { CellSkipper } from './skip-cells.ts'
import { QUOTED_INSIDE, type CellEncoding, type TableRows } from './table-rows.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20

/** A spreadsheet's cell holds 32,767 characters. A quote that stays open longer was never meant to open anything. */
export const MAX_QUOTED_BYTES = 128 * 1024
export const MAX_LINE_BYTES = 1024 * 1024
/** As many as a spreadsheet has. */
export const MAX_COLUMNS = 16_384

export type Block = {
  readonly bytes: Buffer
  readonly encoding: CellEncoding
  /** The line of the file it begins at. */
  readonly line: number
  /** True where nothing follows: then a row needs no line break. */
  readonly isLast: boolean
}

export type Scanned = {
  readonly rows: TableRows
  /** Bytes and lines before this belong to complete rows; the rest comes again with the next block. */
  readonly used: number
  readonly line: number
  /** Rows of nothing but blanks and delimiters, which are left out. */
  readonly emptyRows: number
}

/**
 * Splits bytes of UTF-8 or of a code page into rows and cells. Lines end with LF, CR or both. A quote counts only where
 * a cell begins with it; one that never closes, or that closes lines later in the middle of another cell, is a letter
 * like any other. Throws `import.line-too-long`, `import.too-many-columns`.
 */
export function scanRows(
  block: Block,
  delimiter: number,
  columns?: readonly number[],
  /** Of these columns, where the places that were noted before are not needed any more. */
  notes = new CellNotes(columns),
): Scanned {
  notes.begin()
  const scan = new RowScan(block, delimiter, notes)
  while (scan.next()) continue
  return scan.finish()
}

class RowScan {
  readonly #bytes: Buffer
  readonly #end: number
  readonly #block: Block
  readonly #delimiter: number
  /** By byte: 1 where a cell without quotes ends at it. */
  readonly #stops: Uint8Array
  readonly #skipper: CellSkipper
  readonly #notes: CellNotes
  #used = 0
  #line: number
  #emptyRows = 0
  /** Of the quoted cell read last. */
  #quotedEnd = 0
  #quotedNext = 0
  #quotedBreaks = 0
  #hasQuotesInside = false

  constructor(block: Block, delimiter: number, notes: CellNotes) {
    this.#block = block
    this.#bytes = block.bytes
    this.#end = block.bytes.length
    this.#line = block.line
    this.#delimiter = delimiter
    this.#stops = stopsAt(delimiter)
    this.#skipper = new CellSkipper(block.bytes, delimiter)
    this.#notes = notes
  }

  /** Reads one row; false where the block holds no further complete one. */
  next(): boolean {
    const bytes = this.#bytes
    const end = this.#end
    const stops = this.#stops
    const notes = this.#notes
    const isLast = this.#block.isLast
    let at = this.#used
    if (at >= end) return false
    let line = this.#line
    let isEmpty = true
    let maySkip = true
    notes.beginRow()
    for (let column = 0; ; column++) {
      // What tells an empty row from others, and where a quote counts, is not skipped.
      if (!isEmpty) {
        const next = notes.nextAsked(column)
        if (next > column && next < MAX_COLUMNS) {
          at = this.#skipper.skipCells(at, column, next)
          column = this.#skipper.column
        } else if (next >= MAX_COLUMNS && maySkip) {
          const lineEnd = this.#skipper.skipLine(at, MAX_COLUMNS - column)
          if (lineEnd >= 0) at = lineEnd
          else maySkip = false
        }
      }
      if (column >= MAX_COLUMNS) throw this.#tooManyColumns()
      let start = at
      let isQuoted = false
      if (at < end && bytes[at] === QUOTE) {
        const found = this.#scanQuoted(at)
        if (found === 'wait') return this.#wait()
        isQuoted = found === 'quoted'
      }
      if (isQuoted) {
        start++
        at = this.#quotedNext
        line += this.#quotedBreaks
        notes.add(column, start, this.#hasQuotesInside ? this.#quotedEnd + QUOTED_INSIDE : this.#quotedEnd)
        isEmpty = false
        maySkip = true
      } else {
        while (at < end && stops[bytes[at]!] === 0) at++
        if (at === end && !isLast) return this.#wait()
        notes.add(column, start, at)
        if (isEmpty && at > start) isEmpty = this.#isBlank(start, at)
      }
      if (at < end && bytes[at] === this.#delimiter) {
        at++
        continue
      }
      // The line feed that belongs to a carriage return may come with the next block.
      if (at + 1 === end && bytes[at] === CR && !isLast) return this.#wait()
      if (at < end) at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1
      if (at - this.#used > MAX_LINE_BYTES) throw this.#tooLong()
      if (isEmpty) this.#emptyRows++
      else notes.endRow(this.#line, column + 1)
      this.#used = at
      this.#line = line + 1
      return true
    }
  }

  finish(): Scanned {
    const { bytes, encoding } = this.#block
    return {
      rows: this.#notes.finish(bytes, encoding),
      used: this.#used,
      line: this.#line,
      emptyRows: this.#emptyRows,
    }
  }

  /** From an opening quote to the delimiter or line break behind its closing one. */
  #scanQuoted(from: number): 'quoted' | 'literal' | 'wait' {
    const bytes = this.#bytes
    const end = this.#end
    const stops = this.#stops
    const isLast = this.#block.isLast
    const most = Math.min(end, from + MAX_QUOTED_BYTES)
    let breaks = 0
    let hasQuotes = false
    let at = from + 1
    for (; at < most; at++) {
      const byte = bytes[at]!
      if (byte === LF) breaks++
      else if (byte === CR && bytes[at + 1] !== LF) breaks++
      else if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break
        hasQuotes = true
        at++
      }
    }
    if (at >= most) return most === end && !isLast ? 'wait' : 'literal'
    if (at + 1 === end && !isLast) return 'wait'
    this.#quotedEnd = at++
    if (at < end && stops[bytes[at]!] === 0) {
      if (breaks > 0) return 'literal'
      while (at < end && stops[bytes[at]!] === 0) at++
      if (at === end && !isLast) return 'wait'
      this.#quotedEnd = at
      hasQuotes = true
    }
    this.#quotedNext = at
    this.#quotedBreaks = breaks
    this.#hasQuotesInside = hasQuotes
    return 'quoted'
  }

  /** Spaces and what cannot be seen, as a file may end with. */
  #isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#bytes[at]! > SPACE) return false
    return true
  }

  #wait(): false {
    if (this.#end - this.#used > MAX_LINE_BYTES) throw this.#tooLong()
    return false
  }

  #tooLong(): AppError {
    return tooLongLine(this.#line)
  }

  #tooManyColumns(): AppError {
    const text = `line ${this.#line} has more than ${MAX_COLUMNS} columns`
    return new AppError('import.too-many-columns', text, { facts: { line: this.#line, mostColumns: MAX_COLUMNS } })
  }
}

function stopsAt(delimiter: number): Uint8Array {
  const stops = new Uint8Array(256)
  for (const code of [delimiter, LF, CR]) stops[code] = 1
  return stops
}

export function tooLongLine(line: number): AppError {
  const text = `line ${line} is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB`
  return new AppError('import.line-too-long', text, { facts: { line, mostBytes: MAX_LINE_BYTES } })
}
