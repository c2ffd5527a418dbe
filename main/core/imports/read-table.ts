import { AppError } from '../../../shared/errors.ts'
import { CellNotes } from './cell-notes.ts'
import { guessDelimiter, namedDelimiter } from './delimiter.ts'
import { scanRows, tooLongLine, type Block } from './scan-rows.ts'
import { packRows, type CellEncoding, type TableRow, type TableRows } from './table-rows.ts'
import { createTextDecoder, looksBinary, readTextStart, type TableEncoding } from './text-bytes.ts'
import { isZip, readWorkbook } from './workbook.ts'

/** The bytes of a file in pieces of any size. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export type TableOptions = {
  /** Overrule what the first bytes tell. */
  readonly encoding?: TableEncoding | undefined
  readonly delimiter?: string | undefined
}

export type TableHead = {
  readonly format: 'text' | 'workbook'
  /** Null for a workbook. */
  readonly encoding: TableEncoding | null
  readonly delimiter: string | null
  /** The first rows with all their cells, for whoever has to find out what the columns are. */
  readonly rows: readonly TableRow[]
}

export type BatchOptions = { readonly isReused?: boolean }

export type Table = {
  readonly head: TableHead
  /**
   * All rows, from the first, in batches; once only. `columns` are the ones to note, in this order: leaving out what
   * nobody reads saves most of the time. `isReused`: a batch counts only until the next one is asked for, which may come
   * into the same memory. Ending the loop early closes the file. Throws `import.line-too-long`, `import.too-many-columns`.
   */
  readonly batches: (columns?: readonly number[], options?: BatchOptions) => AsyncGenerator<TableRows, void, undefined>
  /** Rows without anything in them so far, which are in no batch. */
  readonly emptyRows: () => number
  /** For a table whose rows nobody wants: closes the file. */
  readonly close: () => Promise<void>
}

/** Rows of the head. */
const HEAD_ROWS = 50

/** What a delimiter and a header are found in. */
const HEAD_BYTES = 64 * 1024

/** What is split at once. Smaller pieces are gathered, larger ones are cut. */
const BLOCK_BYTES = 1024 * 1024

const NO_BYTES = Buffer.alloc(0)

/**
 * Opens a table of any encoding, delimiter and kind of line break, or a workbook, of which the first sheet is read. It
 * is read once, from front to back, a block at a time: memory does not grow with the file (a workbook is bounded).
 * Throws `import.not-a-table`, `import.line-too-long`, `import.too-many-columns`, `import.workbook-unreadable`,
 * `import.workbook-too-large`.
 */
export async function openTable(chunks: Chunks, options: TableOptions = {}): Promise<Table> {
  const pieces = piecesOf(chunks)
  try {
    const first = (await pieces.next()).value ?? NO_BYTES
    if (isZip(first)) return workbookTable(await readWorkbook(first, pieces))
    return textTable({ first, pieces }, options)
  } catch (error) {
    await pieces.return()
    throw error
  }
}

/** `openTable` and all of its rows, one by one: for small files and for tests. */
export async function readTable(chunks: Chunks, options: TableOptions = {}): Promise<readonly TableRow[]> {
  const table = await openTable(chunks, options)
  const rows: TableRow[] = []
  for await (const batch of table.batches()) rows.push(...batch.rows())
  return rows
}

type Pieces = AsyncGenerator<Buffer, void, undefined>

