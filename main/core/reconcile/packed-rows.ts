import {
  CAUSES,
  COMPARED_FIELDS,
  REMEDIES,
  VERDICTS,
  type Cause,
  type Difference,
  type ReconcileRow,
  type Remedy,
  type Verdict,
} from '../../../shared/model/reconcile.ts'
import { NO_LINE } from './collection.ts'

/** Rows of one piece: what a page reads, and what is skipped to get to it. */
export const ROWS_PER_PIECE = 2048

/** Longer texts are cut. */
const MAX_TEXT_BYTES = 250

/** One byte each for cause, remedy, which fields differ; two lines of four; the lengths of two texts. */
const FIXED_BYTES = 13
const MOST_BYTES = FIXED_BYTES + 2 * (MAX_TEXT_BYTES + 1) + COMPARED_FIELDS.length * 2 * (MAX_TEXT_BYTES + 1)

/** Rows of one verdict, packed: `first` is the place of the first among all of that verdict. */
export type RowPiece = {
  readonly verdict: Verdict
  readonly first: number
  readonly count: number
  readonly packed: Uint8Array
}

export type PackedRow = {
  readonly serial: Uint8Array
  readonly cause: Cause | null
  readonly remedy: Remedy | null
  /** 0: the side does not have it. */
  readonly portalLine: number
  readonly consoleLine: number
  readonly other: Uint8Array | null
  readonly differences: readonly { readonly field: number; readonly portal: Uint8Array; readonly console: Uint8Array }[]
}

/** Packs rows of one verdict in the order they are added; full pieces are handed to `done`. */
export class RowPacker {
  readonly #verdict: Verdict
  readonly #done: (piece: RowPiece) => void
  #buffer = Buffer.allocUnsafe(64 * 1024)
  #used = 0
  #count = 0
  #first = 0

  constructor(verdict: Verdict, done: (piece: RowPiece) => void) {
    this.#verdict = verdict
    this.#done = done
  }

