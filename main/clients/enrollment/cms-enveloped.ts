import { createDecipheriv } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { Secret } from '../../../shared/secret.ts'
import { readTokenFile } from '../token-file/envelope.ts'
import { readPrivateKey } from '../token-file/private-key.ts'
import { decryptContentKey } from '../token-file/rsa.ts'

export const ENVELOPED_DATA = '1.2.840.113549.1.7.3'

/** What is in a CMS envelope made for this key; undefined where it was made for another, or cannot be read. */
export function openEnvelope(bytes: Uint8Array, privateKeyPem: Secret): Uint8Array | undefined {
  try {
    const { recipients, cipher, iv, encryptedContent } = readTokenFile(bytes)
    const privateKey = readPrivateKey(privateKeyPem)
    for (const { keyEncryption, encryptedKey } of recipients) {
      const key = decryptContentKey(encryptedKey, { privateKey, keyEncryption, keyLength: cipher.keyLength })
      if (!key) continue
      const decipher = createDecipheriv(cipher.nodeName, key, iv)
      return Buffer.concat([decipher.update(encryptedContent), decipher.final()])
    }
  } catch (error) {
    // Damaged or foreign bytes: an AppError of the reader, or OpenSSL's word about the padding.
    if (!(error instanceof AppError) && !(error instanceof Error && 'code' in error)) throw error
  }
  return undefined
}
