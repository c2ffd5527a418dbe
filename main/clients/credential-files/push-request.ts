import { createHash, generateKeyPair, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret } from '../../../shared/secret.ts'
import { bitString, der, explicit, objectId, sequence, set } from '../token-file/der.ts'

const KEY_BITS = 2048
const INTEGER = 0x02
const NULL = 0x05
const UTF8_STRING = 0x0c
const IA5_STRING = 0x16
const COMMON_NAME = '2.5.4.3'
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1'
const SHA256_WITH_RSA = sequence(objectId('1.2.840.113549.1.1.11'), der(NULL))

export type NewPushRequest = {
  readonly privateKeyPem: Secret
  readonly csr: string
  readonly keyFingerprint: string
}

/** Makes an RSA pair and a PKCS #10 request for it (RFC 2986). Apple takes the subject as it comes and replaces it. */
export async function makePushRequest(subject: {
  readonly name: string
  readonly email: string | null
}): Promise<NewPushRequest> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(der(INTEGER, Buffer.from([0])), subjectName(subject), spki, explicit(0, new Uint8Array()))
  const signature = await promisify(sign)('sha256', body, privateKey)
  return {
    privateKeyPem: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    csr: toPem(sequence(body, SHA256_WITH_RSA, bitString(signature))),
    keyFingerprint: createHash('sha256').update(spki).digest('hex'),
  }
}

function subjectName({ name, email }: { readonly name: string; readonly email: string | null }): Uint8Array {
  // X.520 allows 64 characters of common name.
  const commonName = attribute(COMMON_NAME, der(UTF8_STRING, Buffer.from([...name].slice(0, 64).join(''))))
  const isAscii = email !== null && /^[\x21-\x7e]+$/.test(email)
  return isAscii
    ? sequence(commonName, attribute(EMAIL_ADDRESS, der(IA5_STRING, Buffer.from(email))))
    : sequence(commonName)
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return set(sequence(objectId(type), value))
}

function toPem(request: Uint8Array): string {
  const lines =
    Buffer.from(request)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE REQUEST-----\n${lines.join('\n')}\n-----END CERTIFICATE REQUEST-----\n`
}
