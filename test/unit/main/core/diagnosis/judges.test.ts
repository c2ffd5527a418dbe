import { expect, it } from 'vitest'
import type { Fact, FactSet, FactValues } from '../../../../../main/core/diagnosis/facts.ts'
import { judgeBy, sourcesOf } from '../../../../../main/core/diagnosis/judge.ts'
import { JUDGES } from '../../../../../main/core/diagnosis/judges.ts'
import { unreadFacts } from '../../../../../main/core/diagnosis/run-walk.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'
import type { UnknownReason } from '../../../../../shared/model/diagnosis.ts'
import type { RehearsalFindingCode } from '../../../../../shared/model/rehearsal.ts'
import { CHECKS, type Check, type CheckOutcome, type FactSource } from '../../../../../shared/model/tree-checks.ts'
import { TREES } from '../../../../../shared/model/trees.ts'
import { ACCOUNT, DETAILS, ENROLLMENT, NOW, PROFILE, RECORDS, REHEARSED } from './facts.ts'

type Given = Partial<FactValues>
/** A source that has nothing to tell, and why. */
type Off = { readonly off: FactSource; readonly why: UnknownReason }
const DAY_MS = 86_400_000

const without = (off: FactSource, why: UnknownReason): Off => ({ off, why })

function judge(check: Check, example: Given | Off) {
  const { off: source, why, ...given } = { off: null, why: null, ...example }
  const ready = Object.entries({ records: RECORDS, ...given }).map(([source, value]): [string, Fact<unknown>] => [
    source,
    { state: 'ready', at: NOW, requests: 0, value },
  ])
  const off = Object.fromEntries(
    Object.keys(unreadFacts({})).map((source) => [source, { state: 'off', why: 'offline' }]),
  )
  const silent = source === null ? {} : { [source]: { state: 'off', why } }
  return judgeBy(JUDGES, check, { ...off, ...silent, ...Object.fromEntries(ready) } as FactSet, NOW)
}

const device = (part: Partial<NonNullable<FactValues['records']['device']>>): Given => ({
  records: { ...RECORDS, device: { ...RECORDS.device!, ...part } },
})
const records = (part: Partial<FactValues['records']>): Given => ({ records: { ...RECORDS, ...part } })
const token = (part: Partial<NonNullable<FactValues['records']['token']>>) =>
  records({ token: { ...RECORDS.token!, ...part } })
const sync = (part: Partial<NonNullable<FactValues['records']['sync']>>) =>
  records({ sync: { ...RECORDS.sync!, ...part } })
const ran = (error: string | null, state = 'failed') => sync({ lastRun: { state, at: NOW, error } })
const account = (outcome: string): Given => ({ 'apple-account': { ...ACCOUNT, outcome } })
const details = (part: Partial<FactValues['apple-details']>): Given => ({ 'apple-details': { ...DETAILS, ...part } })
const profile = (part: Partial<FactValues['apple-profile']>): Given => ({ 'apple-profile': { ...PROFILE, ...part } })
const recorded = (part: Partial<NonNullable<FactValues['records']['profile']>>) =>
  records({ profile: { ...RECORDS.profile!, ...part } })
const work = (outcome: string | null, attempts = 1) =>
  records({
    work: { outcome, attempts, answeredAt: NOW, nextAttemptAt: null },
    device: { ...RECORDS.device!, assignment: 'in-progress' },
  })
