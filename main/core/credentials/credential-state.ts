import type { StokenAnswer } from '../../clients/vpp/client-type.ts'
import type { CredentialState, ManagementService } from '../../../shared/model/credential.ts'

const DAY_MS = 24 * 3_600_000
export const EXPIRING_DAYS = 30

export type TimedState = { readonly state: CredentialState; readonly since: number }
export type DatedState = TimedState & { readonly expiresAt: number }

/**
 * The state people see: what was last told, overruled by the clock. Past its date a credential is expired whatever else was
 * known of it, because only a new one helps then. `since` never moves while the state stays the same.
 */
export function stateAt({ state, since, expiresAt }: DatedState, now: number): TimedState {
  if (expiresAt <= now) return { state: 'expired', since: state === 'expired' ? Math.min(since, expiresAt) : expiresAt }
  const warnAt = expiresAt - EXPIRING_DAYS * DAY_MS
  if (state === 'ok' && warnAt <= now) return { state: 'expiring', since: Math.max(since, warnAt) }
  return { state, since }
}

/** What to store when the state becomes `next`: `since` moves only if people see another state than before. */
export function moveTo(
  next: CredentialState,
  before: DatedState,
  { now, expiresAt }: { readonly now: number; readonly expiresAt: number },
): TimedState {
  const after = stateAt({ state: next, since: now, expiresAt }, now)
  const isSame = stateAt(before, now).state === after.state
  return { state: next, since: isSame ? before.since : now }
}

/**
 * The state an answer about a content token leads to, as stored. Apple's definite word replaces any other. Silence says nothing
 * about the token, so it only ever replaces `ok` and `unverified`.
 */
export function stateAfter(
  answer: StokenAnswer,
  stored: CredentialState,
  confirmed: ManagementService | null,
): CredentialState {
  switch (answer.kind) {
    case 'config':
      return isElsewhere(answer.config.usedBy, confirmed) ? 'used-elsewhere' : 'ok'
    case 'refused':
      return answer.problem === 'expired' ? 'expired' : 'rejected'
    case 'silent':
      return stored === 'ok' || stored === 'unverified' ? 'unreachable' : stored
  }
}

/** True where a service has claimed the unit that nobody here has confirmed. A service may change its name, not its id. */
export function isElsewhere(usedBy: ManagementService | null, confirmed: ManagementService | null): boolean {
  if (!usedBy) return false
  if (!confirmed) return true
  return usedBy.id !== null && confirmed.id !== null ? usedBy.id !== confirmed.id : usedBy.name !== confirmed.name
}
