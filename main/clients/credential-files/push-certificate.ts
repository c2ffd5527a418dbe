import { createPrivateKey, createPublicKey, createHash, X509Certificate, type KeyObject } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { CredentialLookalike, FileRepair } from '../../../shared/model/credential-file.ts'
import { Secret } from '../../../shared/secret.ts'
import { BerError, readBer, type BerNode } from '../token-file/ber.ts'
import { recogniseBer, recogniseJson, recognisePemLabel, recogniseText } from '../token-file/recognise.ts'
import { describeCertificate, type PushCertificate } from './describe-certificate.ts'
import { notAPushCertificate } from './failures.ts'
import { readKeyStore } from './pkcs12.ts'
import { fromBase64, textOf } from './text.ts'

const SEQUENCE_OCTET = 0x30
const MAX_BLOCKS = 50
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([^]*?)-----END \1-----/g
const CERTIFICATE_LABEL = /^(?:TRUSTED |X509 )?CERTIFICATE$/

export type PushFile = {
  readonly certificate: PushCertificate
  /** PEM (PKCS #8) of the private key, where one came along and fits. */
  readonly privateKeyPem: Secret | null
  readonly repairs: readonly FileRepair[]
}

type Content = {
  readonly certificates: readonly X509Certificate[]
  readonly keys: readonly KeyObject[]
  readonly repairs: readonly FileRepair[]
}

export type PushFileParts = {
  readonly bytes: Uint8Array
  readonly key?: Uint8Array | undefined
  readonly passphrase?: Secret | undefined
}

/**
 * Reads a push certificate from PEM (any number of blocks, text between them), DER or PKCS #12, with the private key of
 * the same file or of `key`. Throws `push-file.*`; a key that does not belong to the certificate is `key-mismatch`.
 */
export async function readPushFile({ bytes, key, passphrase }: PushFileParts): Promise<PushFile> {
  const secret = passphrase ?? new Secret('')
  const content = await readContent(bytes, secret)
  const keys = [...(key ? [readKeyFile(key, secret)] : []), ...content.keys]
  const { certificates } = content
  if (certificates.length === 0) throw notAPushCertificate(content.keys.length > 0 ? 'private-key' : 'unknown')
  const suitable = certificates.filter((certificate) => describeCertificate(certificate) !== undefined)
  if (suitable.length === 0) throw otherPurpose(certificates[0]!)
  suitable.forEach(requireReadableKey)
  const fitting = suitable.find((certificate) => keys.some((one) => certificate.checkPrivateKey(one)))
  if (keys.length > 0 && !fitting)
    throw new AppError('push-file.key-mismatch', 'the private key is not the one of the certificate')
  const chosen = fitting ?? newest(suitable)
  const own = keys.find((one) => chosen.checkPrivateKey(one))
  return {
    certificate: describeCertificate(chosen)!, // only such were kept
    privateKeyPem: own ? new Secret(own.export({ type: 'pkcs8', format: 'pem' }).toString()) : null,
    repairs: suitable.length > 1 ? [...content.repairs, 'several-certificates'] : content.repairs,
  }
}

/** SHA-256 of a certificate's public key, as `makePushRequest` names its key. */
export function keyFingerprintOf(certificatePem: string): string {
  return fingerprint(new X509Certificate(certificatePem).publicKey)
}

/** Whether a sealed key and a stored certificate still belong together. */
export function isKeyOf(certificatePem: string, privateKeyPem: Secret): boolean {
  const key = createPrivateKey(privateKeyPem.reveal())
  return keyFingerprintOf(certificatePem) === fingerprint(createPublicKey(key))
}

function fingerprint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

async function readContent(bytes: Uint8Array, passphrase: Secret): Promise<Content> {
  if (bytes[0] === SEQUENCE_OCTET && bytes[1]! >= 0x80) return readDer(bytes, passphrase)
  const { text, repairs } = textOf(bytes)
  if (text.trim() === '') throw notAPushCertificate('empty')
  const blocks = [...text.matchAll(BLOCK)]
  if (blocks.length > 0) return readBlocks(blocks, { text, repairs, passphrase })
  const packed = text.replace(/\s+/g, '')
  const der = fromBase64(packed)
  if (der?.[0] === SEQUENCE_OCTET) {
    const content = await readDer(der, passphrase)
    return { ...content, repairs: [...repairs, 'no-armour'] }
  }
  if (/-----BEGIN /.test(text)) throw new AppError('push-file.damaged', 'a block of the file has no end')
  throw notAPushCertificate(recogniseOther(text, der))
}

