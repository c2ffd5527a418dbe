import { createDecipheriv } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { RecipientName, TokenEnvelope } from './envelope.ts'
import { damaged } from './failures.ts'
import { readPrivateKey } from './private-key.ts'
import { decryptContentKey } from './rsa.ts'
import { readTokenValues, type TokenValues } from './token-values.ts'

/**
 * Decrypts the file with one private key (PEM). Throws `token-file.other-key` whatever showed that the key does not
 * fit; once a content key of the right length came out, the key is proven and later trouble is the file's:
 * `token-file.damaged`, `token-file.incomplete`. A PEM that is no RSA key: `key.unusable`.
 */
export function openTokenFile(envelope: TokenEnvelope, privateKeyPem: Secret): TokenValues {
  const privateKey = readPrivateKey(privateKeyPem)
  for (const { keyEncryption, encryptedKey } of envelope.recipients) {
    const keyLength = envelope.cipher.keyLength
    const contentKey = decryptContentKey(encryptedKey, { privateKey, keyEncryption, keyLength })
    if (contentKey) return readTokenValues(decryptContent(envelope, contentKey))
  }
  throw otherKey(envelope, [])
}

/** The one error for a file nobody here can open: what it was made for, and what there is. */
export function otherKey(envelope: TokenEnvelope, pairs: readonly string[]): AppError {
  const madeFor = envelope.recipients.map((recipient) => describeRecipient(recipient.name)).join('; ')
  const first = envelope.recipients[0]?.name
  return new AppError('token-file.other-key', `the file was made for another key: ${madeFor}`, {
    facts: {
      madeFor,
      madeForSerialNumber: first?.by === 'issuer' ? first.serialNumber : null,
      madeForName: first?.by === 'issuer' ? first.issuerName : null,
      pairs: pairs.join('; '),
    },
  })
}

function describeRecipient(name: RecipientName): string {
  return name.by === 'issuer'
    ? `certificate ${name.issuerName} with serial number ${name.serialNumber}`
    : `public key with identifier ${name.keyId}`
}

function decryptContent({ cipher, iv, encryptedContent }: TokenEnvelope, key: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(cipher.nodeName, key, iv)
  try {
    return Buffer.concat([decipher.update(encryptedContent), decipher.final()])
  } catch (error) {
    throw damaged('the encrypted content is cut short or altered', error)
  }
}
