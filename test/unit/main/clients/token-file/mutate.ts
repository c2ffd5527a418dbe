import type { Random } from '../../../../../main/ports/random.ts'

/** One file altered in one to four places, as a bad disk, an editor or an attacker might. */
export function mutate(file: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(file)
  for (let times = 1 + below(random, 4); times > 0; times--) {
    bytes = pick(random, MUTATIONS)(bytes, random)
  }
  return bytes
}

type Mutation = (bytes: Buffer<ArrayBuffer>, random: Random) => Buffer<ArrayBuffer>

const HOSTILE_BYTES = [0x00, 0x30, 0x7f, 0x80, 0x81, 0x84, 0x88, 0xa0, 0xff]

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const at = below(random, bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
    return bytes
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length + 1))
  },
  /** Most bytes near the start of a message are tags and lengths. */
  function editLength(bytes, random) {
    bytes[below(random, Math.min(bytes.length, 450))] = pick(random, HOSTILE_BYTES)
    return bytes
  },
  function remove(bytes, random) {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 40))])
  },
  function insert(bytes, random) {
    const at = below(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + below(random, 40)), bytes.subarray(at)])
  },
  /** A piece from elsewhere in the file, over or between what is there. */
  function splice(bytes, random) {
    const from = below(random, bytes.length)
    const piece = bytes.subarray(from, from + below(random, 200))
    const at = below(random, bytes.length)
    const rest = bytes.subarray(at + (below(random, 2) === 0 ? 0 : piece.length))
    return Buffer.concat([bytes.subarray(0, at), piece, rest])
  },
]

export function below(random: Random, limit: number): number {
  return Math.floor(random.fraction() * limit)
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)]!
}
