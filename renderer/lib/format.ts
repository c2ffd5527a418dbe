import { distanceText } from '../../shared/distance-text.ts'
import type { Language } from '../../shared/messages/languages.ts'
import { language, text } from './text.ts'

const FALLBACK_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

/**
 * The page's words need months of the same language: the person's own kind of it if they have one, so that dates follow
 * their region. Browsers under a C locale name languages such as "en-US@posix", which `Intl` refuses.
 */
export function chooseLocale(languages: readonly string[], spoken: Language = 'en'): string {
  const pattern = new RegExp(`^${spoken}(-[A-Za-z0-9]{2,8})*$`)
  return languages.find((tag) => pattern.test(tag)) ?? FALLBACK_LOCALES[spoken]
}

type Formats = {
  readonly counts: Intl.NumberFormat
  readonly dates: Intl.DateTimeFormat
  readonly times: Intl.DateTimeFormat
  readonly zones: Intl.DateTimeFormat
}

const formatsByLanguage = new Map<Language, Formats>()

/** Making formats is slow and tables ask for them by the row, so each language makes them once. */
function formats(): Formats {
  const spoken = language.getState().language
  const known = formatsByLanguage.get(spoken)
  if (known) return known
  const locale = pageLocale()
  const made: Formats = {
    counts: new Intl.NumberFormat(locale),
    dates: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
    times: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    zones: new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }),
  }
  formatsByLanguage.set(spoken, made)
  return made
}

/** What the page writes its dates and numbers in: a language with its region. */
export function pageLocale(): string {
  return chooseLocale(globalThis.navigator?.languages ?? [], language.getState().language)
}

export function formatCount(count: number): string {
  return formats().counts.format(count)
}

export function formatDate(at: number): string {
  return formats().dates.format(at)
}

/** Day and time in the person's zone, without naming the zone: for columns whose header names it. */
export function formatDateTime(at: number): string {
  const { dates, times } = formats()
  return `${dates.format(at)}, ${times.format(at)}`
}

export function formatZone(at: number): string {
  return (
    formats()
      .zones.formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? ''
  )
}

export function formatMoment(at: number): string {
  return `${formatDateTime(at)} ${formatZone(at)}`
}

/** "in 3 hours", "2 days ago", "just now": whole units, rounded down. */
export function formatDistance(at: number, now: number): string {
  return distanceText(at, now, text().time)
}

/** For what has happened: the page's clock ticks by the minute and may be behind it. */
export function formatAgo(at: number, now: number): string {
  return formatDistance(Math.min(at, now), now)
}

/** "340 ms", "12 s", "3 min 05 s", "1 h 04 min": signs of units, the same in every language. */
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
  const { time } = text()
  if (minutes > 1440 && minutes % 1440 === 0) return time.everyDays(minutes / 1440)
  if (minutes === 60) return time.everyHour
  return minutes % 60 === 0 ? time.everyHours(minutes / 60) : time.everyMinutes(minutes)
}
