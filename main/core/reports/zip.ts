import { createDeflateRaw } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'

/** Sizes in the archive are 32 bits. */
const MAX_BYTES = 0xffff_ffff
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1
  return rest
})

type Entry = {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}
type Write = (bytes: Uint8Array) => Promise<void>

/**
 * An archive written from front to back: sizes follow each entry, so nothing has to be held. Fails with
 * `report.too-large` where an entry or the archive has more than 4 GB.
 */
export function createZip(write: Write) {
  const entries: Entry[] = []
  let at = 0

  async function put(bytes: Uint8Array): Promise<void> {
    await write(bytes)
    at += bytes.length
    if (at > MAX_BYTES) throw tooLarge()
  }

  return {
    async add(name: string, texts: AsyncIterable<string>): Promise<void> {
      const [start, nameBytes] = [at, Buffer.from(name)]
      await put(
        Buffer.concat([header(LOCAL, [20, FLAGS, DEFLATE, 0, DOS_DATE], [0, 0, 0], [nameBytes.length, 0]), nameBytes]),
      )
      const from = at
      let [crc, size] = [0xffff_ffff, 0]
      async function* counted() {
        for await (const text of texts) {
          const bytes = Buffer.from(text)
          crc = addToCrc(crc, bytes)
          size += bytes.length
          if (size > MAX_BYTES) throw tooLarge()
          yield bytes
        }
      }
      await pack(counted(), put)
      const entry = { name: nameBytes, at: start, crc: ~crc >>> 0, packed: at - from, size }
      entries.push(entry)
      await put(header(DESCRIPTOR, [], [entry.crc, entry.packed, entry.size], []))
    },

    /** The list of contents: without it nobody can open the archive. */
    async end(): Promise<void> {
      const from = at
      for (const { name, at: start, crc, packed, size } of entries) {
        const fixed = header(
          CENTRAL,
          [20, 20, FLAGS, DEFLATE, 0, DOS_DATE],
          [crc, packed, size],
          [name.length, 0, 0, 0, 0],
        )
        await put(Buffer.concat([fixed, words32([0, start]), name]))
      }
      const length = at - from
      await put(Buffer.concat([header(END, [0, 0, entries.length, entries.length], [length, from], [0])]))
    },
  }
}

/** Packs what comes and hands it on, no faster than either side goes. */
async function pack(parts: AsyncIterable<Buffer>, put: Write): Promise<void> {
  const deflate = createDeflateRaw({ level: 4 })
  const drain = async () => {
    for await (const packed of deflate) await put(packed as Buffer) // streams of bytes give buffers
  }
  const feed = async () => {
    try {
      for await (const part of parts) {
        await new Promise<void>((resolve, reject) => {
          deflate.write(part, (error) => (error ? reject(error) : resolve()))
        })
      }
      deflate.end()
    } catch (error) {
      deflate.destroy(error as Error)
      throw error
    }
  }
  // Both have ended before anybody closes the file. Where writing failed, feeding fails of that.
  const [drained, fed] = await Promise.allSettled([drain(), feed()])
  if (drained.status === 'rejected') throw drained.reason
  if (fed.status === 'rejected') throw fed.reason
}

const LOCAL = 0x0403_4b50
const DESCRIPTOR = 0x0807_4b50
const CENTRAL = 0x0201_4b50
const END = 0x0605_4b50
/** Sizes follow; names are UTF-8. */
const FLAGS = 0x0808
const DEFLATE = 8
/** The first of January 1980: the same rows make the same file. */
const DOS_DATE = 0x0021

function header(signature: number, short: readonly number[], long: readonly number[], tail: readonly number[]): Buffer {
  return Buffer.concat([words32([signature]), words16(short), words32(long), words16(tail)])
}

function words16(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}

function words32(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4))
  return bytes
}

function addToCrc(crc: number, bytes: Uint8Array): number {
  let rest = crc
  for (let at = 0; at < bytes.length; at++) rest = TABLE[(rest ^ bytes[at]!) & 0xff]! ^ (rest >>> 8)
  return rest
}

function tooLarge(): AppError {
  return new AppError('report.too-large', 'a workbook cannot hold more than 4 GB')
}