  /** A row with nothing to say but where it stands. */
  addPlain(from: Uint8Array, start: number, end: number, portalLine: number, consoleLine: number): void {
    this.#reserve()
    this.#head(0, 0, 0)
    this.#lines(portalLine, consoleLine)
    this.#text(from, start, end)
    this.#buffer[this.#used++] = 0
    if (++this.#count === ROWS_PER_PIECE) this.flush()
  }

  /** `from` holds the serial number. */
  add(from: Uint8Array, start: number, end: number, row: Omit<PackedRow, 'serial'>): void {
    this.#reserve()
    let mask = 0
    for (const { field } of row.differences) mask |= 1 << field
    this.#head(
      row.cause === null ? 0 : CAUSES.indexOf(row.cause) + 1,
      row.remedy === null ? 0 : REMEDIES.indexOf(row.remedy) + 1,
      mask,
    )
    this.#lines(row.portalLine, row.consoleLine)
    this.#text(from, start, end)
    if (row.other) this.#text(row.other, 0, row.other.length)
    else this.#buffer[this.#used++] = 0
    for (const { portal, console } of row.differences) {
      this.#text(portal, 0, portal.length)
      this.#text(console, 0, console.length)
    }
    if (++this.#count === ROWS_PER_PIECE) this.flush()
  }

  flush(): void {
    if (this.#count === 0) return
    const packed = Buffer.from(this.#buffer.subarray(0, this.#used))
    this.#done({ verdict: this.#verdict, first: this.#first, count: this.#count, packed })
    this.#first += this.#count
    this.#count = 0
    this.#used = 0
  }

  #head(cause: number, remedy: number, mask: number): void {
    const buffer = this.#buffer
    buffer[this.#used++] = cause
    buffer[this.#used++] = remedy
    buffer[this.#used++] = mask
  }

  #lines(portalLine: number, consoleLine: number): void {
    const buffer = this.#buffer
    let at = this.#used
    // Kept in the order of `readUInt32LE`; an array keeps the lowest eight bits of each.
    for (let line = portalLine, more = 0; more < 4; more++, line >>>= 8) buffer[at++] = line
    for (let line = consoleLine, more = 0; more < 4; more++, line >>>= 8) buffer[at++] = line
    this.#used = at
  }

  #reserve(): void {
    if (this.#used + MOST_BYTES <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2)
    larger.set(this.#buffer.subarray(0, this.#used))
    this.#buffer = larger
  }

  /** Its length, then its bytes; cut between two characters. */
  #text(from: Uint8Array, start: number, end: number): void {
    let length = Math.min(end - start, MAX_TEXT_BYTES)
    if (length < end - start) while (length > 0 && (from[start + length]! & 0xc0) === 0x80) length--
    const buffer = this.#buffer
    buffer[this.#used++] = length
    for (let at = 0; at < length; at++) buffer[this.#used++] = from[start + at]!
  }
}

/** The rows of a piece from `skip` on, at most `limit`. */
export function* unpackRows(piece: RowPiece, skip = 0, limit = Infinity): Generator<ReconcileRow> {
  const bytes = Buffer.from(piece.packed.buffer, piece.packed.byteOffset, piece.packed.byteLength)
  let at = 0
  let given = 0
  const text = () => {
    const start = at + 1
    at = start + bytes[at]!
    return bytes.toString('utf8', start, at)
  }
  const skipText = () => void (at += 1 + bytes[at]!)
  for (let row = 0; row < piece.count && given < limit; row++) {
    const fields = fieldsOf(bytes[at + 2]!)
    if (row < skip) {
      at += 11
      for (let texts = 2 + fields.length * 2; texts > 0; texts--) skipText()
      continue
    }
    const [cause, remedy] = [bytes[at]!, bytes[at + 1]!]
    const [portalLine, consoleLine] = [bytes.readUInt32LE(at + 3), bytes.readUInt32LE(at + 7)]
    at += 11
    const serial = text()
    const other = text()
    const differences: readonly Difference[] =
      fields.length === 0
        ? NO_DIFFERENCES
        : fields.map((field) => ({ field: COMPARED_FIELDS[field]!, portal: text(), console: text() }))
    given++
    yield {
      serial: serial === '' ? null : serial,
      verdict: piece.verdict,
      cause: CAUSES[cause - 1] ?? null,
      remedy: REMEDIES[remedy - 1] ?? null,
      portalLine: lineOf(portalLine),
      consoleLine: lineOf(consoleLine),
      other: other === '' ? null : other,
      differences,
    }
  }
}

const NO_DIFFERENCES: readonly Difference[] = []

function fieldsOf(mask: number): readonly number[] {
  return mask === 0 ? NO_FIELDS : COMPARED_FIELDS.map((_, field) => field).filter((field) => mask & (1 << field))
}

const NO_FIELDS: readonly number[] = []

function lineOf(line: number): number | null {
  return line === 0 || line === NO_LINE ? null : line
}

/** A row as it is packed again, after something about it has become known. */
export function packable(row: ReconcileRow): Omit<PackedRow, 'serial'> & { readonly serial: Buffer } {
  const isRecord = row.consoleLine === null && row.verdict !== 'portal-only' && row.verdict !== 'invalid'
  return {
    ...row,
    serial: Buffer.from(row.serial ?? ''),
    portalLine: row.portalLine ?? 0,
    consoleLine: row.consoleLine ?? (isRecord ? NO_LINE : 0),
    other: row.other === null ? null : Buffer.from(row.other),
    differences: row.differences.map(({ field, portal, console }) => ({
      field: COMPARED_FIELDS.indexOf(field),
      portal: Buffer.from(portal),
      console: Buffer.from(console),
    })),
  }
}

/** For the sets that have no rows yet. */
export function createPackers(done: (piece: RowPiece) => void): Readonly<Record<Verdict, RowPacker>> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, new RowPacker(verdict, done)])) as Record<
    Verdict,
    RowPacker
  > // of every verdict
}
