import { isAscii, isUtf8 } from 'node:buffer'
import type { CellEncoding } from './table-rows.ts'

export const TABLE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TableEncoding = (typeof TABLE_ENCODINGS)[number]

/** Bytes that the scanner can split: one of its encodings, whatever the file has. */
export type ReadableBytes = { readonly bytes: Buffer; readonly encoding: CellEncoding }

/** So many bytes tell UTF-16 without a byte order mark, and rubbish. */
const SAMPLE_BYTES = 4096

export type TextStart = { readonly encoding: TableEncoding | undefined; readonly markBytes: number }

/**
 * What the first bytes tell: a byte order mark; without one UTF-16 where nearly every second byte is zero. Undefined
 * where only the first letters beyond ASCII can tell UTF-8 from the code page of old Windows.
 */
export function readTextStart(head: Buffer): TextStart {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  const zeros = [0, 0]
  const size = Math.min(head.length, SAMPLE_BYTES) & ~1
  for (let at = 0; at < size; at++) if (head[at] === 0) zeros[at & 1]!++
  const [even = 0, odd = 0] = zeros.map((count) => count / (size / 2 || 1))
  if (odd > 0.4 && even < 0.1) return { encoding: 'utf-16le', markBytes: 0 }
  if (even > 0.4 && odd < 0.1) return { encoding: 'utf-16be', markBytes: 0 }
  return { encoding: undefined, markBytes: 0 }
}

/** True for a picture, a program, an old workbook …: text has next to no control characters. */
export function looksBinary(text: Buffer): boolean {
  const size = Math.min(text.length, SAMPLE_BYTES)
  let controls = 0
  for (let at = 0; at < size; at++) {
    const byte = text[at]!
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f) controls++
  }
  return controls > size * 0.05 || text.subarray(0, 5).toString('latin1') === '%PDF-'
}

/**
 * Turns the bytes of a file, a block after the other, into bytes that can be split. A block may end inside a character:
 * what does not belong to a whole one is kept for the next. The first block with letters beyond ASCII decides between
 * UTF-8 and Windows; damage in a file that is UTF-8 becomes U+FFFD when its cell is read.
 */
export function createTextDecoder({ encoding, markBytes }: TextStart) {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : undefined
  let known = encoding
  let toSkip = markBytes
  let left: Buffer = Buffer.alloc(0)

  function decideBy(bytes: Buffer, isLast: boolean): CellEncoding {
    if (isAscii(bytes)) return 'ascii'
    known ??= isUtf8(isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes))) ? 'utf-8' : 'windows-1252'
    return known === 'windows-1252' ? 'windows-1252' : 'utf-8'
  }

  return {
    encoding: (): TableEncoding => known ?? 'utf-8',

    decode(chunk: Buffer, isLast: boolean): ReadableBytes {
      const fresh = toSkip > 0 ? chunk.subarray(toSkip) : chunk
      toSkip = Math.max(0, toSkip - chunk.length)
      if (wide) return { bytes: Buffer.from(wide.decode(fresh, { stream: !isLast })), encoding: 'utf-8' }
      const bytes = left.length > 0 ? Buffer.concat([left, fresh]) : fresh
      const cell = decideBy(bytes, isLast)
      const whole = cell === 'utf-8' && !isLast ? wholeCharacters(bytes) : bytes.length
      left = bytes.subarray(whole)
      return { bytes: bytes.subarray(0, whole), encoding: cell }
    },
  }
}

/** The length without a character of several bytes that the end cuts. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needs > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
