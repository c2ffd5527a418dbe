import { AppError } from '../../../shared/errors.ts'
import { BerError, joinedContent, objectIdText, readBer, TAG, type BerNode } from '../token-file/ber.ts'
import { CONTENT_TYPE } from '../token-file/recognise.ts'
import { decryptWithPassphrase, isMacRight, passphraseForms, type Passphrase } from './pbe.ts'

const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const KEY_BAG = '1.2.840.113549.1.12.10.1.1'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
/** A certificate, its chain and a key; more is not one person's push certificate. */
const MAX_BAGS = 50

/** DER of what a key store holds: certificates, and private keys as PKCS #8. */
export type KeyStore = { readonly certificates: readonly Buffer[]; readonly keys: readonly Buffer[] }

/**
 * Opens a PKCS #12 file (RFC 7292). Throws `push-file.passphrase` where the passphrase does not fit, which cannot be told
 * from a file that was changed, and `push-file.damaged`.
 */
export async function readKeyStore(file: BerNode, passphrase: string): Promise<KeyStore> {
  const [, authSafe, macData] = file.children
  const safe = octetsOf(authSafe?.children[1]?.children[0])
  if (objectIdText(authSafe?.children[0]) !== CONTENT_TYPE.data || !safe) {
    throw new AppError('push-file.damaged', 'the key store is signed with a certificate, or cut short')
  }
  for (const form of passphraseForms(passphrase)) {
    if (macData && !(await isMacRight(macData, safe, form))) continue
    const found = await openSafe(safe, form)
    if (found) return found
  }
  throw new AppError(
    'push-file.passphrase',
    passphrase === '' ? 'it needs a passphrase' : 'the passphrase does not fit',
  )
}

/** Undefined where some part does not open with this passphrase. */
async function openSafe(safe: Uint8Array, passphrase: Passphrase): Promise<KeyStore | undefined> {
  const certificates: Buffer[] = []
  const keys: Buffer[] = []
  for (const content of read(safe)?.children ?? []) {
    const bags = read(await openContent(content, passphrase))
    if (!bags) return undefined
    for (const bag of bags.children) {
      if (certificates.length + keys.length >= MAX_BAGS) throw new AppError('push-file.damaged', 'too many entries')
      const [type, wrapped] = bag.children
      const value = wrapped?.children[0]
      const kind = objectIdText(type)
      if (kind === CERT_BAG) certificates.push(...certificateIn(value))
      if (kind === KEY_BAG && value) keys.push(Buffer.from(value.raw))
      if (kind !== SHROUDED_KEY_BAG) continue
      const opened = await decryptWithPassphrase(
        value?.children[0],
        octetsOf(value?.children[1]) ?? new Uint8Array(),
        passphrase,
      )
      if (!read(opened)) return undefined
      keys.push(opened!)
    }
  }
  return { certificates, keys }
}

async function openContent(content: BerNode, passphrase: Passphrase): Promise<Uint8Array | undefined> {
  const [type, wrapped] = content.children
  const inner = wrapped?.children[0]
  if (objectIdText(type) === CONTENT_TYPE.data) return octetsOf(inner)
  if (objectIdText(type) !== ENCRYPTED_DATA)
    throw new AppError('push-file.damaged', 'the key store is encrypted to a certificate')
  const [, algorithm, encrypted] = inner?.children[1]?.children ?? []
  return decryptWithPassphrase(algorithm, encrypted ? joinedContent(encrypted) : new Uint8Array(), passphrase)
}

function certificateIn(bag: BerNode | undefined): readonly Buffer[] {
  const [type, wrapped] = bag?.children ?? []
  const der = objectIdText(type) === X509_CERTIFICATE ? octetsOf(wrapped?.children[0]) : undefined
  return der ? [Buffer.from(der)] : []
}

function octetsOf(node: BerNode | undefined): Uint8Array | undefined {
  return node?.tag === TAG.octetString ? joinedContent(node) : undefined
}

function read(bytes: Uint8Array | undefined): BerNode | undefined {
  if (!bytes) return undefined
  try {
    return readBer(bytes)
  } catch (error) {
    if (error instanceof BerError) return undefined
    throw error
  }
}
