import { describe, expect, it } from 'vitest'
import { intervalOptions } from '../../../../../renderer/features/sync/intervals.ts'
import { RUN_STATE_LABELS } from '../../../../../renderer/features/sync/labels.ts'
import {
  progressText,
  runDuration,
  runProblem,
  runSummary,
  whyItWaits,
} from '../../../../../renderer/features/sync/selectors.ts'
import type { TokenSchedule } from '../../../../../shared/contract/sync.ts'
import { RUN_STATES, type SyncProgress } from '../../../../../shared/model/sync-run.ts'
import { NOW, syncRun, tokenId } from '../../samples.ts'

const SCHEDULE: TokenSchedule = {
  tokenId: tokenId('t1'),
  token: 'Europe',
  nextSyncAt: NOW + 3 * 3_600_000,
  lastSuccessAt: NOW,
  lastFetchAt: NOW,
  cursorAt: NOW,
  intervalMinutes: 1440,
  waitsFor: null,
}

describe('why a token waits', () => {
  it('is the time of the next run while all is well', () => {
    expect(whyItWaits(SCHEDULE, 'ok', NOW)).toMatch(/^Next run in 3 hours, /)
    expect(whyItWaits({ ...SCHEDULE, nextSyncAt: NOW }, 'ok', NOW)).toMatch(/^Due now/)
  })

  it('is the token where nothing can run, and says that enrolled devices stay enrolled', () => {
    expect(whyItWaits(SCHEDULE, 'expired', NOW)).toMatch(/expired.*enrolled devices stay enrolled/)
    expect(whyItWaits(SCHEDULE, 'rejected', NOW)).toMatch(/rejected/)
    expect(whyItWaits(SCHEDULE, 'terms-not-accepted', NOW)).toMatch(/terms/)
  })

  it('is the process, the vault or the pause that holds it up', () => {
    const texts = (['running', 'other-process', 'vault', 'back-off'] as const).map((waitsFor) =>
      whyItWaits({ ...SCHEDULE, waitsFor }, 'ok', NOW),
    )
    expect(new Set(texts).size).toBe(4)
  })

  it('is the first press where nothing was ever read', () => {
    expect(whyItWaits({ ...SCHEDULE, nextSyncAt: null, lastFetchAt: null }, 'ok', NOW)).toMatch(/first run/)
  })
})

describe('a run in words', () => {
  it('tells what changed, or that nothing did', () => {
    expect(runSummary(syncRun({ added: 3, modified: 1200 }))).toBe('3 added, 1,200 modified')
    expect(runSummary(syncRun())).toBe('nothing changed')
    expect(runSummary(syncRun({ state: 'failed' }))).toBe('failed')
  })

  it('tells a failure with its next step', () => {
    const problem = runProblem(syncRun({ state: 'failed', error: { code: 'auth.expired', message: '' } }))
    expect(problem).toMatch(/expired.*Enrolled devices stay enrolled.*Download a new server token/)
    expect(runProblem(syncRun())).toBeNull()
  })

  it('has no duration before its end', () => {
    expect(runDuration(syncRun({ finishedAt: NOW + 125_000 }))).toBe('2 min 05 s')
    expect(runDuration(syncRun({ finishedAt: null }))).toBeNull()
  })

  it('has a word for every outcome', () => {
    expect(Object.keys(RUN_STATE_LABELS).toSorted()).toEqual([...RUN_STATES].toSorted())
  })
})

it('tells progress by devices and pages, and a pause by its end and reason', () => {
  const progress: SyncProgress = {
    tokenId: tokenId('t1'),
    token: 'Europe',
    mode: 'sync',
    phase: 'reading',
    pages: 1,
    received: 1000,
  }
  expect(progressText(progress)).toBe('Reading: 1,000 devices in 1 page')
  expect(progressText({ ...progress, phase: 'waiting', reason: 'Apple asked for a pause' })).toBe(
    'Waiting: Apple asked for a pause',
  )
})

it('offers the interval in use even if it is an unusual one', () => {
  expect(intervalOptions(1440).map(({ text }) => text)).toContain('Every 24 hours')
  expect(intervalOptions(45)).toContainEqual({ value: '45', text: 'Every 45 minutes' })
  expect(intervalOptions(1440)).toHaveLength(7)
})
