import type { PlistValue } from './client-type.ts'
import { PlistError } from './plist-xml.ts'

const MAX_DEPTH = 40
const MAX_VALUES = 20_000
const TRAILER_BYTES = 32
/** Seconds from 1970 to 2001, where dates of property lists begin. */
const EPOCH_SECONDS = 978_307_200

/**
 * Reads a binary property list ("bplist00"). Every read is bounded: references that go round in circles end at the
 * greatest depth, references to the same value are counted each time. Throws `PlistError`.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.length < 8 + TRAILER_BYTES) throw new PlistError('ends too early')
  const trailer = buffer.subarray(buffer.length - TRAILER_BYTES)
  const offsetBytes = trailer[6]!
  const referenceBytes = trailer[7]!
  const count = Number(trailer.readBigUInt64BE(8))
  const top = Number(trailer.readBigUInt64BE(16))
  const table = Number(trailer.readBigUInt64BE(24))
  if (offsetBytes < 1 || offsetBytes > 6 || referenceBytes < 1 || referenceBytes > 6) throw new PlistError('bad sizes')
  let values = 0

  function uint(at: number, length: number): number {
    if (at < 0 || at + length > buffer.length) throw new PlistError('beyond the end')
    return length <= 6 ? buffer.readUIntBE(at, length) : Number(buffer.readBigUInt64BE(at + length - 8))
  }

  function slice(at: number, length: number): Buffer {
    if (at + length > buffer.length) throw new PlistError('beyond the end')
    return buffer.subarray(at, at + length)
  }

  function offsetOf(object: number): number {
    if (object >= count) throw new PlistError('no such value')
    return uint(table + object * offsetBytes, offsetBytes)
  }

  function readObject(object: number, depth: number): PlistValue {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) throw new PlistError('too large')
    const at = offsetOf(object)
    const marker = uint(at, 1)
    const kind = marker >> 4
    const low = marker & 0x0f
    if (kind === 0x0) return simple(low)
    if (kind === 0x1) return uint(at + 1, powerOfTwo(low, 4))
    if (kind === 0x2) return real(at + 1, low)
    if (kind === 0x3) return date(slice(at + 1, 8).readDoubleBE(0))
    const { length, start } = sized(at, low)
    if (kind === 0x4) return new Uint8Array(slice(start, length))
    if (kind === 0x5) return slice(start, length).toString('latin1')
    if (kind === 0x6)
      return Buffer.from(slice(start, length * 2))
        .swap16()
        .toString('utf16le')
    if (kind === 0xa) return members(start, length).map((member) => readObject(member, depth + 1))
    if (kind === 0xd) return dict(start, length, depth)
    throw new PlistError('an unknown kind of value')
  }

  function simple(low: number): boolean {
    if (low !== 8 && low !== 9) throw new PlistError('an unknown kind of value')
    return low === 9
  }

  function powerOfTwo(low: number, greatest: number): number {
    if (low > greatest) throw new PlistError('a number too wide')
    return 2 ** low
  }

  function real(at: number, low: number): number {
    if (low === 2) return slice(at, 4).readFloatBE(0)
    if (low === 3) return slice(at, 8).readDoubleBE(0)
    throw new PlistError('a number of another width')
  }

  function date(seconds: number): Date {
    const value = new Date((seconds + EPOCH_SECONDS) * 1000)
    if (Number.isNaN(value.getTime())) throw new PlistError('no date')
    return value
  }

  function sized(at: number, low: number): { readonly length: number; readonly start: number } {
    if (low < 0x0f) return { length: low, start: at + 1 }
    const width = powerOfTwo(uint(at + 1, 1) & 0x0f, 3)
    return { length: uint(at + 2, width), start: at + 2 + width }
  }

  function members(start: number, length: number): readonly number[] {
    if (length > MAX_VALUES) throw new PlistError('too large')
    return Array.from({ length }, (_, index) => uint(start + index * referenceBytes, referenceBytes))
  }

  function dict(start: number, length: number, depth: number): PlistValue {
    const keys = members(start, length)
    const referenced = members(start + length * referenceBytes, length)
    return Object.fromEntries(
      keys.map((key, index) => {
        const name = readObject(key, depth + 1)
        if (typeof name !== 'string') throw new PlistError('a key that is no text')
        return [name, readObject(referenced[index]!, depth + 1)]
      }),
    )
  }

  return readObject(top, 0)
}