function readBlocks(
  blocks: readonly RegExpMatchArray[],
  { text, repairs, passphrase }: { text: string; repairs: readonly FileRepair[]; passphrase: Secret },
): Content {
  if (blocks.length > MAX_BLOCKS) throw new AppError('push-file.damaged', 'too many blocks')
  const labels = blocks.map(([, label = '']) => label)
  const certificates = blocks
    .filter(([, label = '']) => CERTIFICATE_LABEL.test(label))
    .map(([, label = '', body = '']) => parseCertificate(derOf(body, label)))
  const keys = blocks
    .filter(([, label = '']) => label.endsWith('PRIVATE KEY'))
    .map(([block]) => parseKey(block, passphrase))
  if (certificates.length === 0 && keys.length === 0) {
    throw notAPushCertificate(
      recognisePemLabel(labels[0]!) ?? (/PKCS7|CMS/.test(labels[0]!) ? 'cms-message' : 'unknown'),
    )
  }
  const around = blocks.reduce((rest, [block]) => rest.replace(block, ''), text).trim()
  return { certificates, keys, repairs: around === '' ? repairs : [...repairs, 'text-around'] }
}

/** A `TRUSTED CERTIFICATE` has OpenSSL's remarks behind the certificate. */
function derOf(body: string, label: string): Buffer {
  const der = fromBase64(body.replace(/\s+/g, ''))
  if (!der) throw new AppError('push-file.damaged', `the ${label} block is not base64`)
  if (!label.startsWith('TRUSTED')) return der
  return Buffer.from(tryReadBer(der)?.raw ?? der)
}

async function readDer(bytes: Uint8Array, passphrase: Secret): Promise<Content> {
  const top = tryReadBer(bytes)
  if (!top) throw new AppError('push-file.damaged', 'the file is cut short or altered')
  const looksLike = recogniseBer(top)
  if (looksLike === 'certificate')
    return { certificates: [parseCertificate(Buffer.from(top.raw))], keys: [], repairs: [] }
  if (looksLike !== 'key-store') throw notAPushCertificate(looksLike ?? 'server-token')
  const store = await readKeyStore(top, passphrase.reveal())
  return {
    certificates: store.certificates.map(parseCertificate),
    keys: store.keys.map((der) => parseKeyDer(der, passphrase)),
    repairs: [],
  }
}

function readKeyFile(file: Uint8Array, passphrase: Secret): KeyObject {
  if (file[0] === SEQUENCE_OCTET && file[1]! >= 0x80) return parseKeyDer(Buffer.from(file), passphrase)
  const block = [...textOf(file).text.matchAll(BLOCK)].find(([, label = '']) => label.endsWith('PRIVATE KEY'))
  if (!block) throw new AppError('push-file.key-unusable', 'the key file holds no private key')
  return parseKey(block[0], passphrase)
}

function parseKey(pem: string, passphrase: Secret): KeyObject {
  const isEncrypted = /ENCRYPTED/.test(pem)
  if (isEncrypted && passphrase.reveal() === '')
    throw new AppError('push-file.passphrase', 'the private key needs a passphrase')
  try {
    return createPrivateKey(isEncrypted ? { key: pem, passphrase: passphrase.reveal() } : pem)
  } catch {
    // Without the cause: OpenSSL's words help nobody here, and they differ between runtimes.
    if (isEncrypted) throw new AppError('push-file.passphrase', 'the passphrase does not open the private key')
    throw new AppError('push-file.key-unusable', 'the private key cannot be read')
  }
}

function parseKeyDer(der: Buffer, passphrase: Secret): KeyObject {
  for (const type of ['pkcs8', 'pkcs1', 'sec1'] as const) {
    try {
      return createPrivateKey({ key: der, format: 'der', type, passphrase: passphrase.reveal() })
    } catch {
      // The next form.
    }
  }
  throw new AppError('push-file.key-unusable', 'the private key cannot be read')
}

function parseCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch {
    throw new AppError('push-file.damaged', 'a certificate of the file is cut short or altered')
  }
}

/** OpenSSL takes a certificate apart without looking at its key; a damaged one only shows when it is needed. */
function requireReadableKey(certificate: X509Certificate): void {
  try {
    void certificate.publicKey
  } catch {
    throw new AppError('push-file.damaged', 'the public key of the certificate is altered')
  }
}

function otherPurpose(certificate: X509Certificate): AppError {
  const subject = certificate.subject?.replaceAll('\n', ', ').slice(0, 200) ?? ''
  return new AppError('push-file.other-purpose', `its subject is ${subject || 'empty'}`, { facts: { subject } })
}

function newest(certificates: readonly X509Certificate[]): X509Certificate {
  return certificates.reduce((best, one) => (one.validToDate > best.validToDate ? one : best))
}

function recogniseOther(text: string, decoded: Buffer | undefined): CredentialLookalike {
  const trimmed = text.trim()
  const inner = decoded?.toString('latin1') ?? ''
  if (/PushCertRequestCSR/.test(trimmed) || /PushCertRequestCSR/.test(inner)) return 'push-request-list'
  if (inner.trimStart().startsWith('{')) return recogniseJson(inner)
  const looksLike = recogniseText(trimmed)
  if (looksLike) return looksLike
  if (/^[!-9;-~]{1,70}:\s/.test(trimmed)) return /pkcs7-mime/i.test(trimmed) ? 'server-token' : 'mail-message'
  return 'unknown'
}

function tryReadBer(bytes: Uint8Array): BerNode | undefined {
  try {
    return readBer(bytes)
  } catch (error) {
    if (error instanceof BerError) return undefined
    throw error
  }
}
