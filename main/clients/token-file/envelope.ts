import {
  cipherName,
  CONTENT_CIPHERS,
  HASHES,
  MASK_GENERATION_1,
  RSA_OAEP,
  RSA_PKCS1,
  type ContentCipher,
} from './algorithms.ts'
import { BerError, hex, joinedContent, objectIdText, readBer, TAG, type BerNode } from './ber.ts'
import { nameForPeople } from './distinguished-name.ts'
import { damaged, notAToken, unsupportedCipher } from './failures.ts'
import { CONTENT_TYPE, recogniseBer } from './recognise.ts'
import { unwrap } from './unwrap.ts'

export type KeyEncryption =
  | { readonly kind: 'pkcs1' }
  | { readonly kind: 'oaep'; readonly hash: string; readonly maskHash: string; readonly label: Uint8Array }

/** Whose public key the content key was encrypted with. Serial numbers and key ids: hexadecimal of the bytes as sent. */
export type RecipientName =
  | {
      readonly by: 'issuer'
      readonly issuerDer: Uint8Array
      readonly issuerName: string
      /** May stand for a negative number (Apple's sample does), so it is text for comparing and never a number. */
      readonly serialNumber: string
    }
  | { readonly by: 'key-id'; readonly keyId: string }

export type Recipient = {
  readonly name: RecipientName
  readonly keyEncryption: KeyEncryption
  readonly encryptedKey: Uint8Array
}

export type TokenEnvelope = {
  /** At least one; only those whose key encryption can be undone here. */
  readonly recipients: readonly Recipient[]
  readonly cipher: ContentCipher
  readonly iv: Uint8Array
  readonly encryptedContent: Uint8Array
}

/** One key each; a token file has one recipient, a hostile one would make every stored key be tried on each. */
const MAX_RECIPIENTS = 20
const ENVELOPED_OID = '06092a864886f70d010703'

/**
 * Reads a server token file without opening it: MIME, PEM, base64 or raw, BER or DER (RFC 5652 enveloped-data).
 * Throws `token-file.too-large`, `.not-a-token` (fact `looksLike`), `.damaged`, `.unsupported-cipher` (`algorithm`).
 */
export function readTokenFile(file: Uint8Array): TokenEnvelope {
  const message = unwrap(file)
  const top = readMessage(message)
  const lookalike = recogniseBer(top)
  if (lookalike) throw notAToken(lookalike)
  const [contentType, content] = top.children
  const data = part(content?.children[0], TAG.sequence, 'the envelope')
  const parts = data.children.filter((child) => child.tag === TAG.sequence || child.tag === TAG.set)
  const recipientInfos = part(parts[0], TAG.set, 'the recipients')
  const encrypted = part(parts[1], TAG.sequence, 'the encrypted content')
  const contentAlgorithm = part(encrypted.children[1], TAG.sequence, 'the cipher')
  const cipherId = objectIdText(contentAlgorithm.children[0])
  const cipher = CONTENT_CIPHERS[cipherId]
  if (!cipher || objectIdText(contentType) !== CONTENT_TYPE.enveloped) throw unsupportedCipher(cipherName(cipherId))
  const iv = joinedContent(part(contentAlgorithm.children[1], TAG.octetString, 'the initialization vector'))
  if (iv.length !== cipher.ivLength) throw damaged('the initialization vector has a wrong length')
  const encryptedContent = joinedContent(part(encrypted.children[2], TAG.context0, 'the encrypted content'))
  return { recipients: readRecipients(recipientInfos), cipher, iv, encryptedContent }
}

function readMessage(message: Uint8Array): BerNode {
  try {
    return readBer(message)
  } catch (error) {
    if (!(error instanceof BerError)) throw error
    // The type of the message stands at its very beginning, so a file cut short still tells what it was.
    if (hex(message.subarray(0, 64)).includes(ENVELOPED_OID)) throw damaged('the file is cut short or altered', error)
    throw notAToken('unknown')
  }
}

function readRecipients(infos: BerNode): readonly Recipient[] {
  if (infos.children.length === 0) throw damaged('the file names no recipient')
  if (infos.children.length > MAX_RECIPIENTS) throw damaged('the file names too many recipients')
  // Key agreement, shared keys and passwords have tags of their own; only key transport is a plain sequence.
  const transported = infos.children.filter((info) => info.tag === TAG.sequence)
  if (transported.length === 0) throw unsupportedCipher('a key agreement or a password instead of RSA')
  const recipients = transported.map(readRecipient)
  const usable = recipients.filter((recipient) => typeof recipient !== 'string')
  const unusable = recipients.filter((recipient) => typeof recipient === 'string')
  if (usable.length === 0) throw unsupportedCipher(`the key encryption ${unusable.join(', ')}`)
  return usable
}

/** The object identifier alone where the key encryption is unknown. */
function readRecipient({ children: [, name, algorithm, encryptedKey] }: BerNode): Recipient | string {
  const keyEncryption = readKeyEncryption(part(algorithm, TAG.sequence, 'the key encryption'))
  if (typeof keyEncryption === 'string') return keyEncryption
  return {
    name: readRecipientName(name),
    keyEncryption,
    encryptedKey: joinedContent(part(encryptedKey, TAG.octetString, 'the encrypted key')),
  }
}

function readRecipientName(name: BerNode | undefined): RecipientName {
  if (name?.tag === TAG.context0) return { by: 'key-id', keyId: hex(joinedContent(name)) }
  const [issuer, serialNumber] = part(name, TAG.sequence, 'the recipient').children
  const issuerNode = part(issuer, TAG.sequence, "the recipient's issuer")
  return {
    by: 'issuer',
    issuerDer: issuerNode.raw,
    issuerName: nameForPeople(issuerNode),
    serialNumber: hex(part(serialNumber, TAG.integer, "the recipient's serial number").content),
  }
}

function readKeyEncryption({ children: [type, parameters] }: BerNode): KeyEncryption | string {
  const objectId = objectIdText(type)
  if (objectId === RSA_PKCS1) return { kind: 'pkcs1' }
  if (objectId !== RSA_OAEP) return objectId
  const named = (tag: number) => parameters?.children.find((child) => child.tag === tag)?.children[0]
  const hash = hashName(named(TAG.context0))
  const mask = named(TAG.context1)
  const isKnownMask = mask === undefined || objectIdText(mask.children[0]) === MASK_GENERATION_1
  const maskHash = isKnownMask ? hashName(mask?.children[1]) : undefined
  const source = named(TAG.context2)?.children[1]
  if (!hash || !maskHash) return `${objectId} with unknown parameters`
  return { kind: 'oaep', hash, maskHash, label: source ? joinedContent(source) : new Uint8Array() }
}

/** RFC 4055: absent means SHA-1. */
function hashName(algorithm: BerNode | undefined): string | undefined {
  return algorithm === undefined ? 'sha1' : HASHES[objectIdText(algorithm.children[0])]
}

function part(node: BerNode | undefined, tag: number, what: string): BerNode {
  if (node?.tag !== tag) throw damaged(`${what} is missing or altered`)
  return node
}
