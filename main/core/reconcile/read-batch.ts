import type { SerialFault } from '../../../shared/model/import.ts'
import type { Cause, ComparedField } from '../../../shared/model/reconcile.ts'
import { readSerial, type TableRows } from '../imports/index.ts'
import { ByteTable, hashOf } from './byte-table.ts'
import type { SideBatch } from './side-batch.ts'

/** Where the columns are among those that were asked for; the serial number comes first. */
export type Slots = {
  readonly fields: readonly (readonly [field: ComparedField, slot: number])[]
  /** When the device was released: overrules the status. */
  readonly released: number | undefined
}

export type SideCounts = { rows: number; accepted: number; repaired: number; rejected: number }

const RELEASED = 'Released'

export type ReadRows = Pick<SideBatch, 'told' | 'serials' | 'hashes' | 'lines' | 'values' | 'texts' | 'rejected'>

/**
 * Turns batches of a file's rows into those of a side. Bytes are looked at where they lie: next to no text is made of
 * them. The texts of cells are numbered through the whole file.
 */
export function createBatchReader({ fields, released }: Slots, counts: SideCounts) {
  const texts = new ByteTable()
  texts.addText('')
  const named = fields.map(([field]) => field)
  const told = released === undefined || named.includes('status') ? named : [...named, 'status' as const]
  const slots = Uint32Array.from(fields, ([, slot]) => slot)
  const statusAt = told.indexOf('status')
  let sent = 1

  return (batch: TableRows, from: number): ReadRows => {
    const { bytes, firsts, starts, ends, lines } = batch
    const most = batch.count - from
    const serials = new SerialList(most)
    const hashes = new Uint32Array(most)
    const linesOf = new Uint32Array(most)
    const width = told.length
    const values = new Uint32Array(most * width)
    const rejected: SideBatch['rejected'][number][] = []
    // What a column says is mostly what it said in the row before; bytes tell that only where code pages do not differ.
    const lasts = new Uint32Array(slots.length)
    for (let row = from; row < batch.count; row++) {
      counts.rows++
      const first = firsts[row]!
      const next = firsts[row + 1]!
      const start = first < next ? starts[first]! : 0
      const end = first < next ? ends[first]! : 0
      const no = serials.count
      if (isPlainSerial(bytes, start, end)) {
        counts.accepted++
        hashes[no] = hashOf(bytes, start, end)
        serials.add(bytes, start, end)
      } else {
        const text = batch.text(row, 0)
        const read = readSerial(text)
        if (read.outcome === 'rejected') {
          counts.rejected++
          rejected.push({ line: lines[row]!, cause: CAUSE_OF[read.why], text: text.trim().slice(0, MAX_TEXT) })
          continue
        }
        counts[read.outcome]++
        const repaired = Buffer.from(read.serial)
        hashes[no] = hashOf(repaired, 0, repaired.length)
        serials.add(repaired, 0, repaired.length)
      }
      linesOf[no] = lines[row]!
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at]!
        const cell = first + slot
        if (cell >= next) continue
        let textNo = lasts[at]!
        if (textNo === 0 || ends[cell]! > bytes.length || !texts.equals(textNo, bytes, starts[cell]!, ends[cell]!)) {
          textNo = numberOf(texts, batch, { row, slot })
          lasts[at] = isShortAscii(bytes, starts[cell]!, ends[cell]!) ? textNo : 0
        }
        values[no * width + at] = textNo
      }
      if (released !== undefined && numberOf(texts, batch, { row, slot: released }) > 0) {
        values[no * width + statusAt] = texts.addText(RELEASED)
      }
    }
    const { count } = serials
    const fresh = textsFrom(texts, sent)
    sent = texts.count
    return {
      told,
      serials: serials.packed(),
      hashes: hashes.subarray(0, count),
      lines: linesOf.subarray(0, count),
      values: values.subarray(0, count * width),
      texts: fresh,
      rejected,
    }
  }
}

const CAUSE_OF: Readonly<Record<SerialFault, Cause>> = {
  empty: 'no-serial',
  'scientific-notation': 'damaged-serial',
  'spreadsheet-error': 'damaged-serial',
  'title-again': 'unreadable-row',
  imei: 'unreadable-row',
  'too-short': 'damaged-serial',
  'too-long': 'damaged-serial',
  'not-a-serial': 'damaged-serial',
}

/** No serial number that is accepted or repaired is longer. */
const MOST_SERIAL_BYTES = 20

class SerialList {
  count = 0
  #used = 0
  readonly #bytes: Uint8Array
  readonly #ends: Uint32Array

  constructor(most: number) {
    this.#bytes = new Uint8Array(most * MOST_SERIAL_BYTES)
    this.#ends = new Uint32Array(most)
  }

  add(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) this.#bytes[this.#used++] = from[at]!
    this.#ends[this.count++] = this.#used
  }

  packed() {
    return { bytes: this.#bytes.subarray(0, this.#used), ends: this.#ends.subarray(0, this.count) }
  }
}

/** The texts from this number on, packed. */
function textsFrom(texts: ByteTable, first: number): SideBatch['texts'] {
  const start = texts.endOf(first - 1)
  const ends = Uint32Array.from({ length: texts.count - first }, (_, at) => texts.endOf(first + at) - start)
  return { bytes: texts.bytes.slice(start, texts.endOf(texts.count - 1)), ends }
}

const LETTER_S = 0x53

/** By byte: 1 for a digit or a capital letter. */
const SIGNS = new Uint8Array(256)
for (const sign of Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')) SIGNS[sign] = 1

/**
 * Nothing to repair and nothing to doubt: eight to fourteen capital letters and digits, without the S that bar codes put
 * in front. What is no such text is looked at with care; both say the same of it (a test holds it).
 */
function isPlainSerial(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 8 || length > 14 || bytes[start] === LETTER_S) return false
  for (let at = start; at < end; at++) if (SIGNS[bytes[at]!] === 0) return false
  return true
}

/** Longer ones than anybody compares are cut. */
const MAX_TEXT = 200

type Cell = { readonly row: number; readonly slot: number }

/** The number of a cell's text without blanks around it. What is not plain ASCII goes through its text: code pages differ. */
function numberOf(texts: ByteTable, batch: TableRows, { row, slot }: Cell): number {
  const at = batch.firsts[row]! + slot
  if (at >= batch.firsts[row + 1]!) return 0
  let start = batch.starts[at]!
  let end = batch.ends[at]!
  if (isShortAscii(batch.bytes, start, end)) {
    while (start < end && batch.bytes[start] === 0x20) start++
    while (end > start && batch.bytes[end - 1] === 0x20) end--
    return start === end ? 0 : texts.add(batch.bytes, start, end)
  }
  const text = batch.text(row, slot).trim()
  return text === '' ? 0 : texts.addText(text.slice(0, MAX_TEXT))
}

function isShortAscii(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > MAX_TEXT || end > bytes.length) return false
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false
  return true
}
