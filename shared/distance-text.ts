import type { Messages } from './messages/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** "in 3 hours", "2 days ago", "just now": whole units, rounded down. */
export function distanceText(at: number, now: number, time: Messages['time']): string {
  const distance = Math.abs(at - now)
  if (distance < MINUTE_MS) return at > now ? time.inLessThanAMinute : time.justNow
  const words =
    distance < HOUR_MS
      ? time.minutes(Math.floor(distance / MINUTE_MS))
      : distance < DAY_MS
        ? time.hours(Math.floor(distance / HOUR_MS))
        : time.days(Math.floor(distance / DAY_MS))
  return at > now ? time.ahead(words) : time.ago(words)
}
