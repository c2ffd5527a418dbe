import { hkdf as hkdfCallback, scrypt as scryptCallback } from 'node:crypto'
import { promisify } from 'node:util'
import type { Secret } from '../../../shared/secret.ts'
import { KEY_BYTES } from './cipher.ts'

const scrypt = promisify<string, Uint8Array, number, object, Buffer>(scryptCallback)
const hkdf = promisify<string, Uint8Array, Uint8Array, string, number, ArrayBuffer>(hkdfCallback)

/** What opens a box: a passphrase, stretched by scrypt, or bytes random enough (≥ 128 bits) to need no stretching. */
export type BoxKey =
  | { readonly kind: 'passphrase'; readonly passphrase: Secret }
  | { readonly kind: 'bytes'; readonly bytes: Secret<Uint8Array> }

/** Memory is 128 × 2^costLog2 × blockSize bytes, time grows with all three. */
export type ScryptCost = { readonly costLog2: number; readonly blockSize: number; readonly parallelization: number }

/** 32 MiB and 0.27 s on the two-core machine it was measured on; two at once still fit the 250 MB of the whole process. */
export const SCRYPT_COST: ScryptCost = { costLog2: 15, blockSize: 8, parallelization: 3 }

const MAX_MEMORY_BYTES = 64 * 1024 * 1024
/** Sixteen lanes where `SCRYPT_COST` has three: about one and a half seconds at worst. */
const MAX_WORK = 2 ** 15 * 8 * 16

/** What a file may ask of this machine. A hostile one could otherwise ask for gigabytes or hours. */
export function isAffordable({ costLog2, blockSize, parallelization }: ScryptCost): boolean {
  if (costLog2 < 1 || blockSize < 1 || parallelization < 1) return false
  // RFC 7914 §6: N is less than 2^(128 × r / 8). OpenSSL refuses the rest with an exception.
  if (costLog2 >= 16 * blockSize) return false
  const work = 2 ** costLog2 * blockSize
  return work * 128 <= MAX_MEMORY_BYTES && work * parallelization <= MAX_WORK
}

export type DerivedKeys = {
  readonly sealing: Uint8Array
  /** Tells a wrong key from damage. Reveals nothing of `sealing`: both come from one root by HKDF under other names. */
  readonly check: Uint8Array
}

export const CHECK_BYTES = 16

/** `cost` matters to passphrases only. Runs in Node's thread pool: the event loop stays free. */
export async function deriveKeys(key: BoxKey, salt: Uint8Array, cost: ScryptCost): Promise<DerivedKeys> {
  const root = key.kind === 'bytes' ? key.bytes.reveal() : await stretch(key.passphrase, salt, cost)
  try {
    const [sealing, check] = await Promise.all([
      hkdf('sha256', root, salt, 'ade-desk box sealing', KEY_BYTES),
      hkdf('sha256', root, salt, 'ade-desk box check', CHECK_BYTES),
    ])
    return { sealing: new Uint8Array(sealing), check: new Uint8Array(check) }
  } finally {
    if (key.kind === 'passphrase') root.fill(0)
  }
}

/** The same letters typed on another system may arrive composed otherwise: NFC makes them one passphrase. */
function stretch(passphrase: Secret, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  return scrypt(passphrase.reveal().normalize('NFC'), salt, KEY_BYTES, {
    N: 2 ** cost.costLog2,
    r: cost.blockSize,
    p: cost.parallelization,
    // OpenSSL counts a little beside the main table.
    maxmem: MAX_MEMORY_BYTES + 1024 * 1024,
  })
}
