import { describe, expect, it } from 'vitest'
import { planSync } from '../../../../../main/core/sync/plan-sync.ts'
import type { SyncState } from '../../../../../main/db/sync-state.ts'

const NOW = Date.UTC(2026, 5, 1)
const DAY_MS = 86_400_000
const STATE: SyncState = {
  phase: 'sync',
  cursor: 'C',
  cursorAt: NOW - 1000,
  fetchedUntil: null,
  lastFetchAt: NOW - DAY_MS,
  lastSyncAt: null,
  lastAttemptAt: null,
  lastSuccessAt: null,
  nextSyncAt: null,
  intervalMinutes: null,
}
const CHANGES = { mode: 'sync', cursor: 'C', reason: 'changes' }
const fetchFor = (reason: string) => ({ mode: 'fetch', cursor: null, reason })

describe('what a run asks for', () => {
  it.each([
    ['a token never asked', { cursor: null, phase: 'fetch', lastFetchAt: null }, fetchFor('first')],
    ['an unfinished fetch', { phase: 'fetch' }, { mode: 'fetch', cursor: 'C', reason: 'resume' }],
    [
      'an unfinished fetch of eight days ago',
      { phase: 'fetch', cursorAt: NOW - 8 * DAY_MS },
      fetchFor('cursor-too-old'),
    ],
    ['a cursor of exactly seven days', { cursorAt: NOW - 7 * DAY_MS }, CHANGES],
    ['a cursor a millisecond older', { cursorAt: NOW - 7 * DAY_MS - 1 }, fetchFor('cursor-too-old')],
    ['a cursor from the future', { cursorAt: NOW + 365 * DAY_MS }, CHANGES],
    ['a full fetch a week ago', { lastFetchAt: NOW - 7 * DAY_MS }, fetchFor('weekly')],
    ['a full fetch less than a week ago', { lastFetchAt: NOW - 7 * DAY_MS + 1 }, CHANGES],
    [
      'C28: a full fetch in the future, because the clock was set back',
      { lastFetchAt: NOW + 365 * DAY_MS },
      fetchFor('weekly'),
    ],
  ] as const)('%s', (_name, state, plan) => {
    expect(planSync({ ...STATE, ...state }, { now: NOW, isFullAsked: false })).toEqual(plan)
  })

  it('everything when it is asked for, which an unfinished fetch already is', () => {
    const asked = { now: NOW, isFullAsked: true }
    expect([planSync(STATE, asked), planSync({ ...STATE, phase: 'fetch' }, asked)]).toEqual([
      fetchFor('asked'),
      { mode: 'fetch', cursor: 'C', reason: 'resume' },
    ])
  })
})
