import type {
  CheckStage,
  HostCheck,
  HostFacts,
  HostRemark,
  HostVerdict,
  Repairer,
  StepOutcome,
  TlsCheck,
} from '../../../shared/model/network-check.ts'
import { isUsualIssuer } from './usual-issuers.ts'
import type { PlannedHost } from './plan.ts'

type Judgement = Pick<HostCheck, 'issuer' | 'inspected' | 'verdict' | 'stage' | 'repairer' | 'remarks'>
type Found = { readonly verdict: HostVerdict; readonly stage: CheckStage | null }

const SOON_MS = 30 * 86_400_000
const SLOW_MS = 3000
export const CLOCK_TOLERANCE_SECONDS = 300

const FINE: Found = { verdict: 'ok', stage: null }

/** What was seen at one host, in one word, with where it stopped and who can repair it. Pure. */
export function judgeHost(host: PlannedHost, facts: HostFacts, now: number): Judgement {
  const inspected = isInspected(host, facts.tls)
  const { verdict, stage } = findVerdict(host, facts, inspected)
  return {
    issuer: facts.tls?.chain[0]?.issuer ?? null,
    inspected,
    verdict,
    stage,
    repairer: repairerOf(verdict, host.isOnList),
    remarks: verdict === 'not-checkable' ? [] : remarksOn(host, facts, now),
  }
}

/** A certificate that no public authority stands behind, at a host that always has one, was made on the way. */
function isInspected({ isOnList }: PlannedHost, tls: TlsCheck | null): boolean | null {
  if (tls?.isPublic == null) return null
  if (tls.isPublic) return false
  // The middle of a public chain is missing: nobody can be followed to the top, and nothing says that it was replaced.
  if (!isOnList || tls.outcome === 'chain-incomplete') return null
  return true
}

function findVerdict(host: PlannedHost, facts: HostFacts, inspected: boolean | null): Found {
  const { dns, connect, tls, http, ntp } = facts
  if (!dns) return { verdict: 'not-checkable', stage: null }
  if (dns.outcome !== 'ok' && !connect) return judgeName(host, dns.outcome)
  if (host.protocol === 'udp') return judgeUdp(ntp?.outcome)
  if (connect && connect.outcome !== 'ok') return judgeConnect(connect.outcome, connect.proxy !== null)
  if (inspected) return { verdict: 'inspected', stage: 'tls' }
  const answersPlainly = tls?.outcome === 'no-tls' && http?.outcome === 'ok'
  if (tls && tls.outcome !== 'ok' && !answersPlainly) return { verdict: TLS[tls.outcome] ?? 'tls-failed', stage: 'tls' }
  if (!http) return FINE
  if (isProxyRefusal(facts)) {
    return { verdict: http.status === 407 ? 'proxy-auth-needed' : 'proxy-refused', stage: 'proxy' }
  }
  return http.outcome === 'ok' ? FINE : { verdict: HTTP[http.outcome] ?? 'cut-off', stage: 'http' }
}

function judgeName({ listed, host, isCritical }: PlannedHost, outcome: StepOutcome): Found {
  if (outcome === 'timed-out') return { verdict: 'timed-out', stage: 'dns' }
  if (outcome !== 'not-found') return { verdict: 'dns-failed', stage: 'dns' }
  // The name below a wildcard is our choice: that it is not there (any more) says nothing about the network.
  if (listed !== host && !isCritical) return { verdict: 'not-checkable', stage: null }
  return { verdict: 'name-unknown', stage: 'dns' }
}

const TLS: Partial<Readonly<Record<StepOutcome, HostVerdict>>> = {
  'timed-out': 'timed-out',
  'cut-off': 'cut-off',
  'no-tls': 'no-tls',
  untrusted: 'certificate-untrusted',
  'chain-incomplete': 'chain-incomplete',
  expired: 'certificate-expired',
  'not-yet-valid': 'certificate-not-yet-valid',
  'wrong-host': 'certificate-wrong-host',
}

