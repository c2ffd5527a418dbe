import forge from 'node-forge'
import { newKeys, serverKeys } from '../../../../fakes/forge-keys.ts'

export type Identity = { readonly cert: string; readonly key: string }

type Traits = { readonly names?: readonly string[]; readonly isExpired?: boolean }

const DAY_MS = 86_400_000

/** A certificate authority nobody trusts, and servers' identities issued by it. */
export function createAuthority(name: string) {
  const keys = newKeys()
  const subject = [{ name: 'commonName', value: name }]
  const certificate = newCertificate(keys.publicKey, { subject, issuer: subject })
  certificate.setExtensions([{ name: 'basicConstraints', cA: true }])
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  return {
    certificate: forge.pki.certificateToPem(certificate),
    issue({ names = ['apple.test', 'localhost'], isExpired = false }: Traits = {}): Identity {
      const own = serverKeys()
      const leaf = newCertificate(own.publicKey, {
        subject: [{ name: 'commonName', value: names[0]! }],
        issuer: subject,
      })
      if (isExpired) leaf.validity.notAfter = new Date(Date.now() - DAY_MS)
      // 2: a DNS name, 7: an address (RFC 5280 §4.2.1.6).
      const altNames = [...names.map((value) => ({ type: 2, value })), { type: 7, ip: '127.0.0.1' }]
      leaf.setExtensions([{ name: 'subjectAltName', altNames }])
      leaf.sign(keys.privateKey, forge.md.sha256.create())
      return { cert: forge.pki.certificateToPem(leaf), key: own.pem }
    },
  }
}

let serial = 1

function newCertificate(
  publicKey: forge.pki.rsa.PublicKey,
  { subject, issuer }: Readonly<Record<'subject' | 'issuer', forge.pki.CertificateField[]>>,
) {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = `0${serial++}`
  certificate.validity.notBefore = new Date(Date.now() - 30 * DAY_MS)
  certificate.validity.notAfter = new Date(Date.now() + 30 * DAY_MS)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer)
  return certificate
}
