import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { HASHES } from '../token-file/algorithms.ts'
import { BerError, hex, joinedContent, objectIdText, readBer, TAG, type BerNode } from '../token-file/ber.ts'
import { der } from '../token-file/der.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const RSA_PSS = '1.2.840.113549.1.1.10'
const SET_CONSTRUCTED = TAG.set | 0x20
const MAX_CERTIFICATES = 20
const MAX_SIGNERS = 4

export type SignedMessage = {
  readonly content: Uint8Array
  /** The first signer whose signature fits, or the first one; undefined for a message nobody signed. */
  readonly signer: X509Certificate | undefined
  readonly isValid: boolean
}

/** What kind of CMS message the bytes begin with: the object identifier of its type, empty for anything else. */
export function cmsType(bytes: Uint8Array): string {
  try {
    return objectIdText(readBer(bytes).children[0])
  } catch (error) {
    if (error instanceof BerError) return ''
    throw error
  }
}

/** Opens SignedData (RFC 5652 §5) and checks its signature, not who vouches for the signer. Undefined for anything else. */
export function readSigned(bytes: Uint8Array): SignedMessage | undefined {
  const data = signedDataOf(bytes)
  if (!data) return undefined
  const [, , encapsulated, ...rest] = data.children
  const octets = encapsulated?.children[1]?.children[0]
  if (octets?.tag !== TAG.octetString) return undefined
  const content = joinedContent(octets)
  const certificates = (rest.find(({ tag }) => tag === TAG.context0)?.children ?? [])
    .slice(0, MAX_CERTIFICATES)
    .flatMap(({ raw }) => readCertificate(raw) ?? [])
  const signers = (rest.find(({ tag }) => tag === TAG.set)?.children ?? []).slice(0, MAX_SIGNERS)
  const valid = signers.flatMap((info) => certificates.find((one) => fits(info, one, content)) ?? [])[0]
  return { content, signer: valid ?? named(signers[0], certificates), isValid: valid !== undefined }
}

function signedDataOf(bytes: Uint8Array): BerNode | undefined {
  try {
    const [type, wrapped] = readBer(bytes).children
    return objectIdText(type) === SIGNED_DATA ? wrapped?.children[0] : undefined
  } catch (error) {
    if (error instanceof BerError) return undefined
    throw error
  }
}

function readCertificate(raw: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(raw)
  } catch {
    return undefined
  }
}

/** By issuer and serial number; the first certificate where the signer is named in another way. */
function named(info: BerNode | undefined, certificates: readonly X509Certificate[]): X509Certificate | undefined {
  const serial = info?.children[1]?.children[1]
  const wanted =
    serial &&
    hex(serial.content)
      .replace(/^(?:00)+/, '')
      .toUpperCase()
  return certificates.find((one) => one.serialNumber.replace(/^(?:00)+/, '') === wanted) ?? certificates[0]
}

function fits(info: BerNode, certificate: X509Certificate, content: Uint8Array): boolean {
  const [, , digestAlgorithm, ...rest] = info.children
  const hash = HASHES[objectIdText(digestAlgorithm?.children[0])]
  const attributes = rest[0]?.tag === TAG.context0 ? rest[0] : undefined
  const [signatureAlgorithm, signature] = attributes ? rest.slice(1) : rest
  if (!hash || signature?.tag !== TAG.octetString) return false
  if (attributes && !hasDigest(attributes, createHash(hash).update(content).digest())) return false
  // What is signed is the set of attributes, although the message holds them under another tag (§5.4).
  const signed = attributes ? der(SET_CONSTRUCTED, attributes.content) : content
  const isPss = objectIdText(signatureAlgorithm?.children[0]) === RSA_PSS
  return isSignedBy(certificate, { hash, signed, signature: joinedContent(signature), isPss })
}

function hasDigest(attributes: BerNode, digest: Buffer): boolean {
  const attribute = attributes.children.find(({ children: [type] }) => objectIdText(type) === MESSAGE_DIGEST)
  const value = attribute?.children[1]?.children[0]
  return value !== undefined && digest.equals(joinedContent(value))
}

type Claim = {
  readonly hash: string
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  readonly isPss: boolean
}

function isSignedBy(certificate: X509Certificate, { hash, signed, signature, isPss }: Claim): boolean {
  const padding = isPss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {}
  try {
    return verify(hash, signed, { key: certificate.publicKey, ...padding }, signature)
  } catch {
    return false // a key that cannot be read, or cannot sign like this
  }
}
