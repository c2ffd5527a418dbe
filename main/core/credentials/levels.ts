const DAY_MS = 24 * 3_600_000

/** The smallest of the chosen numbers of days that is reached; 0 once it has expired, null while all are further away. */
export function levelAt(expiresAt: number, now: number, levels: readonly number[]): number | null {
  if (expiresAt <= now) return 0
  const reached = levels.filter((days) => expiresAt - now <= days * DAY_MS)
  return reached.length === 0 ? null : Math.min(...reached)
}
