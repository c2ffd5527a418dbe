import { randomBytes, randomInt, randomUUID } from 'node:crypto'

export type Random = {
  readonly uuid: () => string
  readonly bytes: (length: number) => Uint8Array
  /** Uniform in [0, 1): spreads retries, never keys. */
  readonly fraction: () => number
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
  fraction: () => randomInt(2 ** 32) / 2 ** 32,
}