function textTable({ first, pieces }: { first: Buffer; pieces: Pieces }, options: TableOptions): Table {
  const start = readTextStart(first)
  const decoder = createTextDecoder({ ...start, encoding: options.encoding ?? start.encoding })
  const isWhole = first.length < BLOCK_BYTES
  const decoded = decoder.decode(first, isWhole)
  if (looksBinary(decoded.bytes)) throw new AppError('import.not-a-table', 'it holds no text')

  const named = namedDelimiter(decoded.bytes)
  const body = named ? decoded.bytes.subarray(named.lineBytes) : decoded.bytes
  const headBytes = body.subarray(0, HEAD_BYTES)
  const isWholeHead = isWhole && headBytes.length === body.length
  const delimiter = options.delimiter ?? named?.delimiter ?? guessDelimiter(headBytes, decoded.encoding, isWholeHead)
  const code = delimiter.charCodeAt(0)
  const line = named ? 2 : 1
  const headRows = firstRows({ bytes: body, encoding: decoded.encoding, line, isLast: isWhole }, code)
  let emptyRows = 0

  async function* batches(
    columns?: readonly number[],
    { isReused = false }: BatchOptions = {},
  ): AsyncGenerator<TableRows, void, undefined> {
    const join = isReused ? createJoiner() : (a: Buffer, b: Buffer) => Buffer.concat([a, b])
    const notes = isReused ? new CellNotes(columns) : undefined
    let left: Buffer = NO_BYTES
    let encoding: CellEncoding = 'ascii'
    let nextLine = line
    for await (const piece of decodedPieces({ bytes: body, encoding: decoded.encoding }, isWhole)) {
      encoding = left.length > 0 && piece.encoding === 'ascii' ? encoding : piece.encoding
      const bytes = left.length > 0 ? join(left, piece.bytes) : piece.bytes
      const block = { bytes, encoding, line: nextLine, isLast: piece.isLast }
      const scanned = scanRows(block, code, columns, notes)
      left = bytes.subarray(scanned.used)
      nextLine = scanned.line
      emptyRows += scanned.emptyRows
      if (scanned.rows.count > 0) yield scanned.rows
    }
  }

  async function* decodedPieces(begin: { bytes: Buffer; encoding: CellEncoding }, isOnly: boolean) {
    try {
      yield { ...begin, isLast: isOnly }
      if (isOnly) return
      for await (const piece of pieces) yield { ...decoder.decode(piece, false), isLast: false }
      yield { ...decoder.decode(NO_BYTES, true), isLast: true }
    } finally {
      await pieces.return()
    }
  }

  return {
    head: {
      format: 'text',
      encoding: decoder.encoding(),
      delimiter,
      rows: headRows,
    },
    batches,
    emptyRows: () => emptyRows,
    close: async () => void (await pieces.return()),
  }
}

/** Two buffers one behind the other, in the same memory each time; `a` may be the end of what was joined last. */
function createJoiner(): (a: Buffer, b: Buffer) => Buffer {
  let room = NO_BYTES
  return (a, b) => {
    const length = a.length + b.length
    const into = length > room.length ? (room = Buffer.allocUnsafeSlow(length + BLOCK_BYTES / 4)) : room
    into.set(a)
    into.set(b, a.length)
    return into.subarray(0, length)
  }
}

/** Of the first block, and as a rule of a small part of it. Throws where the whole block is not one row. */
function firstRows(block: Block, delimiter: number): readonly TableRow[] {
  for (const size of [HEAD_BYTES, BLOCK_BYTES]) {
    const bytes = block.bytes.subarray(0, size)
    const { rows, used } = scanRows(
      { ...block, bytes, isLast: block.isLast && bytes.length === block.bytes.length },
      delimiter,
    )
    if (used > 0) return [...rows.rows()].slice(0, HEAD_ROWS)
  }
  if (!block.isLast) throw tooLongLine(block.line)
  return []
}

/** Rows that a workbook gives at once are handed on in batches like those of a text. */
const ROWS_PER_BATCH = 5000

function workbookTable(all: readonly TableRow[]): Table {
  const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return {
    head: { format: 'workbook', encoding: null, delimiter: null, rows: filled.slice(0, HEAD_ROWS) },
    async *batches(columns) {
      for (let at = 0; at < filled.length; at += ROWS_PER_BATCH) {
        yield packRows(filled.slice(at, at + ROWS_PER_BATCH), columns)
      }
    },
    emptyRows: () => all.length - filled.length,
    close: async () => {},
  }
}

/** In blocks of the size that is split at once; only the last one is shorter. */
async function* piecesOf(chunks: Chunks): Pieces {
  let gathered: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + BLOCK_BYTES - size)
      gathered.push(part)
      size += part.length
      at += part.length
      if (size < BLOCK_BYTES) continue
      yield gathered.length === 1 ? part : Buffer.concat(gathered)
      gathered = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(gathered)
}
