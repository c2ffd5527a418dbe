import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'

/** A page of 1000 devices is about half a megabyte. */
export const MAX_BODY_BYTES = 33_554_432

export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

type Decoder = (bytes: Uint8Array, options: ZlibOptions) => Promise<Uint8Array>

const unzip: Decoder = promisify(gunzip)
const unbrotli: Decoder = promisify(brotliDecompress)
const unzlib: Decoder = promisify(inflate)
const undeflate: Decoder = promisify(inflateRaw)

/** "deflate" means zlib (RFC 9110 §8.4.1.2); some servers send the bare stream, whose first byte never looks like it. */
const inflated: Decoder = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? unzlib(bytes, options) : undeflate(bytes, options)

const DECODERS: Readonly<Record<string, Decoder>> = { gzip: unzip, 'x-gzip': unzip, deflate: inflated, br: unbrotli }

/** Bytes that do not decode: cut off or spoiled on the way. */
export class SpoiledBody extends Error {}

type BodyOptions = { readonly encoding: string; readonly maxBytes: number }

/**
 * The decoded bytes of a body, in pieces as they came. Never holds more than `maxBytes` of it, raw or decoded: fails with
 * `net.too-large`, with `ade.protocol` for an encoding nobody asked for, with `SpoiledBody`, or as the stream does.
 */
export async function readPieces(
  stream: AsyncIterable<Uint8Array>,
  { encoding, maxBytes }: BodyOptions,
): Promise<readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    pieces.push(piece)
  }
  // The last encoding named was put on last.
  const names = encoding
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(isEncoding)
    .toReversed()
  if (names.length === 0 || size === 0) return pieces
  let bytes: Uint8Array = Buffer.concat(pieces, size)
  for (const name of names) bytes = await decode(bytes, name, maxBytes)
  return [bytes]
}

/** The text of a body; fails as `readPieces` does. */
export async function readText(stream: AsyncIterable<Uint8Array>, options: BodyOptions): Promise<string> {
  return textOf(await readPieces(stream, options))
}

export function textOf(pieces: readonly Uint8Array[]): string {
  const text = Buffer.concat(pieces).toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function isEncoding(name: string): boolean {
  return name !== '' && name !== 'identity'
}

async function decode(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  const decoder = DECODERS[name]
  if (!decoder) throw new AppError('ade.protocol', 'decoding the answer', { facts: { encoding: name } })
  try {
    return await decoder(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(maxBytes)
    throw new SpoiledBody('the body does not decode', { cause })
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('net.too-large', 'reading the answer', { facts: { maxBytes } })
}
