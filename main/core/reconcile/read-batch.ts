import type { SerialFault } from '../../../shared/model/import.ts'
import type { Cause, ComparedField, ReconcileSide } from '../../../shared/model/reconcile.ts'
import { readSerial, type TableRows } from '../imports/index.ts'
import type { Collection } from './collection.ts'

/** Where the columns are among those that were asked for; the serial number comes first. */
export type Slots = {
  readonly fields: readonly (readonly [field: ComparedField, slot: number])[]
  /** When the device was released: overrules the status. */
  readonly released: number | undefined
}

export type SideCounts = { rows: number; accepted: number; repaired: number; rejected: number }

const RELEASED = 'Released'

/** Puts a batch of rows into the collection. Bytes are looked at where they lie: next to no text is made of them. */
export function readBatch(
  batch: TableRows,
  { from, side, slots }: { readonly from: number; readonly side: ReconcileSide; readonly slots: Slots },
  { collection, counts }: { readonly collection: Collection; readonly counts: SideCounts },
): void {
  const { serials, texts } = collection
  const { bytes, firsts, starts, ends, lines } = batch
  // What a column says is mostly what it said in the row before; bytes tell that only where code pages do not differ.
  const lasts = slots.fields.map(() => 0)
  for (let row = from; row < batch.count; row++) {
    counts.rows++
    const line = lines[row]!
    const first = firsts[row]!
    let serialNo: number
    if (first < firsts[row + 1]! && isPlainSerial(bytes, starts[first]!, ends[first]!)) {
      counts.accepted++
      serialNo = serials.add(bytes, starts[first]!, ends[first]!)
    } else {
      const text = batch.text(row, 0)
      const read = readSerial(text)
      if (read.outcome === 'rejected') {
        counts.rejected++
        collection.reject(side, line, { cause: CAUSE_OF[read.why], text: text.trim().slice(0, MAX_TEXT) })
        continue
      }
      counts[read.outcome]++
      serialNo = serials.addText(read.serial)
    }
    if (!collection.put(side, serialNo, line)) continue
    for (let at = 0; at < lasts.length; at++) {
      const [field, slot] = slots.fields[at]!
      const cell = first + slot
      if (cell >= firsts[row + 1]!) continue
      const [start, end] = [starts[cell]!, ends[cell]!]
      let no = lasts[at]!
      if (no === 0 || end > bytes.length || !texts.equals(no, bytes, start, end)) {
        no = textNo(batch, { row, slot }, collection)
        lasts[at] = isShortAscii(bytes, start, end) ? no : 0
      }
      collection.say(side, field, serialNo, no)
    }
    if (slots.released !== undefined && textNo(batch, { row, slot: slots.released }, collection) > 0) {
      collection.say(side, 'status', serialNo, collection.texts.addText(RELEASED))
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

const LETTER_S = 0x53

/**
 * Nothing to repair and nothing to doubt: eight to fourteen capital letters and digits, without the S that bar codes put
 * in front. What is no such text is looked at with care; both say the same of it (a test holds it).
 */
function isPlainSerial(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 8 || length > 14 || bytes[start] === LETTER_S) return false
  for (let at = start; at < end; at++) {
    const code = bytes[at]!
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a))) return false
  }
  return true
}

/** Longer ones than anybody compares are cut. */
const MAX_TEXT = 200

type Cell = { readonly row: number; readonly slot: number }

/** The number of a cell's text without blanks around it. What is not plain ASCII goes through its text: code pages differ. */
function textNo(batch: TableRows, { row, slot }: Cell, { texts }: Collection): number {
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
