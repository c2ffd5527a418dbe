import type { RehearsalFinding } from '../../../shared/model/rehearsal.ts'
import type { EnrollmentClient, Evidence, Visit, VisitRemark } from '../../clients/enrollment/client-type.ts'
import type { Course } from './course.ts'
import { identityOf, identityUrl } from './describe-profile.ts'
import {
  isAcmeDirectory,
  isCaCertificate,
  isCapabilities,
  judgeCapabilities,
  wrongAnswer,
  type IdentityServer,
} from './judge-identity-server.ts'
import { certificatesIn } from './lint/certificates.ts'
import { MDM, payloadsOfType, textAt, type Dict } from './lint/payloads.ts'
import { showUrl } from './show-url.ts'
import type { Target } from './target.ts'

/** A device tries again later; whoever waits longer than this here learns nothing more. */
const LONGEST_MS = 15_000

export type Following = {
  readonly profile: Dict
  readonly target: Target
  /** May be visited although their addresses are private. */
  readonly hosts: ReadonlySet<string>
  readonly client: EnrollmentClient
  readonly course: Course
  readonly certificates: readonly string[]
  readonly giveUpMs: number
  readonly monotonic: () => number
  readonly signal: AbortSignal
}

type Found = {
  readonly evidence: Evidence
  readonly findings: readonly RehearsalFinding[]
  readonly isSkipped?: boolean
}

/** Looks at the servers a device turns to with this profile in its hands: for its certificate, and to check in. */
export async function lookAtWhatFollows(following: Following): Promise<void> {
  const { course, monotonic } = following
  const startedAt = monotonic()
  course.begin('identity')
  const timed = async (work: Promise<Found>) => ({ ...(await work), ms: monotonic() - startedAt })
  const [identity, checkIn] = await Promise.all([timed(lookAtIdentity(following)), timed(lookAtCheckIn(following))])
  course.note({ name: 'identity', ...identity })
  course.note({ name: 'check-in', ...checkIn })
}

async function lookAtIdentity(following: Following): Promise<Found> {
  const identity = identityOf(following.profile)
  if (!identity) return skipped({})
  const kind = identity['PayloadType'] === 'com.apple.security.acme' ? 'acme' : 'scep'
  const address = identityUrl(identity)
  if (identity['PayloadType'] === 'com.apple.security.pkcs12') return skipped({ identity: 'pkcs12' })
  const url = address !== null && URL.canParse(address) ? new URL(address) : null
  const isUsable = url !== null && (url.protocol === 'https:' || (kind === 'scep' && url.protocol === 'http:'))
  if (!isUsable) return skipped({ identity: kind }) // the profile's own findings say why
  const server: IdentityServer = { kind, host: url.host }
  const found = kind === 'acme' ? await askAcme(url, server, following) : await askScep(url, server, following)
  return { ...found, evidence: { identity: kind, url: showUrl(url), ...found.evidence } }
}

async function askScep(url: URL, server: IdentityServer, following: Following): Promise<Found> {
  const capabilities = await get(withOperation(url, 'GetCACaps'), following)
  if (!capabilities.answer) return failed(capabilities, 'identity-server-unreachable')
  const evidence = { operation: 'GetCACaps', status: capabilities.answer.status }
  if (isCapabilities(capabilities.answer))
    return { evidence, findings: judgeCapabilities(capabilities.answer, server.host) }
  // Old servers know no GetCACaps; a device goes on with the certificate then.
  const certificate = await get(withOperation(url, 'GetCACert'), following)
  if (!certificate.answer) return failed(certificate, 'identity-server-unreachable')
  const isRight = isCaCertificate(certificate.answer)
  return {
    evidence: { operation: 'GetCACert', status: certificate.answer.status },
    findings: isRight ? [] : [wrongAnswer(certificate.answer, server)],
  }
}

async function askAcme(url: URL, server: IdentityServer, following: Following): Promise<Found> {
  const visit = await get(url, following)
  if (!visit.answer) return failed(visit, 'identity-server-unreachable')
  const isRight = isAcmeDirectory(visit.answer)
  return { evidence: { status: visit.answer.status }, findings: isRight ? [] : [wrongAnswer(visit.answer, server)] }
}

/** Connects and shows nothing: a check-in would make a record of a device that does not exist. */
async function lookAtCheckIn(following: Following): Promise<Found> {
  const [mdm = {}] = payloadsOfType(following.profile, MDM)
  const urls = ['ServerURL', 'CheckInURL']
    .map((key) => textAt(mdm, key))
    .filter((text): text is string => text !== null && URL.canParse(text))
    .map((text) => new URL(text))
    .filter(({ protocol }) => protocol === 'https:')
  const origins = [...new Map(urls.map((url) => [url.origin, url])).values()]
  if (origins.length === 0) return skipped({})
  const others = origins.filter(({ origin }) => origin !== following.target.url?.origin)
  const visits = await Promise.all(others.map((url) => get(url, following, true)))
  const found = visits.map((visit) => failed(visit, 'check-in-unreachable'))
  return {
    evidence: { hosts: origins.map(({ host }) => host) },
    findings: found.flatMap(({ findings }) => findings),
    isSkipped: found.length === origins.length && found.every(({ isSkipped = false }) => isSkipped),
  }
}

function get(url: URL, following: Following, onlyConnect = false): Promise<Visit> {
  const { client, certificates, target, hosts, profile, giveUpMs, signal } = following
  const brought = [...(target.anchors ?? []), ...certificatesIn(profile)].map(toPem)
  return client.visit(
    {
      url,
      method: 'GET',
      headers: { Accept: '*/*' },
      // By now the device has installed what the profile brings along.
      anchors: undefined,
      certificates: [...certificates, ...brought],
      giveUpMs: Math.min(giveUpMs, LONGEST_MS),
      onlyPublic: !hosts.has(url.hostname.toLowerCase()),
      onlyConnect,
    },
    { signal },
  )
}

/** What ended a visit, as a finding; nothing where nothing did. */
function failed({ stages }: Visit, code: 'identity-server-unreachable' | 'check-in-unreachable'): Found {
  const last = stages.at(-1)
  if (!last?.failure) return { evidence: {}, findings: [] }
  const { failure } = last
  if (failure.code === 'not-visited')
    return {
      evidence: last.evidence,
      findings: [{ severity: 'info', ...failure }],
      isSkipped: true,
    }
  return { evidence: last.evidence, findings: [{ severity: 'error', code, facts: why(failure) }] }
}

function why({ code, facts }: VisitRemark): RehearsalFinding['facts'] {
  return { host: facts['host'] ?? '–', cause: code, reason: facts['reason'] ?? facts['issuer'] ?? '–' }
}

function skipped(evidence: Evidence): Found {
  return { evidence, findings: [], isSkipped: true }
}

function withOperation(url: URL, operation: string): URL {
  const asked = new URL(url)
  asked.searchParams.set('operation', operation)
  return asked
}

function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
