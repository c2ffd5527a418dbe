import { createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * What a cursor remembers. `fetch`: the next position of the list, and the end of the feed when the fetch began.
 * `sync`: the next event. `issuedAt` in milliseconds.
 */
export type Cursor = {
  readonly kind: 'fetch' | 'sync'
  readonly service: number
  readonly position: number
  readonly sequence: number
  readonly issuedAt: number
}

export type Cursors = ReturnType<typeof createCursors>

const KIND_BYTES = { fetch: 0xf1, sync: 0x51 } as const
const PAYLOAD_BYTES = 31
const MAC_BYTES = 8

/** Shortest cursor in hex digits. */
export const MIN_CURSOR_LENGTH = 2 * (PAYLOAD_BYTES + MAC_BYTES)

/** Opaque cursors: hex digits, sealed so that a changed or invented one is known to be invalid. */
export function createCursors(seed: number) {
  const key = createHash('sha256').update(`cursor key ${seed}`).digest()
  const seal = (bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest().subarray(0, MAC_BYTES)

  return {
    /** Two cursors are never equal, not even for the same place. `length` is in hex digits, padded to. */
    write(cursor: Cursor, length = MIN_CURSOR_LENGTH): string {
      const bytes = randomBytes(Math.max(PAYLOAD_BYTES, Math.ceil(length / 2) - MAC_BYTES))
      bytes.writeUInt8(KIND_BYTES[cursor.kind], 0)
      bytes.writeUInt32BE(cursor.service, 1)
      bytes.writeUIntBE(cursor.position, 5, 6)
      bytes.writeUIntBE(cursor.sequence, 11, 6)
      bytes.writeUIntBE(cursor.issuedAt, 17, 6)
      return Buffer.concat([bytes, seal(bytes)]).toString('hex')
    },

    read(text: string): Cursor | undefined {
      if (!/^(?:[0-9a-f]{2})+$/.test(text)) return undefined
      const all = Buffer.from(text, 'hex')
      if (all.length < PAYLOAD_BYTES + MAC_BYTES) return undefined
      const bytes = all.subarray(0, all.length - MAC_BYTES)
      if (!seal(bytes).equals(all.subarray(bytes.length))) return undefined
      return {
        kind: bytes.readUInt8(0) === KIND_BYTES.fetch ? 'fetch' : 'sync',
        service: bytes.readUInt32BE(1),
        position: bytes.readUIntBE(5, 6),
        sequence: bytes.readUIntBE(11, 6),
        issuedAt: bytes.readUIntBE(17, 6),
      }
    },
  }
}
