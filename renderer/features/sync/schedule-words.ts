import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import { formatAgo, formatDate, formatDistance, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'

const DAY_MS = 86_400_000
/** Apple forgets a place in its list of changes after seven days. */
const CURSOR_LIFETIME_MS = 7 * DAY_MS

/** Why the token is not being synced right now, and when it will be. */
export function whyItWaits(schedule: TokenSchedule, state: TokenState | undefined, now: number): string {
  const words = text().sync.waits
  const at = schedule.nextSyncAt
  if (state === 'expired') return words.expired
  if (state === 'rejected') return words.rejected
  if (state === 'terms-not-accepted') {
    return at !== null && at > now ? words.termsUntil(formatDistance(at, now)) : words.terms
  }
  if (schedule.waitsFor === 'back-off') {
    return at !== null && at > now
      ? words['back-off'](formatDistance(at, now), formatMoment(at))
      : words['back-off-due']
  }
  if (schedule.waitsFor !== null) return words[schedule.waitsFor]
  if (at === null) return schedule.lastFetchAt === null ? words.first : words.unplanned
  return at <= now ? words.due : words.next(formatDistance(at, now), formatMoment(at))
}

/** What counts, and below it what explains it. */
export type FactLines = { readonly first: string; readonly more: readonly string[] }

/** When the complete list was read, and when it is read again. */
export function fullFetchText({ lastFetchAt, nextFetchAt }: TokenSchedule, now: number): FactLines {
  const words = text().sync.facts
  if (lastFetchAt === null) return { first: words.fullFetchNever, more: [] }
  const isDue = nextFetchAt === null || nextFetchAt <= now
  return {
    first: words.fullFetchLast(formatAgo(lastFetchAt, now)),
    more: [isDue ? words.fullFetchDue : words.fullFetchNext(formatDistance(nextFetchAt, now))],
  }
}

/** How old the place in Apple's list of changes is, and how long it can still be used. */
export function cursorText({ cursorAt }: TokenSchedule, now: number): FactLines {
  const words = text().sync.facts
  if (cursorAt === null) return { first: words.cursorNone, more: [] }
  const end = cursorAt + CURSOR_LIFETIME_MS
  return {
    first: formatAgo(cursorAt, now),
    more: [formatMoment(cursorAt), end > now ? words.cursorGood(formatDate(end)) : words.cursorOld],
  }
}

/** Whether a press on Sync could lead anywhere. Everything else is tried: a clock or a state here may be wrong. */
export function canRun(schedule: TokenSchedule, state: TokenState | undefined): boolean {
  return state !== 'expired' && schedule.waitsFor !== 'other-process' && schedule.waitsFor !== 'vault'
}
