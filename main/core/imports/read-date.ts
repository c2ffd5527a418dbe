import type { DateOrder } from '../../../shared/model/import.ts'

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2})[:-](\d{2})(?:[:-](\d{2})(?:[.,](\d{1,9}))?)?\s*(?:-?\s*([AP])\.?M\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const BY_HAND =
  /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})(?:,?[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:([AP])\.?M\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i

/**
 * Milliseconds UTC of a date as exports write it; a time without a zone is one of this computer's zone, as the console
 * shows them in the administrator's. Undefined for what is no date. Dots mean that the day comes first; otherwise
 * `order` decides where the numbers do not.
 */
export function readDate(text: string, order: DateOrder): number | undefined {
  const iso = ISO.exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, half, zone] = iso
    return toTime({ year, month, day, hour, minute, second, fraction, half, zone })
  }
  const hand = BY_HAND.exec(text)
  if (!hand) return undefined
  const [, first, sign, second, year, hour, minute, seconds, fraction, half, zone] = hand
  const isDayFirst = dayFirst(Number(first), Number(second), sign!) ?? order === 'day-first'
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  return toTime({ year, month, day, hour, minute, second: seconds, fraction, half, zone })
}

/** What this date says about the order of all dates of its column; undefined where it could be either. */
export function orderOf(text: string): DateOrder | undefined {
  const hand = BY_HAND.exec(text)
  if (!hand) return undefined
  const isDayFirst = dayFirst(Number(hand[1]), Number(hand[3]), hand[2]!)
  if (isDayFirst === undefined) return undefined
  return isDayFirst ? 'day-first' : 'month-first'
}

export function isAmbiguous(text: string): boolean {
  const hand = BY_HAND.exec(text)
  return hand !== null && hand[1] !== hand[3] && dayFirst(Number(hand[1]), Number(hand[3]), hand[2]!) === undefined
}

function dayFirst(first: number, second: number, sign: string): boolean | undefined {
  if (first > 12) return true
  if (second > 12) return false
  return sign === '.' ? true : undefined
}

type Parts = Readonly<
  Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'zone', string | undefined>
>

function toTime({ half, zone, fraction, ...parts }: Parts): number | undefined {
  const year = parts.year!.length === 2 ? 2000 + Number(parts.year) : Number(parts.year)
  const [month, day] = [Number(parts.month), Number(parts.day)]
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)]
  const hour = hourOf(Number(parts.hour ?? 0), half?.toUpperCase())
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000)
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate() || year < 1990 || year > 2200) return undefined
  if (zone === undefined) return new Date(year, month - 1, day, hour, minute, second, ms).getTime()
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - zoneMs(zone)
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (half === 'P' ? 12 : 0)
}

function zoneMs(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!parts) return 0
  const minutes = Number(parts[2]) * 60 + Number(parts[3])
  return (parts[1] === '-' ? -minutes : minutes) * 60_000
}