const HTTP: Partial<Readonly<Record<StepOutcome, HostVerdict>>> = { 'timed-out': 'timed-out' }

const CONNECT: Partial<Readonly<Record<StepOutcome, HostVerdict>>> = {
  refused: 'refused',
  'timed-out': 'timed-out',
  'cut-off': 'cut-off',
  'private-address': 'dns-altered',
  'proxy-unreachable': 'proxy-unreachable',
  'proxy-auth-needed': 'proxy-auth-needed',
  'proxy-refused': 'proxy-refused',
}

function judgeConnect(outcome: StepOutcome, isProxied: boolean): Found {
  const verdict = CONNECT[outcome] ?? 'unreachable'
  if (outcome === 'private-address') return { verdict, stage: 'dns' }
  return { verdict, stage: isProxied ? 'proxy' : 'connect' }
}

function judgeUdp(outcome: StepOutcome | undefined): Found {
  if (outcome === 'ok') return FINE
  if (outcome === undefined) return { verdict: 'dns-altered', stage: 'dns' }
  if (outcome === 'refused') return { verdict: 'refused', stage: 'ntp' }
  return { verdict: outcome === 'no-route' ? 'unreachable' : 'no-answer', stage: 'ntp' }
}

/** An answer to a plain http question through a proxy may be the proxy's own. */
function isProxyRefusal({ connect, tls, http }: HostFacts): boolean {
  const status = http?.status ?? 0
  return connect?.proxy != null && tls === null && [403, 407, 502, 503, 504].includes(status)
}

export function repairerOf(verdict: HostVerdict, isOnList: boolean): Repairer {
  switch (verdict) {
    case 'ok':
    case 'not-checkable':
      return 'nobody'
    case 'certificate-not-yet-valid':
      return isOnList ? 'this-computer' : 'server-owner'
    case 'certificate-expired':
    case 'certificate-wrong-host':
    case 'chain-incomplete':
    case 'certificate-untrusted':
    case 'tls-failed':
    case 'no-tls':
    case 'name-unknown':
      return isOnList ? 'network-team' : 'server-owner'
    default:
      return 'network-team'
  }
}

/** Beside the verdict: nothing of it stops a device. */
function remarksOn(host: PlannedHost, { connect, tls, http }: HostFacts, now: number): readonly HostRemark[] {
  const own = tls?.chain[0]
  const isReached = connect?.outcome === 'ok'
  const failed = (outcome: StepOutcome | null | undefined) => outcome != null && outcome !== 'ok'
  const when: Readonly<Record<HostRemark, boolean>> = {
    // A computer without IPv6 at all is nothing to remark on; addresses that do not answer are.
    'ipv6-broken': isReached && failed(connect.ipv6) && connect.ipv6 !== 'no-route',
    'ipv4-broken': isReached && failed(connect.ipv4),
    'private-authority': !host.isOnList && tls?.isPublic === false,
    'unusual-authority':
      host.isOnList && tls?.isPublic === true && own !== undefined && !isUsualIssuer(host.host, own.issuer),
    'expires-soon': own !== undefined && own.expiresAt > now && own.expiresAt - now < SOON_MS,
    redirected: http?.redirect != null,
    'clock-off': http?.clockSeconds != null && Math.abs(http.clockSeconds) > CLOCK_TOLERANCE_SECONDS,
    'plain-http': tls?.outcome === 'no-tls' && http?.outcome === 'ok',
    slow: [connect, tls, http].some((step) => step?.outcome === 'ok' && step.ms > SLOW_MS),
    'proxy-unsupported': connect?.proxy != null && host.worksThroughProxy === false,
    // This program, as devices, does not speak one: such a server ends the handshake.
    'old-tls': tls?.reason != null && /ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(tls.reason),
  }
  return (Object.keys(when) as HostRemark[]).filter((remark) => when[remark]) // the keys of the record above
}
