import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

const DAY_MS = 86_400_000

/** Credentials last a year; what lasts longer stands at the end. */
export const SPAN_MS = 365 * DAY_MS

/** Where on the line from today to a year from now, 0 to 1. */
export function placeOnLine(at: number, now: number): number {
  return Math.min(1, Math.max(0, (at - now) / SPAN_MS))
}

export type Month = { readonly at: number; readonly place: number }

/** Firsts of months on the line, in the person's zone. */
export function monthsOf(now: number): readonly Month[] {
  const today = new Date(now)
  return Array.from({ length: 12 }, (_, index) => {
    const at = new Date(today.getFullYear(), today.getMonth() + index + 1, 1).getTime()
    return { at, place: placeOnLine(at, now) }
  }).filter(({ place }) => place < 1)
}

/** A shape and a tone for how close an expiry is. */
export function closeness(expiresAt: number, now: number): { readonly icon: IconName; readonly tone: Tone } {
  if (expiresAt <= now) return { icon: 'close-circle', tone: 'bad' }
  if (expiresAt - now <= 7 * DAY_MS) return { icon: 'alert', tone: 'bad' }
  if (expiresAt - now <= 30 * DAY_MS) return { icon: 'clock', tone: 'warn' }
  return { icon: 'check', tone: 'good' }
}
