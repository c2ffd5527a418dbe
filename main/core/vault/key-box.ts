import { createHash, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Random } from '../../ports/random.ts'
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './cipher.ts'
import { CHECK_BYTES, deriveKeys, isAffordable, type BoxKey, type ScryptCost } from './derive-key.ts'

/**
 * A box closed with a passphrase or with random bytes. Key slots are such boxes around the data key, a backup file is
 * one around its content.
 *
 *     offset  bytes
 *     0       4      "ADEV"
 *     4       1      format version, 1
 *     5       1      derivation: 1 bytes by HKDF-SHA-256, 2 passphrase by scrypt and then HKDF-SHA-256
 *     6       1      scrypt: log2 of N   } all three 0
 *     7       1      scrypt: r           } when the
 *     8       1      scrypt: p           } derivation is 1
 *     9       16     salt
 *     25      16     check: derived from the key beside the sealing key
 *     41      12     nonce
 *     53      n      ciphertext
 *     53 + n  16     tag
 *     69 + n  32     digest: SHA-256 of (SHA-256 of the context, all bytes before)
 *
 * Associated data: SHA-256 of the context, bytes 0 to 52. The context is a text that says what the box is for.
 * Every version of this format ends in that digest, so that a newer box is told from a damaged one.
 *
 * Wrong key or damage? GCM alone cannot tell. The digest, which needs no key, finds every accident and every careless
 * change, cheaply and first: damage. Then a `check` that differs means a wrong key, and a tag that differs under the
 * right one means damage. The limit: whoever changes salt, cost or check and also writes a new digest makes the right
 * key look wrong. Nobody makes a wrong key look right.
 */
const MAGIC = Buffer.from('ADEV')
const VERSION = 1
const SALT_BYTES = 16
const DIGEST_BYTES = 32
const SALT_AT = 9
const CHECK_AT = SALT_AT + SALT_BYTES
const NONCE_AT = CHECK_AT + CHECK_BYTES
const HEADER_BYTES = NONCE_AT + NONCE_BYTES

const DERIVATION = { bytes: 1, passphrase: 2 } as const

export type BoxFailure = 'damaged' | 'wrong-key' | 'from-future'

export async function sealBox(
  plain: Uint8Array,
  key: BoxKey,
  { context, random, cost }: { readonly context: string; readonly random: Random; readonly cost: ScryptCost },
): Promise<Uint8Array> {
  const salt = random.bytes(SALT_BYTES)
  const nonce = random.bytes(NONCE_BYTES)
  const derived = await deriveKeys(key, salt, cost)
  const costBytes = key.kind === 'passphrase' ? [cost.costLog2, cost.blockSize, cost.parallelization] : [0, 0, 0]
  const leading = Uint8Array.of(...MAGIC, VERSION, DERIVATION[key.kind], ...costBytes)
  const header = Buffer.concat([leading, salt, derived.check, nonce])
  const sealed = encrypt(plain, { key: derived.sealing, nonce, associated: associatedData(context, header) })
  derived.sealing.fill(0)
  const box = Buffer.concat([header, sealed])
  return Buffer.concat([box, digest(context, box)])
}

/** Answers within bounded time and memory, whatever the bytes are. */
export async function openBox(
  bytes: Uint8Array,
  key: BoxKey,
  context: string,
): Promise<Result<Uint8Array, BoxFailure>> {
  if (!isIntact(bytes, context)) return fail('damaged')
  const box = bytes.subarray(0, -DIGEST_BYTES)
  if (box[4]! > VERSION) return fail('from-future')
  if (box[4] !== VERSION || box[5] !== DERIVATION[key.kind]) return fail('damaged')

  const cost = { costLog2: box[6]!, blockSize: box[7]!, parallelization: box[8]! }
  if (key.kind === 'passphrase' && !isAffordable(cost)) return fail('damaged')
  const derived = await deriveKeys(key, box.subarray(SALT_AT, CHECK_AT), cost)
  if (!timingSafeEqual(derived.check, box.subarray(CHECK_AT, NONCE_AT))) return fail('wrong-key')
  const header = box.subarray(0, HEADER_BYTES)
  const nonce = box.subarray(NONCE_AT, HEADER_BYTES)
  const associated = associatedData(context, header)
  const plain = decrypt(box.subarray(HEADER_BYTES), { key: derived.sealing, nonce, associated })
  derived.sealing.fill(0)
  return plain ? ok(plain) : fail('damaged')
}

/** Whether a box looks as it was written, as far as that can be told without its key. */
export function isIntact(bytes: Uint8Array, context: string): boolean {
  if (bytes.length < HEADER_BYTES + TAG_BYTES + DIGEST_BYTES) return false
  if (!MAGIC.equals(bytes.subarray(0, MAGIC.length))) return false
  return timingSafeEqual(digest(context, bytes.subarray(0, -DIGEST_BYTES)), bytes.subarray(-DIGEST_BYTES))
}

function associatedData(context: string, header: Uint8Array): Uint8Array {
  return Buffer.concat([sha256(Buffer.from(context)), header])
}

function digest(context: string, box: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(sha256(Buffer.from(context)))
    .update(box)
    .digest()
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
