import { DEFAULT_INTERVAL_MINUTES, MIN_INTERVAL_MINUTES } from '../../../shared/contract/sync.ts'
import { assertNever, type ErrorCode } from '../../../shared/errors.ts'

const MINUTE_MS = 60_000

/** After trouble on the way, which may be over in a moment. */
const FIRST_RETRY_MS = 5 * MINUTE_MS
/** After a refusal: only a person can end it, and Apple need not be asked more often. */
const FIRST_RETRY_AFTER_REFUSAL_MS = 60 * MINUTE_MS
const AFTER_CANCEL_MS = 60 * MINUTE_MS

/** Retries of many installations must not fall on the same second. */
const JITTER = 0.1

export type Ending =
  | { readonly state: 'done' }
  | { readonly state: 'cancelled' }
  /** `failures`: how many runs in a row have failed, this one included. */
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly failures: number }

export type ScheduleClock = { readonly now: number; readonly intervalMinutes: number | null }

/** When to run again. `fraction`: uniform in [0, 1). */
export function nextRunAt(ending: Ending, { now, intervalMinutes }: ScheduleClock, fraction: number): number {
  const intervalMs = intervalOf(intervalMinutes) * MINUTE_MS
  switch (ending.state) {
    case 'done':
      return now + intervalMs
    case 'cancelled':
      return now + Math.min(intervalMs, AFTER_CANCEL_MS)
    case 'failed': {
      const first = isRefusal(ending.code) ? FIRST_RETRY_AFTER_REFUSAL_MS : FIRST_RETRY_MS
      const delay = Math.min(intervalMs, first * 2 ** Math.min(ending.failures - 1, 16))
      return now + Math.round(delay * (1 - JITTER * fraction))
    }
    default:
      return assertNever(ending)
  }
}

/**
 * True when a run should start: never planned, planned for a time that is past (also while the computer slept), or for
 * one further away than any plan reaches: then the clock was set back, and waiting for it could take years.
 */
export function isDue(nextSyncAt: number | null, { now, intervalMinutes }: ScheduleClock): boolean {
  return nextSyncAt === null || nextSyncAt <= now || nextSyncAt > now + intervalOf(intervalMinutes) * MINUTE_MS
}

export function intervalOf(minutes: number | null): number {
  return Math.max(MIN_INTERVAL_MINUTES, minutes ?? DEFAULT_INTERVAL_MINUTES)
}

function isRefusal(code: ErrorCode): boolean {
  return code === 'sync.empty-list' || /^(?:auth|terms|access|token)\./.test(code)
}
