import { createHash, createPublicKey, generateKeyPair, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { Secret } from '../../../shared/secret.ts'
import { hex, joinedContent, readBer, TAG, type BerNode } from './ber.ts'
import { bitString, der, explicit, objectId, sequence, set } from './der.ts'
import { readPrivateKey } from './private-key.ts'

const KEY_BITS = 2048
/** The portal's clock may be behind ours. */
const BACKDATED_MS = 10 * 60_000
/** The portal only needs the public key; a long life spares questions about a certificate that looks expired. */
const VALID_MS = 2 * 365 * 24 * 3_600_000
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const OCTET_STRING = TAG.octetString
const SHA256_WITH_RSA = sequence(objectId('1.2.840.113549.1.1.11'), der(0x05))

export type NewKeyPair = {
  readonly privateKeyPem: Secret
  readonly certificate: string
} & CertificateIdentity

/** How token files and people tell certificates apart. Hexadecimal is lower-case. */
export type CertificateIdentity = {
  readonly issuerDer: Uint8Array
  readonly serialNumber: string
  readonly fingerprintSha256: string
}

/**
 * Makes an RSA pair and a self-signed certificate for it, which the portal encrypts token files to.
 * `serialBytes`: 16 random bytes, so that two pairs of the same name can be told apart by the file alone.
 */
export async function makeKeyPair(options: {
  readonly name: string
  readonly now: number
  readonly serialBytes: Uint8Array
}): Promise<NewKeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS })
  const toBeSigned = certificateBody(publicKey, options)
  const signature = await promisify(sign)('sha256', toBeSigned, privateKey)
  const certificate = sequence(toBeSigned, SHA256_WITH_RSA, bitString(signature))
  return {
    privateKeyPem: new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    certificate: toPem(certificate),
    ...identify(certificate),
  }
}

/** RFC 5280, 4.1: what is signed. */
function certificateBody(
  publicKey: KeyObject,
  { name, now, serialBytes }: { readonly name: string; readonly now: number; readonly serialBytes: Uint8Array },
): Uint8Array {
  const notBefore = now - BACKDATED_MS
  const subject = sequence(set(sequence(objectId('2.5.4.3'), der(UTF8_STRING, Buffer.from(commonName(name))))))
  return sequence(
    explicit(0, der(TAG.integer, Buffer.from([2]))),
    der(TAG.integer, positiveSerial(serialBytes)),
    SHA256_WITH_RSA,
    subject,
    sequence(utcTime(notBefore), utcTime(notBefore + VALID_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(
      3,
      sequence(
        // digitalSignature and keyEncipherment: bits 0 and 2 of three, critical.
        extension('2.5.29.15', bitString(Buffer.from([0b1010_0000]), 5), { critical: true }),
        extension('2.5.29.14', der(OCTET_STRING, Buffer.from(keyIdentifier(publicKey), 'hex'))),
      ),
    ),
  )
}

function extension(type: string, value: Uint8Array, { critical = false } = {}): Uint8Array {
  const flag = critical ? [der(0x01, Buffer.from([0xff]))] : []
  return sequence(objectId(type), ...flag, der(OCTET_STRING, value))
}

/** X.520 allows 64 characters of common name. */
function commonName(name: string): string {
  return [...name].slice(0, 64).join('')
}

/** First bit clear: positive without a leading zero byte; second bit set: never shorter than its bytes. */
function positiveSerial(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === 0 ? (byte & 0x3f) | 0x40 : byte))
}

/** `YYMMDDhhmmssZ`, good until 2049. */
function utcTime(at: number): Uint8Array {
  return der(UTC_TIME, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`))
}

function toPem(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function identify(certificate: Uint8Array): CertificateIdentity {
  const fields = readBer(certificate).children[0]?.children ?? []
  const [serialNumber, , issuer] = fields.filter((field) => field.tag !== TAG.context0) as [BerNode, BerNode, BerNode]
  return {
    issuerDer: issuer.raw,
    serialNumber: hex(serialNumber.content),
    fingerprintSha256: createHash('sha256').update(certificate).digest('hex'),
  }
}

/** SHA-256 of the public key: names a pair that came without a certificate. Throws `key.unusable`. */
export function publicKeyFingerprint(privateKeyPem: Secret): string {
  const publicKey = createPublicKey(readPrivateKey(privateKeyPem))
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** The identifier a file may name instead of issuer and serial number (RFC 5280, 4.2.1.2, method 1). */
export function certificateKeyIdentifier(certificatePem: string): string {
  return keyIdentifier(new X509Certificate(certificatePem).publicKey)
}

function keyIdentifier(publicKey: KeyObject): string {
  const [, bits] = readBer(publicKey.export({ type: 'spki', format: 'der' })).children
  // The first content octet of a bit string counts unused bits.
  const key = bits ? joinedContent(bits).subarray(1) : new Uint8Array()
  return createHash('sha1').update(key).digest('hex')
}
