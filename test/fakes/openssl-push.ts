import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Made anew by the OpenSSL of this machine in each run: no fixture that a key could leak from. */
const folder = mkdtempSync(join(tmpdir(), 'ade-push-'))
const keys = new Map<string, string>()
let files = 0

export const TOPIC = 'com.apple.mgmt.External.11111111-2222-3333-4444-555555555555'
export const OTHER_TOPIC = 'com.apple.mgmt.External.99999999-2222-3333-4444-555555555555'

export function openssl(...args: readonly string[]): string {
  return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

export function fileOf(content: string | Uint8Array, ending = 'pem'): string {
  const path = join(folder, `${++files}.${ending}`)
  writeFileSync(path, content)
  return path
}

/** PEM (PKCS #8) of an RSA key; the same name gives the same key. */
export function keyNamed(name: string): string {
  let pem = keys.get(name)
  if (!pem) keys.set(name, (pem = openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048')))
  return pem
}

/** A self-signed certificate as the push portal's are: the topic stands in the subject's UID. */
export function pushCertificate({
  topic = TOPIC,
  key = 'push',
  days = 365,
  subject,
}: {
  readonly topic?: string
  readonly key?: string
  readonly days?: number
  readonly subject?: string
} = {}): string {
  const name = subject ?? `/UID=${topic}/CN=APSP:${topic.slice(-36)}/C=US`
  return openssl('req', '-x509', '-new', '-key', fileOf(keyNamed(key)), '-days', String(days), '-subj', name)
}

/** The same with its key as PKCS #12; `how` are OpenSSL's own options. */
export function keyStore(certificate: string, key: string, passphrase: string, ...how: readonly string[]): Uint8Array {
  const out = fileOf('', 'p12')
  const input = ['-in', fileOf(certificate), '-inkey', fileOf(keyNamed(key))]
  openssl('pkcs12', '-export', ...input, '-out', out, '-passout', `pass:${passphrase}`, ...how)
  return readFileSync(out)
}
