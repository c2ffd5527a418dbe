import { inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import type { TableRow } from './table-rows.ts'

/** A workbook is unpacked as a whole, so it has to be of a size that can be. */
export const MAX_WORKBOOK_BYTES = 48 * 1024 * 1024
export const MAX_UNPACKED_BYTES = 192 * 1024 * 1024
const MAX_ENTRIES = 5000

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

/**
 * The rows of the first sheet, whose line is their place in it. Numbers as they are written, times as ISO without a
 * zone, as sheets keep them. Unpacked within bounds first, so that a small file cannot fill the memory.
 * Throws `import.workbook-too-large`, `import.workbook-unreadable`.
 */
export async function readWorkbook(first: Buffer, more: AsyncIterable<Buffer>): Promise<readonly TableRow[]> {
  const bytes = await gather(first, more)
  checkUnpacked(bytes)
  let sheet: readonly (readonly unknown[])[]
  try {
    // Most files are none: whoever reads those need not load it.
    const { readSheet } = await import('read-excel-file/universal')
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    sheet = await readSheet(whole, 1, { parseNumber: String, trim: false })
  } catch (cause) {
    throw unreadable('its first sheet cannot be read', cause)
  }
  return sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
}

async function gather(first: Buffer, more: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts = [first]
  let size = first.length
  for await (const part of more) {
    size += part.length
    if (size > MAX_WORKBOOK_BYTES) throw tooLarge(`it has more than ${MAX_WORKBOOK_BYTES / 1024 / 1024} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? ''
      : value
          .toISOString()
          .replace('T', ' ')
          .replace(/(\.000)?Z$/, '')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const END_SIGNATURE = 0x0605_4b50
const ENTRY_SIGNATURE = 0x0201_4b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff

/** Unpacks every part that will be read and counts: the sizes a file states may be lies. */
function checkUnpacked(bytes: Buffer): void {
  let left = MAX_UNPACKED_BYTES
  for (const { method, data } of listEntries(bytes)) {
    left -= method === 0 ? data.length : unpackedBytes(data, left)
    if (left < 0) throw tooLarge('it is too large once unpacked')
  }
}

function unpackedBytes(data: Buffer, most: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge('it is too large once unpacked')
    throw unreadable('a part of it is damaged', cause)
  }
}

type Entry = { readonly method: number; readonly data: Buffer }

function listEntries(bytes: Buffer): readonly Entry[] {
  try {
    const end = findEnd(bytes)
    const count = bytes.readUInt16LE(end + 10)
    if (count > MAX_ENTRIES) throw tooLarge(`it has ${count} parts`)
    const entries: Entry[] = []
    let at = bytes.readUInt32LE(end + 16)
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new RangeError('no entry')
      const [size, nameBytes] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
      const local = bytes.readUInt32LE(at + 42)
      const name = bytes.toString('latin1', at + 46, at + 46 + nameBytes)
      if (/\.xml(\.rels)?$/.test(name)) {
        const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
        entries.push({ method: bytes.readUInt16LE(at + 10), data: bytes.subarray(from, from + size) })
      }
      at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
    return entries
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw unreadable('it is cut off or no workbook', cause)
  }
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = bytes.length - END_BYTES; at >= first; at--) if (bytes.readUInt32LE(at) === END_SIGNATURE) return at
  throw new RangeError('no end')
}

function tooLarge(message: string): AppError {
  return new AppError('import.workbook-too-large', message)
}

function unreadable(message: string, cause: unknown): AppError {
  return new AppError('import.workbook-unreadable', message, { cause })
}
