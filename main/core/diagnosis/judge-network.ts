import type { HostVerdict } from '../../../shared/model/network-check.ts'
import type { AppleProbe, EnrollmentProbe, ProbedHost, RehearsalFacts } from './facts.ts'
import type { Found, Judges } from './judge.ts'

type NetworkChecks = Pick<
  Judges,
  | 'apple-hosts'
  | 'captive-portal'
  | 'push-hosts'
  | 'enrollment-host'
  | 'enrollment-name'
  | 'enrollment-chain'
  | 'enrollment-anchors'
  | 'web-host'
>

/** What this computer sees of the way; a device stands in another network. */
export const judgeNetwork: NetworkChecks = {
  'apple-hosts': { 'probe-apple': appleHosts },
  'captive-portal': {
    'probe-apple': ({ captive }) => (captive === 'unknown' ? 'not-told' : [captive === 'portal' ? 'captive' : 'none']),
  },
  'push-hosts': {
    'probe-apple': ({ hosts }) => {
      const push = hosts.filter(isPush)
      if (push.length === 0) return 'not-asked'
      const failing = push.find(({ verdict }) => kindOf(verdict) !== 'reached')
      return failing ? ['blocked', hostFacts(failing)] : ['reached', hostFacts(push[0]!)]
    },
  },
  'enrollment-host': {
    'probe-enrollment': ({ enrollment }) => {
      if (!enrollment) return 'no-address'
      const kind = kindOf(enrollment.verdict)
      const isSlow = kind === 'reached' && enrollment.remarks.includes('slow')
      // Whom it trusts is another check: a private authority may be what the profile's anchors are for.
      return [isSlow ? 'slow' : kind === 'inspected' || isTrust(enrollment) ? 'reached' : kind, hostFacts(enrollment)]
    },
  },
  // The rehearsal trusts what the profile brings along, as a device does; the probe stops at a private authority.
  'enrollment-name': {
    rehearsal: nameByRehearsal,
    'probe-enrollment': ({ enrollment }) => nameOf(enrollment),
  },
  'enrollment-chain': {
    rehearsal: chainByRehearsal,
    'probe-enrollment': chainOf,
  },
  'enrollment-anchors': { rehearsal: anchorsByRehearsal, 'probe-enrollment': anchorsByProbe },
  'web-host': {
    'probe-enrollment': ({ web }) => {
      if (!web) return ['no-web-url']
      const kind = kindOf(web.verdict)
      return [kind === 'inspected' ? 'tls' : kind, hostFacts(web)]
    },
  },
}

type Kind = 'reached' | 'dns' | 'blocked' | 'tls' | 'inspected'

function kindOf(verdict: HostVerdict): Kind {
  switch (verdict) {
    case 'ok':
    case 'not-checkable':
    // An answer of another protocol is an answer.
    case 'no-answer':
      return 'reached'
    case 'name-unknown':
    case 'dns-failed':
    case 'dns-altered':
      return 'dns'
    case 'inspected':
      return 'inspected'
    case 'no-tls':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-wrong-host':
    case 'chain-incomplete':
    case 'certificate-untrusted':
    case 'tls-failed':
      return 'tls'
    default:
      return 'blocked'
  }
}

const ORDER: readonly Kind[] = ['dns', 'blocked', 'inspected', 'tls', 'reached']

/** Push has a check of its own, and servers of updates do not stand in the way of an enrollment. */
function appleHosts({ hosts }: AppleProbe): Found<'apple-hosts'> {
  const needed = hosts.filter((host) => host.isCritical && !isPush(host) && host.verdict !== 'not-checkable')
  if (needed.length === 0) return 'not-asked'
  const [worst] = needed.toSorted((a, b) => ORDER.indexOf(kindOf(a.verdict)) - ORDER.indexOf(kindOf(b.verdict)))
  const failing = needed.filter(({ verdict }) => kindOf(verdict) !== 'reached').length
  return [kindOf(worst!.verdict), { ...hostFacts(worst!), failing, hosts: needed.length }]
}

