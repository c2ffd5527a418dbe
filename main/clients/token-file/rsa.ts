import { constants, createHash, privateDecrypt, type KeyObject } from 'node:crypto'
import type { KeyEncryption } from './envelope.ts'

/**
 * Undoes RSA key transport. Only the bare RSA operation is the runtime's: whether Node refuses PKCS #1 v1.5, or makes
 * up a key where the padding is wrong, depends on the OpenSSL or BoringSSL behind it, so the padding is removed here
 * (RFC 8017, 7.1.2 and 7.2.2). Undefined where this key does not fit. Times may differ by the reason: the input is a
 * file on the user's own disk, not a stranger's question.
 */
export function decryptContentKey(
  encrypted: Uint8Array,
  { privateKey, keyEncryption, keyLength }: ContentKeyOptions,
): Uint8Array | undefined {
  const block = rawDecrypt(encrypted, privateKey)
  if (!block) return undefined
  const key = keyEncryption.kind === 'pkcs1' ? removePkcs1Padding(block) : removeOaepPadding(block, keyEncryption)
  return key?.length === keyLength ? key : undefined
}

type ContentKeyOptions = {
  readonly privateKey: KeyObject
  readonly keyEncryption: KeyEncryption
  readonly keyLength: number
}

/** The block has the modulus's length; some writers drop or add leading zeros. */
function rawDecrypt(encrypted: Uint8Array, privateKey: KeyObject): Uint8Array | undefined {
  const length = Math.ceil((privateKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  const start = encrypted.findIndex((byte) => byte !== 0)
  const significant = start < 0 ? new Uint8Array() : encrypted.subarray(start)
  if (significant.length === 0 || significant.length > length) return undefined
  const padded = Buffer.alloc(length)
  padded.set(significant, length - significant.length)
  try {
    return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, padded)
  } catch {
    return undefined // the number is not below the modulus: made for another key
  }
}

function removePkcs1Padding(block: Uint8Array): Uint8Array | undefined {
  const separator = block.indexOf(0, 2)
  if (block[0] !== 0 || block[1] !== 2 || separator < 10) return undefined
  return block.subarray(separator + 1)
}

function removeOaepPadding(
  block: Uint8Array,
  { hash, maskHash, label }: Extract<KeyEncryption, { kind: 'oaep' }>,
): Uint8Array | undefined {
  const labelHash = createHash(hash).update(label).digest()
  const hashLength = labelHash.length
  if (block[0] !== 0 || block.length < 2 * hashLength + 2) return undefined
  const maskedSeed = block.subarray(1, 1 + hashLength)
  const maskedData = block.subarray(1 + hashLength)
  const seed = xor(maskedSeed, generateMask(maskedData, hashLength, maskHash))
  const data = xor(maskedData, generateMask(seed, maskedData.length, maskHash))
  if (!labelHash.equals(data.subarray(0, hashLength))) return undefined
  const separator = data.findIndex((byte, index) => index >= hashLength && byte !== 0)
  return data[separator] === 1 ? data.subarray(separator + 1) : undefined
}

/** MGF1 of RFC 8017, B.2.1. */
function generateMask(seed: Uint8Array, length: number, hash: string): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let counter = 0, made = 0; made < length; counter++) {
    const suffix = Buffer.alloc(4)
    suffix.writeUInt32BE(counter)
    const digest = createHash(hash).update(seed).update(suffix).digest()
    blocks.push(digest)
    made += digest.length
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function xor(left: Uint8Array, right: Uint8Array): Uint8Array {
  return left.map((byte, index) => byte ^ (right[index] ?? 0))
}
