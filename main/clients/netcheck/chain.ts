import type { X509Certificate } from 'node:crypto'
import type { ShownCertificate } from '../../../shared/model/network-check.ts'
import type { PublicRoots } from './authorities.ts'

const MAX_DEPTH = 8

/**
 * The public authority that vouches for the first certificate, by signatures alone: dates and names are judged
 * elsewhere. Certificates that were sent along without belonging to the chain do not count.
 */
export function findPublicRoot(
  sent: readonly X509Certificate[],
  roots: PublicRoots,
  from = sent[0],
  depth = 0,
): X509Certificate | undefined {
  if (!from || depth > MAX_DEPTH) return undefined
  const issuedBy = (issuer: X509Certificate) => isIssuedBy(from, issuer)
  const known = roots.get(from.subject)?.find(({ fingerprint256 }) => fingerprint256 === from.fingerprint256)
  const root = known ?? roots.get(from.issuer ?? '')?.find(issuedBy)
  if (root) return root
  for (const issuer of sent) {
    if (issuer.subject !== from.issuer || issuer.fingerprint256 === from.fingerprint256 || !issuedBy(issuer)) continue
    const found = findPublicRoot(sent, roots, issuer, depth + 1)
    if (found) return found
  }
  return undefined
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // a key that cannot be read; what is sent along may be anything
  }
}

export function describeCertificate(certificate: X509Certificate): ShownCertificate {
  return {
    subject: shortName(certificate.subject),
    issuer: shortName(certificate.issuer),
    notBefore: Date.parse(certificate.validFrom),
    expiresAt: Date.parse(certificate.validTo),
    fingerprintSha256: certificate.fingerprint256,
  }
}

/** Names a certificate is for; common names do not count any more (RFC 9525 §2). */
export function namesOf({ subjectAltName }: X509Certificate): readonly string[] {
  const names = subjectAltName?.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, '')) ?? []
  return names.slice(0, 20)
}

/** `CN=Root\nO=Example` becomes "Root, Example". Bounded: the other side wrote it. */
export function shortName(name: string | undefined): string {
  const [common, organisation] = [partOf(name, 'CN'), partOf(name, 'O')]
  const known = [common, organisation].filter((part) => part !== undefined && part !== '')
  return (known.join(', ') || (name ?? '').replaceAll('\n', ', ')).slice(0, 200)
}

export function organisationOf(name: string | undefined): string | undefined {
  return partOf(name, 'O')
}

function partOf(name: string | undefined, key: string): string | undefined {
  const line = name?.split('\n').find((part) => part.startsWith(`${key}=`))
  return line?.slice(key.length + 1)
}
