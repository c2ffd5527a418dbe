import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './cipher.ts'

/**
 * How a secret lies in `secrets.sealed`, sealed with the vault's data key:
 *
 *     offset  bytes
 *     0       1      format version, 1
 *     1       12     nonce
 *     13      n      ciphertext
 *     13 + n  16     tag
 *
 * Associated data: the JSON text of ["ade-desk secret", version, id, kind]. So a secret moved to another row, or passed
 * off as another kind, does not open.
 */
const VERSION = 1
const HEADER_BYTES = 1 + NONCE_BYTES

export type SecretIdentity = { readonly id: string; readonly kind: string }

export function sealSecret(
  plain: Uint8Array,
  identity: SecretIdentity,
  { key, nonce }: { readonly key: Uint8Array; readonly nonce: Uint8Array },
): Uint8Array {
  const sealed = encrypt(plain, { key, nonce, associated: associatedData(identity) })
  return Buffer.concat([Uint8Array.of(VERSION), nonce, sealed])
}

/** Undefined when the bytes, the id, the kind or the key are not the ones it was sealed with. */
export function openSecret(sealed: Uint8Array, identity: SecretIdentity, key: Uint8Array): Uint8Array | undefined {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== VERSION) return undefined
  const nonce = sealed.subarray(1, HEADER_BYTES)
  return decrypt(sealed.subarray(HEADER_BYTES), { key, nonce, associated: associatedData(identity) })
}

function associatedData({ id, kind }: SecretIdentity): Uint8Array {
  return Buffer.from(JSON.stringify(['ade-desk secret', VERSION, id, kind]))
}
