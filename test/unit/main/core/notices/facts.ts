import type { NoticeFacts } from '../../../../../main/core/notices/facts.ts'
import type { FailureStreak } from '../../../../../main/db/notices.ts'
import type { TokenSchedule } from '../../../../../shared/contract/sync.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
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
    schedules: [],
    failures: [],
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
