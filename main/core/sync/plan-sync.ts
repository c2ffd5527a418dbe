import { AppError } from '../../../shared/errors.ts'
import type { DevicePage } from '../../clients/ade/wire.ts'
import type { SyncState } from '../../db/sync-state.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Apple answers EXPIRED_CURSOR after seven days; exactly seven are still good. */
export const CURSOR_LIFETIME_MS = 7 * DAY_MS

/** Change feeds are known to miss devices: only a full list finds those, and what left silently. */
export const FULL_FETCH_INTERVAL_MS = 7 * DAY_MS

/** What to ask Apple for: a list from its beginning or from a cursor, or the changes after one. */
export type Step =
  { readonly mode: 'fetch'; readonly cursor: string | null } | { readonly mode: 'sync'; readonly cursor: string }

export type SyncPlan = Step & {
  readonly reason: 'first' | 'resume' | 'asked' | 'weekly' | 'cursor-too-old' | 'changes'
}

export function planSync(state: SyncState, { now, isFullAsked }: { now: number; isFullAsked: boolean }): SyncPlan {
  const { phase, cursor, cursorAt } = state
  if (cursor === null) return { mode: 'fetch', cursor: null, reason: 'first' }
  // A cursor from the future was stored before the clock was set back: Apple knows its age better.
  if (cursorAt !== null && now - cursorAt > CURSOR_LIFETIME_MS) {
    return { mode: 'fetch', cursor: null, reason: 'cursor-too-old' }
  }
  if (phase === 'fetch') return { mode: 'fetch', cursor, reason: 'resume' }
  if (isFullAsked) return { mode: 'fetch', cursor: null, reason: 'asked' }
  if (isFullFetchDue(state.lastFetchAt, now)) return { mode: 'fetch', cursor: null, reason: 'weekly' }
  return { mode: 'sync', cursor, reason: 'changes' }
}

/** When the complete list is read again by itself; null before the first. */
export function nextFullFetchAt(lastFetchAt: number | null): number | null {
  return lastFetchAt === null ? null : lastFetchAt + FULL_FETCH_INTERVAL_MS
}

function isFullFetchDue(lastFetchAt: number | null, now: number): boolean {
  if (lastFetchAt === null) return true
  return now - lastFetchAt >= FULL_FETCH_INTERVAL_MS || lastFetchAt - now > HOUR_MS
}

/**
 * Where an answer leads: to the next page, from the list to the changes, or (undefined) to the end. Fails with
 * `ade.protocol` on an answer that would be asked for again and again: compared before anything is stored.
 */
export function stepAfter(step: Step, page: Pick<DevicePage, 'cursor' | 'moreToFollow'>): Step | undefined {
  const { cursor, moreToFollow } = page
  if (!cursor) throw new AppError('ade.protocol', 'an answer came without a cursor', { facts: { mode: step.mode } })
  if (moreToFollow && cursor === step.cursor) {
    throw new AppError('ade.protocol', 'an answer announced more under the same cursor', { facts: { mode: step.mode } })
  }
  if (moreToFollow) return { mode: step.mode, cursor }
  return step.mode === 'fetch' ? { mode: 'sync', cursor } : undefined
}

export type AfterRefusal = 'changes' | 'done' | 'restart' | 'fail'

/** Apple's own words about a cursor. A full list helps against a bad one, but only once in a run. */
export function afterRefusal(error: unknown, step: Step, hasRestarted: boolean): AfterRefusal {
  if (!(error instanceof AppError) || error.code !== 'ade.cursor') return 'fail'
  switch (error.facts['appleCode']) {
    case 'EXHAUSTED_CURSOR':
      if (step.mode === 'sync') return 'done'
      return step.cursor === null ? 'fail' : 'changes'
    case 'EXPIRED_CURSOR':
    case 'INVALID_CURSOR':
    case 'CURSOR_REQUIRED':
      return hasRestarted || step.cursor === null ? 'fail' : 'restart'
    default:
      return 'fail'
  }
}
