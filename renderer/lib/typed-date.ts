/** Noon of that day here, so that it is the same day in most zones; null where the text is no day. */
export function readDay(text: string): number | null {
  return readParts(text.trim(), '', { hours: 12, minutes: 0 })
}

export function writeDay(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** "2026-11-22 14:30" by the clock of this computer; the day alone is its beginning. Null where the text is no moment. */
export function readMoment(text: string): number | null {
  const [day = '', time = '', ...more] = text.trim().split(/[ T]+/)
  return more.length > 0 ? null : readParts(day, time, { hours: 0, minutes: 0 })
}

export function writeMoment(at: number): string {
  const date = new Date(at)
  return `${writeDay(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

type Clock = { readonly hours: number; readonly minutes: number }

function readParts(day: string, time: string, usual: Clock): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day)
  const clock = time === '' ? usual : readClock(time)
  if (!match || !clock) return null
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number] // three groups of digits
  const moment = new Date(year, month - 1, date, clock.hours, clock.minutes)
  const isThatDay = moment.getMonth() === month - 1 && moment.getDate() === date
  return isThatDay && year >= 2001 && year < 2200 ? moment.getTime() : null
}

function readClock(text: string): Clock | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return { hours: Number(hours), minutes: Number(minutes) }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
