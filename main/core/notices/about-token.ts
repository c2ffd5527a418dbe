import type { NoticeKind } from '../../../shared/model/notice.ts'
import type { Token, TokenState } from '../../../shared/model/token.ts'
import type { NoticeFacts } from './facts.ts'
import { notice, type FoundNotice } from './notice.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Closer than that, an expiry is urgent whatever days were chosen; further away than the other, it is a hint. */
const URGENT_DAYS = 7
const SOON_DAYS = 30

/** One failed run is tried again within minutes: only the second in a row is worth a word. */
const FAILURES_WORTH_A_WORD = 2
/** The same for a token that no run has asked about since. */
const UNREACHABLE_WORTH_A_WORD_MS = HOUR_MS
/** A list that has not moved for so long has stopped, whatever the reason. */
const STALE_MS = 3 * DAY_MS

/** The scheduler starts a due run within half a minute; this long something keeps it from doing so. */
export const OVERDUE_MS = 10 * 60_000

/** States in which Apple answers nothing until a person acts. Everything else about such a token follows from it. */
const STOPPED: Partial<Record<TokenState, NoticeKind>> = {
  expired: 'token-expired',
  rejected: 'token-rejected',
  'terms-not-accepted': 'terms-not-accepted',
  'access-denied': 'access-denied',
}

/** True where runs are pointless until a person acts. */
export function isStopped({ state }: Pick<Token, 'state'>): boolean {
  return state in STOPPED
}

export function aboutToken(token: Token, facts: NoticeFacts): readonly FoundNotice[] {
  const runs = isStopped(token) ? [] : [...aboutFailures(token, facts), ...aboutOverdue(token, facts)]
  return [...aboutState(token), ...aboutExpiry(token, facts), ...runs]
}

function aboutState(token: Token): readonly FoundNotice[] {
  const kind = STOPPED[token.state]
  if (kind === undefined) return []
  // Its date says which expiry it is, also where Apple told first.
  const episode = kind === 'token-expired' ? token.expiresAt : token.stateSince
  return [about(token, { id: `${kind}:${token.id}:${episode}`, kind, level: 'urgent', at: token.stateSince })]
}

/** The smallest of the chosen numbers of days that is reached. Nothing where only a new token helps anyway. */
function aboutExpiry(token: Token, { now, noticeDays }: NoticeFacts): readonly FoundNotice[] {
  if (token.state === 'expired' || token.state === 'rejected') return []
  const leftMs = token.expiresAt - now
  const reached = noticeDays.filter((days) => leftMs <= days * DAY_MS)
  if (reached.length === 0) return []
  const days = Math.min(...reached)
  return [
    about(token, {
      id: `token-expiring:${token.id}:${token.expiresAt}:${days}`,
      kind: 'token-expiring',
      level: leftMs <= URGENT_DAYS * DAY_MS ? 'urgent' : leftMs <= SOON_DAYS * DAY_MS ? 'soon' : 'hint',
      at: token.expiresAt - days * DAY_MS,
      dueAt: token.expiresAt,
    }),
  ]
}

/** A way that is blocked and a run that fails are one thing to a person, so at most one of them is said. */
function aboutFailures(token: Token, { now, failures, schedules }: NoticeFacts): readonly FoundNotice[] {
  const streak = failures.find(({ tokenId }) => tokenId === token.id)
  const isRepeated = streak !== undefined && streak.count >= FAILURES_WORTH_A_WORD
  const dueAt = schedules.find(({ tokenId }) => tokenId === token.id)?.nextSyncAt ?? null
  const told = { dueAt, code: streak?.code ?? null, count: streak?.count ?? null }
  const levelSince = (at: number) => (now - at >= STALE_MS ? 'urgent' : 'soon')

  if (token.state === 'unreachable') {
    const at = token.stateSince
    if (!isRepeated && now - at < UNREACHABLE_WORTH_A_WORD_MS) return []
    const level = levelSince(at)
    return [about(token, { id: `unreachable:${token.id}:${at}:${level}`, kind: 'unreachable', level, at, ...told })]
  }
  if (!isRepeated) return []
  const level = levelSince(streak.since)
  const id = `sync-failed:${token.id}:${streak.firstRunNo}:${streak.code}:${level}`
  return [about(token, { id, kind: 'sync-failed', level, at: streak.since, ...told })]
}

function aboutOverdue(token: Token, { now, vault, waitingMs, schedules }: NoticeFacts): readonly FoundNotice[] {
  if (vault.state !== 'unlocked' || (waitingMs.get(token.id) ?? 0) < OVERDUE_MS) return []
  const nextSyncAt = schedules.find(({ tokenId }) => tokenId === token.id)?.nextSyncAt ?? null
  return [
    about(token, {
      id: `sync-overdue:${token.id}:${nextSyncAt}`,
      kind: 'sync-overdue',
      level: 'soon',
      at: Math.min(nextSyncAt ?? token.stateSince, now),
    }),
  ]
}

function about({ id, name }: Token, told: Parameters<typeof notice>[0]): FoundNotice {
  return notice({ ...told, subject: name, tokenId: id })
}
