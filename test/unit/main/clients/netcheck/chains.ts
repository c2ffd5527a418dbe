import forge from 'node-forge'
import { newKeys, serverKeys } from '../../../../fakes/forge-keys.ts'

export type Identity = { readonly cert: string; readonly key: string }

type Traits = {
  readonly names?: readonly string[]
  readonly from?: number
  readonly until?: number
  /** Leaves the certificates between the server's own and the root out. */
  readonly isAlone?: boolean
}

const DAY_MS = 86_400_000
let serial = 1

/** A root, an authority below it, and servers' identities issued by the latter. Days are counted from now. */
export function createChain(organisation: string) {
  const root = makeAuthority(`${organisation} Root`, organisation)
  const middle = makeAuthority(`${organisation} Issuing CA`, organisation, root)
  return {
    root: root.pem,
    issuerName: `${organisation} Issuing CA, ${organisation}`,
    issue({ names = ['server.test'], from = -30, until = 60, isAlone = false }: Traits = {}): Identity {
      const keys = serverKeys()
      const leaf = certificateFor(keys.publicKey, {
        subject: nameOf(names[0]!, 'Servers'),
        issuer: middle.name,
        from,
        until,
      })
      // 2: a DNS name, 7: an address (RFC 5280 §4.2.1.6).
      leaf.setExtensions([{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }])
      leaf.sign(middle.key, forge.md.sha256.create())
      const own = forge.pki.certificateToPem(leaf)
      return { cert: isAlone ? own : own + middle.pem, key: keys.pem }
    },
  }
}

type Authority = ReturnType<typeof makeAuthority>
type Name = forge.pki.CertificateField[]

function makeAuthority(common: string, organisation: string, above?: { name: Name; key: forge.pki.rsa.PrivateKey }) {
  const keys = newKeys()
  const name = nameOf(common, organisation)
  const certificate = certificateFor(keys.publicKey, {
    subject: name,
    issuer: above?.name ?? name,
    from: -400,
    until: 400,
  })
  certificate.setExtensions([{ name: 'basicConstraints', cA: true }])
  certificate.sign(above?.key ?? keys.privateKey, forge.md.sha256.create())
  return { name, key: keys.privateKey, pem: forge.pki.certificateToPem(certificate) }
}

export type { Authority }

function nameOf(commonName: string, organizationName: string): Name {
  return [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: organizationName },
  ]
}

type Facts = { readonly subject: Name; readonly issuer: Name; readonly from: number; readonly until: number }

function certificateFor(publicKey: forge.pki.rsa.PublicKey, { subject, issuer, from, until }: Facts) {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  certificate.serialNumber = `0${serial++}`
  certificate.validity.notBefore = new Date(Date.now() + from * DAY_MS)
  certificate.validity.notAfter = new Date(Date.now() + until * DAY_MS)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer)
  return certificate
}
