import { createPrivateKey, type KeyObject } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { Secret } from '../../../shared/secret.ts'

/** Public exponents and sizes above this only serve to keep a computer busy. */
const MAX_MODULUS_BITS = 16_384

/** Takes PKCS #1 and PKCS #8 PEM without a passphrase. Throws `key.unusable` with the reason. */
export function readPrivateKey(pem: Secret): KeyObject {
  const text = pem.reveal()
  if (/ENCRYPTED/.test(text)) {
    throw new AppError('key.unusable', 'the private key is protected by a passphrase; remove it first')
  }
  const key = parse(text)
  if (key.asymmetricKeyType !== 'rsa') {
    throw new AppError('key.unusable', `an RSA key is needed, this is ${key.asymmetricKeyType ?? 'another kind'}`)
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits > MAX_MODULUS_BITS) throw new AppError('key.unusable', `a key of ${bits} bits is too large`)
  return key
}

function parse(text: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch {
    // Without the cause: OpenSSL's words help nobody here, and they differ between runtimes.
    throw new AppError('key.unusable', 'this is no private key in PEM form')
  }
}
