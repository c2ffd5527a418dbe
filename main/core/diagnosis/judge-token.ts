import type { TokenState } from '../../../shared/model/token.ts'
import type { CheckOutcome } from '../../../shared/model/tree-checks.ts'
import type { AccountFacts, RecordFacts } from './facts.ts'
import { moment, type Found, type Judges } from './judge.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const EXPIRING_DAYS = 30
/** OAuth times out signatures of another time; Apple does not say after how long. */
const WRONG_CLOCK_SECONDS = 300
/** Apple forgets a cursor after seven days. */
const CURSOR_DAYS = 7

type TokenChecks = Pick<
  Judges,
  | 'token-effective'
  | 'token-expiry'
  | 'token-accepted'
  | 'clock'
  | 'account-matches'
  | 'list-fresh'
  | 'last-sync'
  | 'schedule'
  | 'cursor-age'
>

/** The preconditions: token, clock, account, list. */
export const judgeToken: TokenChecks = {
  'token-effective': { records: effective },
  'token-expiry': {
    records: ({ token }, { now }) => {
      if (!token) return 'no-token'
      const days = Math.floor((token.expiresAt - now) / DAY_MS)
      const facts = { token: token.name, expiresAt: moment(token.expiresAt), days: Math.abs(days) }
      if (token.expiresAt <= now) return ['expired', facts]
      return [days < EXPIRING_DAYS ? 'expiring' : 'valid', facts]
    },
  },
  'token-accepted': {
    'apple-account': ({ outcome, serverName }) => [accepted(outcome), { code: outcome, server: serverName }],
    records: acceptedBefore,
  },
  clock: {
    'apple-account': ({ skewSeconds }) => skewed(skewSeconds),
    'probe-apple': ({ clockSeconds }) => skewed(clockSeconds === null ? null : 0 - clockSeconds),
  },
  'account-matches': { 'apple-account': (account, { records }) => compareAccount(records, account) },
  'list-fresh': {
    records: ({ token, sync }, { now }) => {
      if (!token || !sync) return 'no-token'
      if (sync.lastSuccessAt === null) return ['never', { token: token.name }]
      const limit = Math.max(DAY_MS, 2 * sync.intervalMinutes * 60_000)
      const age = now - sync.lastSuccessAt
      const facts = { token: token.name, lastSync: moment(sync.lastSuccessAt), hours: Math.floor(age / HOUR_MS) }
      return [age > limit ? 'stale' : 'fresh', facts]
    },
  },
  'last-sync': { records: lastSync },
  schedule: {
    records: ({ sync }) => {
      if (!sync) return 'no-token'
      const facts = { hours: Math.round(sync.intervalMinutes / 60), minutes: sync.intervalMinutes }
      if (!sync.isScheduled) return ['off', facts]
      return [sync.intervalMinutes > CURSOR_DAYS * 24 * 60 ? 'rare' : 'on', facts]
    },
  },
  'cursor-age': {
    records: ({ sync }, { now }) => {
      if (!sync) return 'no-token'
      if (sync.cursorAt === null) return ['none']
      const days = Math.floor((now - sync.cursorAt) / DAY_MS)
      return [days >= CURSOR_DAYS ? 'too-old' : 'fresh', { since: moment(sync.cursorAt), days }]
    },
  },
}

/** What Apple tells against what was known when the token was imported. */
function compareAccount({ token }: RecordFacts, account: AccountFacts): Found<'account-matches'> {
  if (!token) return 'no-token'
  if (account.outcome !== 'success') return 'not-told'
  const same = (a: string | null, b: string | null) => !a || !b || a.toLowerCase() === b.toLowerCase()
  const isSame = same(token.serverUuid, account.serverUuid) && same(token.orgId, account.orgId)
  const facts = { server: account.serverName, known: token.serverName, organization: account.orgName }
  return [isSame ? 'same' : 'other-server', facts]
}

function effective(records: RecordFacts): Found<'token-effective'> {
  const { device, token, isTokenChosen, tokenCount, effective: found } = records
  if (tokenCount === 0) return ['none', { group: device?.group ?? null }]
  if (isTokenChosen && token) return ['own', { token: token.name, group: token.group }]
  if (!found) return token ? ['own', { token: token.name, group: token.group }] : 'no-token'
  const { token: name, from, group } = found
  if (name === null) return ['none', { group }]
  return [from === group ? 'own' : 'inherited', { token: name, group, from }]
}

type Accepted = Exclude<CheckOutcome<'token-accepted'>, 'unknown'>

function accepted(outcome: string): Accepted {
  switch (outcome) {
    case 'success':
      return 'accepted'
    case 'auth.expired':
    case 'auth.rejected':
    case 'auth.session':
      return 'unauthorized'
    case 'auth.clock':
      return 'bad-request'
    case 'terms.not-accepted':
      return 'terms'
    case 'access.denied':
      return 'denied'
    default:
      return outcome.startsWith('net.') || outcome === 'ade.not-apple' || outcome === 'ade.busy'
        ? 'unreachable'
        : 'refused'
  }
}

const BY_STATE: Readonly<Partial<Record<TokenState, Accepted>>> = {
  ok: 'accepted',
  expiring: 'accepted',
  expired: 'unauthorized',
  rejected: 'unauthorized',
  'terms-not-accepted': 'terms',
  'access-denied': 'denied',
  unreachable: 'unreachable',
}

/** What Apple said last, for a diagnosis that asks nobody. */
function acceptedBefore({ token }: RecordFacts): Found<'token-accepted'> {
  if (!token) return 'no-token'
  const outcome = BY_STATE[token.state]
  return outcome
    ? [outcome, { code: token.state, server: token.serverName }, token.accountAt ?? token.stateSince]
    : 'not-told'
}

function skewed(seconds: number | null): Found<'clock'> {
  if (seconds === null) return 'not-told'
  return [Math.abs(seconds) > WRONG_CLOCK_SECONDS ? 'wrong' : 'right', { seconds }]
}

function lastSync({ sync }: RecordFacts): Found<'last-sync'> {
  if (!sync) return 'no-token'
  const run = sync.lastRun
  if (!run) return ['never']
  const facts = { at: moment(run.at), code: run.error }
  if (run.state === 'done') return ['fine', facts, run.at]
  if (run.error === 'ade.cursor') return ['cursor', facts, run.at]
  if (run.error?.startsWith('net.') || run.error === 'ade.not-apple') return ['network', facts, run.at]
  if (run.error !== null && /^(?:auth|terms|access)\./.test(run.error)) return ['refused', facts, run.at]
  return run.state === 'failed' ? ['failed', facts, run.at] : 'not-told'
}
