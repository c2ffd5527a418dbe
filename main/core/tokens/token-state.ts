import type { ErrorCode } from '../../../shared/errors.ts'
import type { TokenState } from '../../../shared/model/token.ts'

const DAY_MS = 24 * 3_600_000
export const EXPIRING_DAYS = 30

export type TimedState = { readonly state: TokenState; readonly since: number }
export type StoredState = TimedState & { readonly expiresAt: number }

/**
 * The state people see: what Apple last told, overruled by the clock. Past its date a token is expired whatever else
 * was known of it, because only a new file helps then. `since` never moves while the state stays the same.
 */
export function stateAt({ state, since, expiresAt }: StoredState, now: number): TimedState {
  if (expiresAt <= now) return { state: 'expired', since: state === 'expired' ? Math.min(since, expiresAt) : expiresAt }
  const warnAt = expiresAt - EXPIRING_DAYS * DAY_MS
  if (state === 'ok' && warnAt <= now) return { state: 'expiring', since: Math.max(since, warnAt) }
  return { state, since }
}

/** What to store when the state becomes `next`: `since` moves only if people see another state than before. */
export function moveTo(
  next: TokenState,
  before: StoredState,
  { now, expiresAt }: { now: number; expiresAt: number },
): TimedState {
  const after = stateAt({ state: next, since: now, expiresAt }, now)
  const isSame = stateAt(before, now).state === after.state
  return { state: next, since: isSame ? before.since : now }
}

/**
 * The state an answer of Apple's leads to, as stored. A definite refusal replaces another. Trouble on the way says
 * nothing about the token, so it only ever replaces `ok` and `unverified`: terms that were not accepted stay so until
 * Apple answers for certain: `isProven` says that a success came with an account. Codes that blame neither token nor
 * network change nothing.
 */
export function stateAfter(answer: 'success' | ErrorCode, stored: TokenState, isProven = true): TokenState {
  switch (answer) {
    case 'success':
      return stored === 'terms-not-accepted' && !isProven ? stored : 'ok'
    case 'auth.expired':
      return 'expired'
    case 'auth.rejected':
    case 'auth.session':
      return 'rejected'
    case 'terms.not-accepted':
      return 'terms-not-accepted'
    case 'access.denied':
      return 'access-denied'
    case 'net.unreachable':
    case 'net.timeout':
    case 'net.tls':
    case 'net.proxy':
    case 'net.redirected':
    case 'ade.not-apple':
    case 'ade.busy':
      return stored === 'ok' || stored === 'unverified' ? 'unreachable' : stored
    default:
      return stored
  }
}