function isPush({ host, port }: ProbedHost): boolean {
  return /push/i.test(host) || port === 5223
}

function isTrust({ verdict }: ProbedHost): boolean {
  return verdict === 'certificate-untrusted' || verdict === 'chain-incomplete'
}

function hostFacts({ host, port, verdict, issuer, ms }: ProbedHost) {
  return { host: `${host}:${port}`, verdict, issuer, ms }
}

function nameOf(enrollment: ProbedHost | null): Found<'enrollment-name'> {
  if (!enrollment) return 'no-address'
  if (enrollment.verdict === 'certificate-wrong-host') return ['differs', hostFacts(enrollment)]
  return kindOf(enrollment.verdict) === 'reached' ? ['matches', hostFacts(enrollment)] : 'not-told'
}

function chainOf({ enrollment, isHttps }: EnrollmentProbe): Found<'enrollment-chain'> {
  if (!enrollment) return 'no-address'
  const facts = hostFacts(enrollment)
  if (!isHttps) return ['not-https', facts]
  switch (enrollment.verdict) {
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
      return ['expired', facts]
    case 'chain-incomplete':
      return ['incomplete', facts]
    default:
      if (enrollment.remarks.includes('old-tls')) return ['weak', facts]
      return kindOf(enrollment.verdict) === 'reached' ? ['complete', facts] : 'not-told'
  }
}

type Findings = RehearsalFacts['findings']

export function has(findings: Findings, ...codes: readonly Findings[number]['code'][]): boolean {
  return findings.some(({ code, severity }) => codes.includes(code) && severity !== 'info')
}

function nameByRehearsal({ findings, host, verdict }: RehearsalFacts): Found<'enrollment-name'> {
  if (has(findings, 'certificate-other-name')) return ['differs', { host }]
  return isUndecided(findings, verdict) ? 'not-told' : ['matches', { host }]
}

function chainByRehearsal({ findings, host, verdict }: RehearsalFacts): Found<'enrollment-chain'> {
  if (has(findings, 'url-not-https')) return ['not-https', { host }]
  if (has(findings, 'certificate-expired', 'certificate-not-yet-valid')) return ['expired', { host }]
  if (has(findings, 'chain-incomplete')) return ['incomplete', { host }]
  return isUndecided(findings, verdict) ? 'not-told' : ['complete', { host }]
}

/** No connection, or one that was refused for a reason that hides the others. */
function isUndecided(findings: Findings, verdict: RehearsalFacts['verdict']): boolean {
  return verdict === 'unreachable' || findings.some(({ code, severity }) => severity === 'error' && TRUST.has(code))
}

const TRUST: ReadonlySet<string> = new Set([
  'authority-unknown',
  'anchors-do-not-fit',
  'tls-inspected',
  'tls-failed',
  'chain-incomplete',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-other-name',
])

function anchorsByRehearsal({ findings, host, verdict }: RehearsalFacts): Found<'enrollment-anchors'> {
  const facts = { host }
  if (has(findings, 'tls-inspected')) return ['inspected', facts]
  if (has(findings, 'anchors-do-not-fit')) return ['not-anchored', facts]
  if (has(findings, 'authority-unknown') || findings.some(({ code }) => code === 'trusted-here-only'))
    return ['private', facts]
  return verdict === 'unreachable' || verdict === 'faults' ? 'not-told' : 'not-asked'
}

function anchorsByProbe({ enrollment, anchors }: EnrollmentProbe): Found<'enrollment-anchors'> {
  if (!enrollment) return 'no-address'
  const facts = { host: `${enrollment.host}:${enrollment.port}`, issuer: enrollment.issuer, anchors }
  if (enrollment.inspected === true || enrollment.verdict === 'inspected') return ['inspected', facts]
  if (enrollment.issuer === null) return 'not-told'
  const isPrivate = isTrust(enrollment) || enrollment.remarks.includes('private-authority')
  if (!isPrivate) return [anchors > 0 ? 'anchored' : 'public', facts]
  return [anchors > 0 ? 'anchored' : 'private', facts]
}
