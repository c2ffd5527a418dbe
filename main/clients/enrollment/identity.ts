import { constants, generateKeyPair, privateEncrypt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { Secret } from '../../../shared/secret.ts'

const KEY_BITS = 2048
const DAY_MS = 86_400_000
/** Names that show up in a server's log: nobody shall take this for a device. */
const AUTHORITY_NAME = 'ADE Desk Rehearsal CA (made up, not Apple)'
const DEVICE_NAME = 'ADE Desk Rehearsal Device (made up)'

/** DigestInfo of a SHA-256 value without the value (RFC 8017, 9.2 note 1). */
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** What forge signs with: its own arithmetic would hold the thread up, OpenSSL does the same in a millisecond. */
type ForgeSigner = forge.pki.rsa.PrivateKey & { readonly sign: (digest: forge.md.MessageDigest) => string }

export type DeviceIdentity = {
  readonly certificates: readonly [device: forge.pki.Certificate, authority: forge.pki.Certificate]
  readonly signer: ForgeSigner
  /** Opens a profile that was encrypted to this device. */
  readonly privateKeyPem: Secret
}

/** A device's certificate below an authority of its own. A real one is issued by Apple; no program can have that. */
export async function makeIdentity(now: number): Promise<DeviceIdentity> {
  const pair = promisify(generateKeyPair)
  const [authority, device] = await Promise.all([
    pair('rsa', { modulusLength: KEY_BITS }),
    pair('rsa', { modulusLength: KEY_BITS }),
  ])
  const authoritySigner = signerOf(authority.privateKey)
  const root = certificate({
    name: AUTHORITY_NAME,
    issuer: AUTHORITY_NAME,
    key: authority.publicKey,
    serial: '01',
    now,
  })
  root.setExtensions([{ name: 'basicConstraints', cA: true, critical: true }])
  root.sign(authoritySigner, forge.md.sha256.create())
  const leaf = certificate({ name: DEVICE_NAME, issuer: AUTHORITY_NAME, key: device.publicKey, serial: '02', now })
  leaf.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
  ])
  leaf.sign(authoritySigner, forge.md.sha256.create())
  return {
    certificates: [leaf, root],
    signer: signerOf(device.privateKey),
    privateKeyPem: new Secret(device.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  }
}

type Traits = {
  readonly name: string
  readonly issuer: string
  readonly key: KeyObject
  readonly serial: string
  readonly now: number
}

function certificate({ name, issuer, key, serial, now }: Traits): forge.pki.Certificate {
  const made = forge.pki.createCertificate()
  made.publicKey = forge.pki.publicKeyFromPem(key.export({ type: 'spki', format: 'pem' }).toString())
  made.serialNumber = serial
  made.validity.notBefore = new Date(now - DAY_MS)
  made.validity.notAfter = new Date(now + 365 * DAY_MS)
  made.setSubject([{ name: 'commonName', value: name }])
  made.setIssuer([{ name: 'commonName', value: issuer }])
  return made
}

function signerOf(key: KeyObject): ForgeSigner {
  const sign = (digest: forge.md.MessageDigest): string => {
    const value = Buffer.from(digest.digest().getBytes(), 'latin1')
    const block = Buffer.concat([SHA256_PREFIX, value])
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, block).toString('latin1')
  }
  // Forge calls `sign` and nothing else of a key.
  return { sign } as ForgeSigner
}
