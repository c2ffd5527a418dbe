import { createCipheriv, createDecipheriv } from 'node:crypto'

// AES-256-GCM, the only cipher of the vault. Nonces are random: far fewer than 2³² messages meet one key.
export const KEY_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

type Use = { readonly key: Uint8Array; readonly nonce: Uint8Array; readonly associated: Uint8Array }

/** Ciphertext followed by the tag. A nonce is used once. */
export function encrypt(plain: Uint8Array, { key, nonce, associated }: Use): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Undefined when anything at all is not as it was sealed; there is no telling what. */
export function decrypt(sealed: Uint8Array, { key, nonce, associated }: Use): Uint8Array | undefined {
  if (sealed.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return undefined
  }
}
