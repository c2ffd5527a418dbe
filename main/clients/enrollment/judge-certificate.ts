import type { X509Certificate } from 'node:crypto'
import type { VisitRemark } from './client-type.ts'
import { nameOf } from './read-profile.ts'
import { endsIn, endsInPublicRoot, type Trust } from './trust.ts'

const DAY_MS = 86_400_000
const SOON_DAYS = 14

/** Makers and words in the names of authorities that belong to appliances which open TLS on the way. */
const INSPECTION =
  /inspect|intercept|decrypt|firewall|proxy|gateway ca|zscaler|forti(?:net|gate)|palo ?alto|blue ?coat|netskope|sophos|barracuda|mcafee|umbrella|check ?point|watch ?guard|sonicwall|untangle|squid|mitm|kaspersky|eset ssl|avast/i

export type Shown = {
  readonly host: string
  /** As sent, the server's own first. */
  readonly chain: readonly X509Certificate[]
  /** OpenSSL's or Node's word; null for a trusted one. */
  readonly refusal: string | null
}

export type Judgement = { readonly failure: VisitRemark | null; readonly remarks: readonly VisitRemark[] }

/** What a device would say to these certificates, and why. `now`: milliseconds UTC. */
export function judgeCertificates(shown: Shown, trust: Trust, now: number): Judgement {
  const failure = shown.refusal === null ? null : failureOf(shown, trust, now)
  return { failure, remarks: failure ? [] : remarksOn(shown, trust, now) }
}

function failureOf({ host, chain, refusal }: Shown, trust: Trust, now: number): VisitRemark {
  const [leaf] = chain
  const last = chain.at(-1)
  const issuer = nameOf(last?.issuer) ?? '–'
  const facts = { host, issuer }
  const dated = chain.find((one) => one.validToDate.getTime() < now)
  if (refusal === 'CERT_HAS_EXPIRED' && dated)
    return { code: 'certificate-expired', facts: { ...facts, ...about(dated) } }
  const early = chain.find((one) => one.validFromDate.getTime() > now)
  if (refusal === 'CERT_NOT_YET_VALID' && early)
    return {
      code: 'certificate-not-yet-valid',
      facts: { ...facts, subject: nameOf(early.subject) ?? '–', date: day(early.validFromDate) },
    }
  if (refusal === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return { code: 'certificate-other-name', facts: { ...facts, names: namesOf(leaf) } }
  // The names along the chain show an appliance, whoever it says it speaks for.
  const appliance = chain.map((one) => nameOf(one.issuer) ?? '').find((name) => INSPECTION.test(name))
  if (appliance !== undefined) return { code: 'tls-inspected', facts: { ...facts, issuer: appliance } }
  if (isOpenEnded(chain)) return { code: 'chain-incomplete', facts: { ...facts, sent: chain.length } }
  if (trust.anchors !== null) {
    const isPublic = endsInPublicRoot(chain) ? 1 : 0
    return { code: 'anchors-do-not-fit', facts: { ...facts, anchors: trust.anchors.length, isPublic } }
  }
  return { code: 'authority-unknown', facts }
}

/** Only the server's own certificate came, and somebody else issued it: what lies between cannot be known. */
function isOpenEnded(chain: readonly X509Certificate[]): boolean {
  const [leaf] = chain
  return chain.length === 1 && leaf !== undefined && leaf.issuer !== leaf.subject
}

function remarksOn({ host, chain }: Shown, trust: Trust, now: number): readonly VisitRemark[] {
  const remarks: VisitRemark[] = []
  const next = chain.toSorted((one, other) => one.validToDate.getTime() - other.validToDate.getTime())[0]
  if (next && next.validToDate.getTime() - now < SOON_DAYS * DAY_MS)
    remarks.push({ code: 'certificate-expires-soon', facts: { host, ...about(next) } })
  if (trust.anchors === null && !endsIn(chain, trust.certificates) && !endsInPublicRoot(chain))
    remarks.push({ code: 'trusted-here-only', facts: { host, issuer: nameOf(chain.at(-1)?.issuer) ?? '–' } })
  return remarks
}

/** Who vouches for the server, as a word of ours. */
export function trustedBy(chain: readonly X509Certificate[], trust: Trust): string {
  if (trust.anchors !== null && endsIn(chain, trust.anchors)) return 'anchor'
  if (endsIn(chain, trust.certificates)) return 'given-certificate'
  return endsInPublicRoot(chain) ? 'public-authority' : 'this-computer'
}

function about(certificate: X509Certificate) {
  return { subject: nameOf(certificate.subject) ?? '–', date: day(certificate.validToDate) }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function namesOf(leaf: X509Certificate | undefined): string {
  const names = (leaf?.subjectAltName ?? '').split(', ').map((name) => name.replace(/^[^:]*:/, ''))
  return names.filter(Boolean).slice(0, 5).join(', ') || (nameOf(leaf?.subject) ?? '–')
}
