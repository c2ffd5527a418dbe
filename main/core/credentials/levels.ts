const DAY_MS = 24 * 3_600_000

/**
 * Whole days of validity left, counted by instants, so that neither midnight nor a change to summer time shifts it:
 * 0 in the last 24 hours, negative once it has expired.
 */
export function daysLeft(expiresAt: number, now: number): number {
  return Math.floor((expiresAt - now) / DAY_MS)
}

/** The smallest of the chosen numbers of days that is reached; 0 once it has expired, null while all are further away. */
export function levelAt(expiresAt: number, now: number, levels: readonly number[]): number | null {
  if (expiresAt <= now) return 0
  const reached = levels.filter((days) => expiresAt - now <= days * DAY_MS)
  return reached.length === 0 ? null : Math.min(...reached)
}
