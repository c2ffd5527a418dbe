import type { ReportRhythm } from '../../../shared/model/report.ts'

/** A program that was ended in the middle of an export leaves it due again after so long. */
export const CLAIM_MS = 15 * 60_000
const RETRY_MS = 60 * 60_000

/** The first time after `after`, by the clock of this computer; an hour that summer time skips is made up by the next. */
export function nextTime({ weekday, minuteOfDay }: ReportRhythm, after: number): number {
  const from = new Date(after)
  for (let days = 0; days <= 8; days++) {
    const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 0, minuteOfDay)
    // JavaScript's Sunday is 0.
    const isThatDay = weekday === null || (day.getDay() || 7) === weekday
    if (isThatDay && day.getTime() > after) return day.getTime()
  }
  throw new Error('a week has every weekday')
}

/** When to try again: an hour after a failure, or at the next regular time where that comes first. */
export function timeAfter(
  rhythm: ReportRhythm,
  { now, isDone }: { readonly now: number; readonly isDone: boolean },
): number {
  const regular = nextTime(rhythm, now)
  return isDone ? regular : Math.min(regular, now + RETRY_MS)
}

/** `reports/devices.csv` becomes `reports/devices-2026-11-22-060000.csv`: files in the order of their names. */
export function datedPath(path: string, at: number): string {
  const day = new Date(at)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'))
  const time = [day.getHours(), day.getMinutes(), day.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join('')
  const stamp = `-${parts.join('-')}-${time}`
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? ''
  return path.slice(0, path.length - extension.length) + stamp + extension
}
