import { createHash } from 'node:crypto'
import type { Random } from '../../main/ports/random.ts'

/** The same seed gives the same sequence on every machine. */
export function createSeededRandom(seed: number): Random {
  let block = 0
  let pool = new Uint8Array(0)

  function bytes(length: number): Uint8Array {
    while (pool.length < length) {
      const next = createHash('sha256').update(`${seed}/${block++}`).digest()
      pool = new Uint8Array(Buffer.concat([pool, next]))
    }
    const taken = pool.slice(0, length)
    pool = pool.slice(length)
    return taken
  }

  return {
    bytes,
    fraction: () => new DataView(bytes(4).buffer).getUint32(0) / 2 ** 32,
    uuid: () => {
      const id = bytes(16)
      id[6] = (id[6]! & 0x0f) | 0x40
      id[8] = (id[8]! & 0x3f) | 0x80
      const hex = Buffer.from(id).toString('hex')
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
    },
  }
}