const probed = (
  part: Partial<NonNullable<FactValues['probe-enrollment']['enrollment']>>,
  more: Partial<FactValues['probe-enrollment']> = {},
): Given => ({
  'probe-enrollment': { ...ENROLLMENT, enrollment: { ...ENROLLMENT.enrollment!, ...part }, ...more },
})
const web = (verdict: 'ok' | 'name-unknown' | 'refused' | 'tls-failed'): Given => ({
  'probe-enrollment': { ...ENROLLMENT, web: { ...ENROLLMENT.enrollment!, verdict } },
})
type AppleHost = FactValues['probe-apple']['hosts'][number]
const apple = (part: Partial<AppleHost>, more: Partial<FactValues['probe-apple']> = {}): Given => ({
  'probe-apple': {
    hosts: [{ ...ENROLLMENT.enrollment!, host: 'iprofiles.apple.com', isCritical: true, ...part }],
    ...{ captive: 'none', clockSeconds: 0, clockIsWrong: false },
    ...more,
  },
})
const played = (code: RehearsalFindingCode, more: Partial<FactValues['rehearsal']> = {}): Given => ({
  rehearsal: {
    ...REHEARSED,
    hasProfile: false,
    verdict: 'faults',
    findings: [{ severity: 'error', code, facts: {} }],
    ...more,
  },
})
const inProfile = (code: RehearsalFindingCode) => played(code, { hasProfile: true })
const file = (part: Partial<FactValues['token-file']>): Given => ({
  'token-file': {
    ...{
      kind: 'token',
      isOurs: true,
      madeFor: null,
      content: 'complete',
      expiresAt: NOW,
      use: { kind: 'free', token: null, tokenId: null },
    },
    ...part,
  },
})
const portal = (serial: FactValues['portal-csv']['serial'], more: Given = {}): Given => ({
  'portal-csv': { importedAt: NOW, rows: 3, serial },
  ...more,
})
const listed = { isListed: true, server: 'this', serverName: null } as const
const gone = { atApple: 'gone', goneSince: NOW } as const

