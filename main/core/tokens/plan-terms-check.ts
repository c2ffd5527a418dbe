import type { Account } from '../../../shared/model/token.ts'

const MINUTE_MS = 60_000
const FIRST_CHECK_MS = 5 * MINUTE_MS
/** Acceptance may take a while to be seen, and nobody should have to wait a day for it. */
const LONGEST_CHECK_MS = 6 * 60 * MINUTE_MS

/** How often Apple was asked since the terms wait to be accepted, and when it is asked next. */
export type TermsWait = { readonly checks: number; readonly nextAt: number }

/**
 * The next look after an answer that left the terms as they are: 5 minutes later, then twice as long each time, up to 6
 * hours. An answer before the next look was due was somebody's own try and moves nothing, except after the clock was
 * set back: then the look would be too far away.
 */
export function planTermsCheck(before: TermsWait | null, now: number): TermsWait {
  if (before && now < before.nextAt && before.nextAt - now <= LONGEST_CHECK_MS) return before
  const checks = (before?.checks ?? 0) + 1
  return { checks, nextAt: now + Math.min(LONGEST_CHECK_MS, FIRST_CHECK_MS * 2 ** Math.min(checks - 1, 16)) }
}

export function isTermsCheckDue(nextAt: number | null, now: number): boolean {
  return nextAt === null || nextAt <= now || nextAt - now > LONGEST_CHECK_MS
}

/** Any page on the way may answer "200"; only an account that names its server or organization comes from Apple. */
export function provesAcceptance(account: Account | undefined): boolean {
  return !!account && [account.serverUuid, account.serverName, account.orgName].some((value) => value !== null)
}
