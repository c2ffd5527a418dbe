import type {
  CaptiveCheck,
  ClockCheck,
  HostCheck,
  HostVerdict,
  NetworkCheck,
  NetworkVerdict,
  NtpCheck,
  Repairer,
} from '../../../shared/model/network-check.ts'
import { NETWORK_VERDICTS } from '../../../shared/model/network-check.ts'
import { CLOCK_TOLERANCE_SECONDS, repairerOf } from './judge-host.ts'

type Seen = Pick<NetworkCheck, 'hosts' | 'captive' | 'clock'>

/** What all hosts together say about the network, the most telling first. Pure. */
export function judgeNetwork(seen: Seen): Pick<NetworkCheck, 'verdict' | 'causes' | 'repairer'> {
  const found = findCauses(seen)
  const causes = NETWORK_VERDICTS.filter((verdict) => found.has(verdict))
  const verdict = causes[0] ?? 'ok'
  return { verdict, causes, repairer: repairerOfNetwork(verdict, seen.hosts) }
}

function findCauses({ hosts, captive, clock }: Seen): ReadonlySet<NetworkVerdict> {
  const checked = hosts.filter(({ verdict }) => verdict !== 'not-checkable')
  const some = (verdicts: ReadonlySet<HostVerdict>) => checked.some(({ verdict }) => verdicts.has(verdict))
  const isNothingFine = checked.every(({ verdict }) => verdict !== 'ok')
  const blocked = checked.filter((host) => isBlocked(host))
  const when: Readonly<Partial<Record<NetworkVerdict, boolean>>> = {
    'captive-portal': captive.state === 'portal' || some(new Set(['captive-portal'])),
    'clock-wrong': clock.isWrong,
    'proxy-failing': some(PROXY),
    offline: checked.length > 0 && checked.every(isSilent),
    'dns-failing': checked.some(({ stage }) => stage === 'dns'),
    inspected: some(new Set(['inspected'])),
    blocked: blocked.length > 0 && isNothingFine,
    'partly-blocked': blocked.length > 0 && !isNothingFine,
    'certificates-wrong': some(CERTIFICATES),
    'nothing-checked': checked.length === 0,
  }
  return new Set(NETWORK_VERDICTS.filter((verdict) => when[verdict]))
}

const PROXY: ReadonlySet<HostVerdict> = new Set(['proxy-unreachable', 'proxy-auth-needed', 'proxy-refused'])
const CERTIFICATES: ReadonlySet<HostVerdict> = new Set([
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-host',
  'chain-incomplete',
  'certificate-untrusted',
  'tls-failed',
])
const BLOCKED: ReadonlySet<HostVerdict> = new Set([
  'refused',
  'unreachable',
  'timed-out',
  'cut-off',
  'no-tls',
  'no-answer',
])

function isBlocked({ verdict, stage }: HostCheck): boolean {
  return BLOCKED.has(verdict) && stage !== 'dns'
}

/** Not even the name servers answer, or nothing leads anywhere. */
function isSilent({ verdict, stage }: HostCheck): boolean {
  return verdict === 'dns-failed' || verdict === 'unreachable' || (verdict === 'timed-out' && stage === 'dns')
}

function repairerOfNetwork(verdict: NetworkVerdict, hosts: readonly HostCheck[]): Repairer {
  if (verdict === 'ok' || verdict === 'nothing-checked') return 'nobody'
  if (verdict === 'clock-wrong' || verdict === 'offline') return 'this-computer'
  if (verdict === 'inspected' || verdict === 'captive-portal' || verdict === 'proxy-failing') return 'network-team'
  const repairers = new Set(hosts.map(({ repairer }) => repairer).filter((repairer) => repairer !== 'nobody'))
  const [only] = repairers
  return repairers.size === 1 ? only! : 'network-team'
}

/**
 * What one host alone cannot tell. A host that is not Apple's and shows a certificate of the very authority that
 * stands in the way of Apple's was inspected as well; a plain http host that leads to the portal is behind it.
 */
export function compareHosts(hosts: readonly HostCheck[], captive: CaptiveCheck): readonly HostCheck[] {
  const inspectors = new Set(hosts.filter(({ verdict }) => verdict === 'inspected').map(({ issuer }) => issuer))
  return hosts.map((host): HostCheck => {
    if (
      host.inspected === null &&
      host.issuer !== null &&
      host.tls?.isPublic === false &&
      inspectors.has(host.issuer)
    ) {
      return { ...host, inspected: true, verdict: 'inspected', stage: 'tls', repairer: repairerOf('inspected', false) }
    }
    const leadsToPortal = captive.redirect !== null && host.http?.redirect === captive.redirect
    if (captive.state === 'portal' && host.verdict === 'ok' && leadsToPortal) {
      return { ...host, verdict: 'captive-portal', stage: 'http', repairer: repairerOf('captive-portal', false) }
    }
    return host
  })
}

/** The time service first; else the middle of what servers say, those behind an unbroken TLS connection before others. */
export function judgeClock(hosts: readonly HostCheck[], time: NtpCheck | null): ClockCheck {
  const answers = [time, ...hosts.map(({ ntp }) => ntp)].map((answer) => answer?.clockSeconds)
  const fromTime = answers.find((seconds) => seconds != null)
  if (fromTime != null) return clock(fromTime, 'ntp')
  const said = (only: (host: HostCheck) => boolean) =>
    hosts.filter(only).flatMap(({ http }) => http?.clockSeconds ?? [])
  const trusted = said(({ tls, inspected }) => tls?.isPublic === true && inspected === false)
  const middle = median(trusted.length > 0 ? trusted : said(() => true))
  return middle === undefined ? { offsetSeconds: null, source: null, isWrong: false } : clock(middle, 'http-date')
}

function clock(offsetSeconds: number, source: 'ntp' | 'http-date'): ClockCheck {
  return { offsetSeconds, source, isWrong: Math.abs(offsetSeconds) > CLOCK_TOLERANCE_SECONDS }
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
