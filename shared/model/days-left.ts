const DAY_MS = 86_400_000

/**
 * Whole days of validity left, counted by instants, so that neither midnight nor a change to summer time shifts it:
 * 0 in the last 24 hours, negative once it has expired (-1 in the first 24 hours after).
 */
export function daysLeft(expiresAt: number, now: number): number {
  return Math.floor((expiresAt - now) / DAY_MS)
}
