import type { NoticeFacts } from '../../../../../main/core/notices/facts.ts'
import type { FailureStreak } from '../../../../../main/db/notices.ts'
import type { TokenSchedule } from '../../../../../shared/contract/sync.ts'
import type { Credential } from '../../../../../shared/model/credential.ts'
import type { CredentialId, TokenId } from '../../../../../shared/model/ids.ts'
import type { Token } from '../../../../../shared/model/token.ts'
import { NOW, token as sampleToken, tokenId } from '../../../renderer/samples.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export { NOW, tokenId }

const UNLOCKED: NoticeFacts['vault'] = {
  state: 'unlocked',
  slots: [{ kind: 'recovery', createdAt: NOW - 90 * DAY_MS, backend: null }],
}

/** A world in which nothing needs anybody, with what is named changed. */
export function facts(change: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    now: NOW,
    tokens: [],
    credentials: [],
    schedules: [],
    failures: [],
    failingReports: [],
    waitingMs: new Map(),
    vault: UNLOCKED,
    noticeDays: [60, 30, 14, 7, 1],
    testedAt: null,
    ...change,
  }
}

export function token(change: Partial<Token> = {}): Token {
  return sampleToken({ expiresAt: NOW + 200 * DAY_MS, ...change })
}

export function schedule(change: Partial<TokenSchedule> = {}): TokenSchedule {
  const planned = { tokenId: tokenId('t1'), token: 'Europe', nextSyncAt: NOW + HOUR_MS, intervalMinutes: 1440 }
  // What a notice does not look at is left out here.
  return {
    lastSuccessAt: null,
    lastFetchAt: null,
    cursorAt: null,
    waitsFor: null,
    ...planned,
    ...change,
  } as TokenSchedule
}

export function streak(change: Partial<FailureStreak> = {}): FailureStreak {
  return { tokenId: tokenId('t1'), count: 3, firstRunNo: 17, since: NOW - 2 * HOUR_MS, code: 'net.tls', ...change }
}

export function waiting(ms: number, ids: readonly TokenId[] = [tokenId('t1')]): ReadonlyMap<TokenId, number> {
  return new Map(ids.map((id) => [id, ms]))
}

export const credentialId = (name: string) => `push-certificate:${name}` as CredentialId

/** A push certificate with which nothing is wrong. */
export function credential(change: Partial<Credential> = {}): Credential {
  return {
    id: credentialId('c1'),
    kind: 'push-certificate',
    name: 'Push',
    expiresAt: NOW + 200 * DAY_MS,
    daysLeft: 200,
    level: null,
    state: 'ok',
    stateSince: NOW - DAY_MS,
    owner: null,
    deputy: null,
    account: null,
    organization: null,
    note: null,
    verifiedAt: null,
    isRemovable: true,
    tokenId: null,
    stoken: null,
    push: null,
    anchor: null,
    ...change,
  }
}
