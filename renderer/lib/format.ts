/**
 * English words need English months: the person's own English if they have one, so that dates follow their region.
 * Browsers under a C locale name languages such as "en-US@posix", which `Intl` refuses.
 */
export function chooseLocale(languages: readonly string[]): string {
  return languages.find((language) => /^en(-[A-Za-z0-9]{2,8})*$/.test(language)) ?? 'en-GB'
}

const locale = chooseLocale(globalThis.navigator?.languages ?? [])
const counts = new Intl.NumberFormat(locale)
const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const zones = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' })

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export function formatCount(count: number): string {
  return counts.format(count)
}

/** "1 device", "1,204 devices". The plural is the word with an s unless given. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

export function formatDate(at: number): string {
  return dates.format(at)
}

/** Day and time in the person's zone, without naming the zone: for columns whose header names it. */
export function formatDateTime(at: number): string {
  return `${dates.format(at)}, ${times.format(at)}`
}

export function formatZone(at: number): string {
  return zones.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
}

export function formatMoment(at: number): string {
  return `${formatDateTime(at)} ${formatZone(at)}`
}

/** "in 3 hours", "2 days ago", "now": whole units, rounded down. */
export function formatDistance(at: number, now: number): string {
  const distance = Math.abs(at - now)
  if (distance < MINUTE_MS) return at > now ? 'in less than a minute' : 'just now'
  const words =
    distance < HOUR_MS
      ? formatQuantity(Math.floor(distance / MINUTE_MS), 'minute')
      : distance < DAY_MS
        ? formatQuantity(Math.floor(distance / HOUR_MS), 'hour')
        : formatQuantity(Math.floor(distance / DAY_MS), 'day')
  return at > now ? `in ${words}` : `${words} ago`
}

/** For what has happened: the page's clock ticks by the minute and may be behind it. */
export function formatAgo(at: number, now: number): string {
  return formatDistance(Math.min(at, now), now)
}

/** "340 ms", "12 s", "3 min 05 s", "1 h 04 min". */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.max(0, Math.round(durationMs))} ms`
  const seconds = Math.round(durationMs / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** "every 10 minutes", "every hour", "every 24 hours", "every 7 days". */
export function formatInterval(minutes: number): string {
  if (minutes > 1440 && minutes % 1440 === 0) return `every ${formatCount(minutes / 1440)} days`
  if (minutes === 60) return 'every hour'
  if (minutes % 60 === 0) return `every ${formatCount(minutes / 60)} hours`
  return `every ${formatCount(minutes)} minutes`
}
