import { constants, generateKeyPairSync, privateEncrypt } from 'node:crypto'
import forge from 'node-forge'

export type ForgeKeys = {
  /** PKCS #1. */
  readonly pem: string
  readonly privateKey: forge.pki.rsa.PrivateKey
  readonly publicKey: forge.pki.rsa.PublicKey
}

/** What stands before a SHA-256 digest that is signed (RFC 8017 §9.2). */
const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** An RSA pair for forge's certificates and messages. Node makes keys, and signs with them, a hundred times as fast. */
export function newKeys(): ForgeKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
  const key = forge.pki.privateKeyFromPem(pem)
  key.sign = (md) => {
    if (typeof md === 'string' || md.algorithm !== 'sha256') throw new Error('signs SHA-256 digests only')
    const digest = Buffer.from(md.digest().getBytes(), 'latin1')
    const info = Buffer.concat([SHA256_INFO, digest])
    return privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info).toString('latin1')
  }
  return { pem, privateKey: key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) }
}

let servers: ForgeKeys | undefined

/** Of servers whose keys nobody compares: one pair per test process. */
export function serverKeys(): ForgeKeys {
  return (servers ??= newKeys())
}
