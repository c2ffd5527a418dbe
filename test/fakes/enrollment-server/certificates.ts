import forge from 'node-forge'
import { newKeys, type ForgeKeys } from '../forge-keys.ts'

const DAY_MS = 86_400_000

export type Certified = { readonly certificate: forge.pki.Certificate; readonly pem: string; readonly keys: ForgeKeys }

type Traits = {
  readonly name: string
  readonly isAuthority?: boolean
  readonly hosts?: readonly string[]
  readonly fromDays?: number
  readonly untilDays?: number
}

let serial = 1

/** Self-signed where there is no `issuer`. Days count from now. */
export function certify(traits: Traits, keys: ForgeKeys, issuer?: Certified): Certified {
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: traits.name }]
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = `0a${(serial++).toString(16).padStart(6, '0')}`
  certificate.validity.notBefore = new Date(Date.now() + (traits.fromDays ?? -30) * DAY_MS)
  certificate.validity.notAfter = new Date(Date.now() + (traits.untilDays ?? 300) * DAY_MS)
  certificate.setSubject(subject)
  certificate.setIssuer(issuer?.certificate.subject.attributes ?? subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: traits.isAuthority ?? false, critical: true },
    ...(traits.hosts ? [{ name: 'subjectAltName', altNames: traits.hosts.map(altName) }] : []),
  ])
  certificate.sign((issuer?.keys ?? keys).privateKey, forge.md.sha256.create())
  return { certificate, pem: forge.pki.certificateToPem(certificate), keys }
}

/** 2: a DNS name, 7: an address (RFC 5280 §4.2.1.6). */
function altName(host: string): object {
  return /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }
}

export function base64Der({ certificate }: Certified): string {
  return Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'latin1').toString('base64')
}

/** How a server proves who it is. `chain` is what it sends, its own certificate first. */
export type TlsIdentity = { readonly key: string; readonly cert: string }

export const TLS_FAULTS = [
  'expired',
  'not-yet-valid',
  'wrong-host',
  'incomplete-chain',
  'expired-intermediate',
  'interception',
] as const
export type TlsFault = (typeof TLS_FAULTS)[number]

export type Pki = ReturnType<typeof createPki>

let shared: Pki | undefined

/** One for the whole test process: making keys takes long. */
export function sharedPki(): Pki {
  return (shared ??= createPki())
}

/** A private authority with an intermediate, an unrelated authority, one that inspects TLS, and a signer of profiles. */
function createPki() {
  const root = certify({ name: 'Example Root CA', isAuthority: true }, newKeys())
  const intermediateKeys = newKeys()
  const intermediate = certify({ name: 'Example Issuing CA', isAuthority: true }, intermediateKeys, root)
  const oldIntermediate = certify(
    { name: 'Example Issuing CA', isAuthority: true, untilDays: -2 },
    intermediateKeys,
    root,
  )
  const otherRoot = certify({ name: 'Unrelated Root CA', isAuthority: true }, newKeys())
  const inspector = certify({ name: 'Example TLS Inspection Gateway CA', isAuthority: true }, newKeys())
  const leafKeys = newKeys()
  const hosts = ['localhost', '127.0.0.1']
  const signer = certify({ name: 'Example Profile Signer' }, leafKeys, intermediate)
  const oldSigner = certify({ name: 'Example Profile Signer', untilDays: -3 }, leafKeys, intermediate)

  function serverIdentity(fault?: TlsFault): TlsIdentity {
    const traits = {
      name: 'localhost',
      hosts: fault === 'wrong-host' ? ['mdm.example.com'] : hosts,
      ...(fault === 'expired' && { untilDays: -1 }),
      ...(fault === 'not-yet-valid' && { fromDays: 2 }),
    }
    const leaf = certify(traits, leafKeys, fault === 'interception' ? inspector : intermediate)
    return { key: leafKeys.pem, cert: [leaf, ...chainAbove(fault)].map(({ pem }) => pem).join('') }
  }

  function chainAbove(fault: TlsFault | undefined): readonly Certified[] {
    if (fault === 'incomplete-chain') return []
    if (fault === 'interception') return [inspector]
    if (fault === 'expired-intermediate') return [oldIntermediate, root]
    return [intermediate, root]
  }

  return { root, intermediate, otherRoot, inspector, signer, oldSigner, serverIdentity }
}