/** For every outcome of every check the facts that lead to it: one that no judge tells does not compile. */
const EXAMPLES: { readonly [C in Check]: Readonly<Record<CheckOutcome<C>, Given | Off>> } = {
  'token-effective': {
    own: {},
    inherited: records({ effective: { token: 'HQ', from: '/Global', group: '/Global/Berlin' } }),
    none: records({ effective: { token: null, from: null, group: '/Global' } }),
    unknown: records({ effective: null, token: null }),
  },
  'token-expiry': {
    valid: {},
    expiring: token({ expiresAt: NOW + 5 * DAY_MS }),
    expired: token({ expiresAt: NOW }),
    unknown: records({ token: null }),
  },
  'token-accepted': {
    accepted: account('success'),
    unauthorized: account('auth.rejected'),
    terms: account('terms.not-accepted'),
    denied: account('access.denied'),
    'bad-request': account('auth.clock'),
    refused: account('ade.refused'),
    unreachable: account('net.timeout'),
    unknown: token({ state: 'unverified' }),
  },
  clock: {
    right: { 'apple-account': ACCOUNT },
    wrong: { 'apple-account': { ...ACCOUNT, skewSeconds: -3600 } },
    unknown: {},
  },
  'account-matches': {
    same: { 'apple-account': ACCOUNT },
    'other-server': { 'apple-account': { ...ACCOUNT, serverUuid: 'CD34' } },
    unknown: account('auth.rejected'),
  },
  'list-fresh': {
    fresh: {},
    stale: sync({ lastSuccessAt: NOW - 3 * DAY_MS }),
    never: sync({ lastSuccessAt: null }),
    unknown: records({ sync: null }),
  },
  'last-sync': {
    fine: {},
    cursor: ran('ade.cursor'),
    network: ran('net.unreachable'),
    refused: ran('terms.not-accepted'),
    failed: ran('ade.protocol'),
    never: sync({ lastRun: null }),
    unknown: ran(null, 'cancelled'),
  },
  schedule: {
    on: {},
    rare: sync({ intervalMinutes: 20_000 }),
    off: sync({ isScheduled: false }),
    unknown: records({ sync: null }),
  },
  'cursor-age': {
    fresh: {},
    'too-old': sync({ cursorAt: NOW - 8 * DAY_MS }),
    none: sync({ cursorAt: null }),
    unknown: records({ sync: null }),
  },
  'device-listed': {
    here: { 'apple-details': DETAILS },
    'other-token': details({ isOwnToken: false, token: 'Lab' }),
    'not-accessible': details({ token: null }),
    unknown: records({ device: null }),
  },
  'gone-reason': {
    present: {},
    deleted: device({ ...gone, goneReason: 'deleted' }),
    released: device({ ...gone, goneReason: 'released' }),
    replaced: device({ ...gone, goneReason: 'replaced' }),
    'not-listed': device({ ...gone, goneReason: 'not-listed' }),
    'token-removed': device({ ...gone, goneReason: 'token-removed' }),
    unknown: records({ device: null }),
  },
  'profile-status': {
    empty: details({ profileStatus: null }),
    removed: details({ profileStatus: 'removed' }),
    assigned: { 'apple-details': DETAILS },
    pushed: details({ profileStatus: 'Pushed' }),
    other: details({ profileStatus: 'waiting' }),
    unknown: records({ device: null }),
  },
  'profile-expected': {
    same: { 'apple-details': DETAILS },
    other: details({ profileUuid: 'ANOTHER' }),
    'none-at-apple': details({ profileStatus: 'empty', profileUuid: null }),
    'no-wish': records({ wish: null }),
    unknown: records({ device: null }),
  },
  'set-up-before': {
    before: details({ profilePushTime: NOW - 50 * DAY_MS }),
    unknown: { 'apple-details': DETAILS },
  },
  'pushed-when': {
    recently: details({ profilePushTime: NOW - 60_000 }),
    earlier: details({ profilePushTime: NOW - DAY_MS }),
    never: { 'apple-details': DETAILS },
    unknown: records({ device: null }),
  },
  migration: {
    scheduled: details({ migrationDeadline: NOW + DAY_MS }),
    passed: details({ migrationDeadline: NOW - DAY_MS }),
    none: { 'apple-details': DETAILS },
    unknown: records({ device: null }),
  },
  provisional: {
    within: device({ assignedDate: NOW - 5 * DAY_MS }),
    over: {},
    unknown: device({ assignedDate: null }),
  },
  'console-status': {
    enrolled: device({ enrollmentStatus: 'enrolled' }),
    blocked: device({ enrollmentStatus: 'blocked' }),
    'not-enrolled': {},
    unknown: device({ enrollmentStatus: 'unknown' }),
  },
  'device-kind': {
    mac: device({ family: 'Mac' }),
    'apple-tv': device({ family: 'AppleTV' }),
    other: {},
    unknown: device({ family: null }),
  },
  'lock-code': { kept: records({ lockCodes: 1 }), none: {}, unknown: records({ lockCodes: null, device: null }) },
  'last-answer': {
    success: {},
    throttled: work('THROTTLED'),
    failed: work('FAILED'),
    'not-accessible': work('NOT_ACCESSIBLE'),
    'no-answer': work(null),
    'never-sent': work(null, 0),
    unknown: records({ device: null }),
  },
  'stuck-spread': {
    'one-device': {},
    'one-profile': records({ waiting: { sameProfile: 9, all: 20, profiles: 3 } }),
    'only-profile': records({ waiting: { sameProfile: 9, all: 9, profiles: 1 } }),
    unknown: records({ waiting: null }),
  },
  'profile-known': {
    known: { 'apple-profile': PROFILE },
    foreign: profile({ local: null, recorded: null }),
    'not-found': profile({ isFound: false }),
    none: profile({ profileUuid: null, isFound: false }),
    unknown: {},
  },
  'profile-same': {
    same: { 'apple-profile': PROFILE },
    differs: profile({ differences: ['url'] }),
    unknown: profile({ local: null }),
  },
  'profile-age': {
    newer: {},
    'older-than-token': recorded({ publishedAt: NOW - 99 * DAY_MS }),
    unknown: records({ profile: null }),
  },
  'await-configuration': { on: profile({ awaits: true }), off: {}, unknown: records({ profile: null }) },
  'custom-prompt': { on: recorded({ customPrompt: 'Hello' }), off: {}, unknown: records({ profile: null }) },
  'web-url': {
    none: {},
    https: profile({ webUrl: 'https://mdm.example.com/web' }),
    'not-https': profile({ webUrl: 'http://mdm.example.com/web' }),
    unknown: records({ profile: null }),
  },
  authentication: { on: {}, off: recorded({ authentication: false }), unknown: recorded({ authentication: null }) },
  'group-id': { present: {}, missing: recorded({ groupId: null }), unknown: records({ profile: null }) },
  'apple-hosts': {
    reached: apple({}),
    dns: apple({ verdict: 'name-unknown' }),
    blocked: apple({ verdict: 'refused' }),
    tls: apple({ verdict: 'certificate-expired' }),
    inspected: apple({ verdict: 'inspected' }),
    unknown: apple({ isCritical: false }),
  },
  'captive-portal': {
    none: apple({}),
    captive: apple({}, { captive: 'portal' }),
    unknown: apple({}, { captive: 'unknown' }),
  },
  'push-hosts': {
    reached: apple({ host: '1-courier.push.apple.com' }),
    blocked: apple({ host: '1-courier.push.apple.com', verdict: 'timed-out' }),
    unknown: apple({}),
  },
  'enrollment-host': {
    reached: { 'probe-enrollment': ENROLLMENT },
    dns: probed({ verdict: 'name-unknown' }),
    blocked: probed({ verdict: 'refused' }),
    tls: probed({ verdict: 'tls-failed' }),
    slow: probed({ remarks: ['slow'] }),
    unknown: {},
  },
  'enrollment-name': {
    matches: { 'probe-enrollment': ENROLLMENT },
    differs: played('certificate-other-name'),
    unknown: probed({ verdict: 'certificate-untrusted' }),
  },
  'enrollment-chain': {
    complete: { rehearsal: REHEARSED },
    incomplete: probed({ verdict: 'chain-incomplete' }),
    expired: played('certificate-expired'),
    weak: probed({ remarks: ['old-tls'] }),
    'not-https': probed({}, { isHttps: false }),
    unknown: {},
  },
  'enrollment-anchors': {
    public: { 'probe-enrollment': ENROLLMENT },
    anchored: probed({ verdict: 'certificate-untrusted' }, { anchors: 1 }),
    'not-anchored': played('anchors-do-not-fit'),
    private: probed({ verdict: 'certificate-untrusted' }),
    inspected: played('tls-inspected'),
    unknown: {},
  },
  'web-host': {
    reached: web('ok'),
    dns: web('name-unknown'),
    blocked: web('refused'),
    tls: web('tls-failed'),
    'no-web-url': { 'probe-enrollment': ENROLLMENT },
    unknown: {},
  },
  'enrollment-answer': {
    profile: { rehearsal: REHEARSED },
    'not-a-profile': played('answer-not-a-profile'),
    'web-page': played('answer-html'),
    unauthorized: played('authentication-required'),
    'update-required': played('software-update-required'),
    'platform-sso': played('platform-sso-required'),
    'unrecognized-device': played('device-unrecognized'),
    forbidden: played('request-refused'),
    'redirected-away': played('redirect-loop'),
    'server-error': played('server-error'),
    'timed-out': played('answer-timed-out'),
    unreachable: played('host-unreachable'),
    tls: played('certificate-expired'),
    unknown: { rehearsal: { ...REHEARSED, hasProfile: false, verdict: 'incomplete' } },
  },
  'enrollment-speed': {
    fast: { rehearsal: REHEARSED },
    slow: played('answer-slow'),
    'too-slow': played('answer-too-slow'),
    unknown: {},
  },
  'enrollment-profile': {
    good: { rehearsal: REHEARSED },
    'no-mdm-payload': inProfile('no-mdm-payload'),
    'no-identity': inProfile('no-identity-payload'),
    'wrong-topic': inProfile('topic-differs'),
    'url-not-https': inProfile('server-url-not-https'),
    unsigned: inProfile('profile-unsigned'),
    'signer-expired': inProfile('signer-expired'),
    encrypted: played('profile-encrypted'),
    unreadable: played('answer-broken'),
    'other-fault': inProfile('payload-incomplete'),
    unknown: {},
  },
  'certificate-authority': {
    reached: { rehearsal: REHEARSED },
    unreachable: inProfile('identity-server-unreachable'),
    refused: inProfile('identity-server-answer'),
    expired: inProfile('certificate-payload-expired'),
    none: { rehearsal: { ...REHEARSED, identity: 'pkcs12' } },
    unknown: {},
  },
  'file-kind': {
    token: file({}),
    certificate: file({ kind: 'certificate' }),
    'clear-token': file({ kind: 'clear-token' }),
    'apps-token': file({ kind: 'apps-token' }),
    other: file({ kind: 'other' }),
    'no-file': without('token-file', 'no-file'),
    unknown: without('token-file', 'vault-locked'),
  },
  'file-recipient': { ours: file({}), 'not-ours': file({ isOurs: false }), unknown: file({ isOurs: null }) },
  'file-content': {
    complete: file({}),
    damaged: file({ content: 'damaged' }),
    expired: file({ content: 'expired' }),
    unknown: file({ content: null }),
  },
  'file-used': {
    free: file({}),
    renewal: file({ use: { kind: 'renewal', token: 'HQ', tokenId: 't1' } }),
    'other-group': file({ use: { kind: 'other-group', token: 'HQ', tokenId: 't1' } }),
    unknown: file({ use: null }),
  },
  'portal-file': {
    imported: portal(null),
    none: without('portal-csv', 'no-file'),
    unknown: without('portal-csv', 'not-asked'),
  },
  'serial-in-portal': {
    both: portal(listed),
    'portal-only': portal(listed, records({ device: null })),
    'console-only': portal({ ...listed, isListed: false }),
    neither: portal(null, records({ device: null })),
    unknown: {},
  },
  'portal-server': {
    this: portal(listed),
    other: portal({ ...listed, server: 'other', serverName: 'Lab' }),
    unassigned: portal({ ...listed, server: 'unassigned' }),
    unknown: portal(null),
  },
}

const CASES = CHECKS.flatMap((check) =>
  Object.entries(EXAMPLES[check]).map(([outcome, given]) => [check, outcome, given] as const),
)

it.each(CASES)('%s can come to %s, and says so in both languages', (check, outcome, given) => {
  const judged = judge(check, given)
  expect(judged?.outcome).toBe(outcome)
  if (outcome === 'unknown') return expect(judged!.evidence.unknown).not.toBeNull()
  for (const language of ['en', 'de'] as const) {
    const say = (messagesIn(language).evidence.checks[check] as Readonly<Record<string, (facts: object) => string>>)[
      outcome
    ]!
    expect(say(judged!.evidence.facts)).toMatch(/^.{10,}[.]$/)
    expect(say(judged!.evidence.facts)).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

it('a judge tells every outcome that a tree waits for', () => {
  const waitedFor = TREES.flatMap(({ name, nodes }) =>
    nodes.flatMap((node) =>
      'check' in node ? Object.keys(node.outcomes).map((outcome) => ({ name, check: node.check, outcome })) : [],
    ),
  )
  expect(waitedFor.length).toBeGreaterThan(200)
  expect(waitedFor.filter(({ check, outcome }) => !(outcome in EXAMPLES[check]))).toEqual([])
})

it('waits for the best source, and takes a later one only where that cannot tell', () => {
  const facts = { ...unreadFacts({}), records: { state: 'ready', at: 5, requests: 0, value: RECORDS } } as FactSet
  expect(judgeBy(JUDGES, 'profile-status', facts, NOW)).toBeUndefined()
  const failed = { ...facts, 'apple-details': { state: 'failed', code: 'net.timeout', at: NOW } } as FactSet
  expect(judgeBy(JUDGES, 'profile-status', failed, NOW)).toMatchObject({
    outcome: 'assigned',
    evidence: { source: 'records', at: RECORDS.device!.lastSeenAt },
  })
  const none = {
    ...failed,
    records: { state: 'ready', at: 5, requests: 0, value: { ...RECORDS, device: null } },
  } as FactSet
  expect(judgeBy(JUDGES, 'profile-status', none, NOW)).toMatchObject({
    outcome: 'unknown',
    evidence: { unknown: 'failed', facts: { code: 'net.timeout' } },
  })
})

it('every check has a source', () => {
  expect(CHECKS.filter((check) => sourcesOf(JUDGES, check).length === 0)).toEqual([])
})
