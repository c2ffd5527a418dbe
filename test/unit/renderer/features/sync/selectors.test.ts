import { describe, expect, it } from 'vitest'
import {
  chosenInterval,
  INHERITED,
  intervalOptions,
  intervalValue,
} from '../../../../../renderer/features/sync/intervals.ts'
import { changeLabel, runStateLabel } from '../../../../../renderer/features/sync/labels.ts'
import { canRun, cursorText, fullFetchText, whyItWaits } from '../../../../../renderer/features/sync/schedule-words.ts'
import {
  lastEnded,
  progressText,
  resultText,
  runDuration,
  runRemark,
  runSummary,
  sortRuns,
} from '../../../../../renderer/features/sync/selectors.ts'
import type { TokenSchedule } from '../../../../../shared/contract/sync.ts'
import { EVENT_KINDS } from '../../../../../shared/model/device.ts'
import { RUN_STATES, type SyncProgress } from '../../../../../shared/model/sync-run.ts'
import { DAY_MS, NOW, syncRun, tokenId } from '../../samples.ts'

const SCHEDULE: TokenSchedule = {
  tokenId: tokenId('t1'),
  token: 'Europe',
  nextSyncAt: NOW + 3 * 3_600_000,
  lastSuccessAt: NOW,
  lastFetchAt: NOW,
  cursorAt: NOW,
  intervalMinutes: 1440,
  intervalFrom: 'default',
  group: '/Global',
  nextFetchAt: NOW + 7 * DAY_MS,
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
    expect(whyItWaits(SCHEDULE, 'terms-not-accepted', NOW)).toMatch(/terms.*asked again in 3 hours/)
    expect(whyItWaits({ ...SCHEDULE, nextSyncAt: null }, 'terms-not-accepted', NOW)).toMatch(/terms/)
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
    expect(runSummary(syncRun({ state: 'failed' }))).toBe('Failed')
  })

  it('names a failure in its row, and explains what has no error of its own', () => {
    const failed = syncRun({ state: 'failed', error: { code: 'auth.expired', message: '' } })
    expect(resultText(failed)).toBe('Failed: The server token has expired')
    expect(resultText(syncRun())).toBe('Done')
    expect(RUN_STATES.filter((state) => runRemark(syncRun({ state })) !== null)).toEqual([
      'cancelled',
      'interrupted',
      'skipped',
    ])
    expect(runRemark(syncRun({ warning: 'large-drop' }))).toMatch(/lacked most/)
  })

  it('the newest that ended tells how a token is; skipped ones tell nothing', () => {
    const runs = [syncRun({ state: 'running' }), syncRun({ state: 'skipped' }), syncRun({ state: 'failed' }), syncRun()]
    expect(lastEnded(runs, tokenId('t1'))?.state).toBe('failed')
    expect(lastEnded(runs, tokenId('t2'))).toBeNull()
  })

  it('are put in the order of any column, and stay newest first among equals', () => {
    const runs = [
      syncRun({ added: 1, startedAt: 3 }),
      syncRun({ added: 5, startedAt: 2 }),
      syncRun({ added: 1, startedAt: 1 }),
    ]
    const started = (column: string, direction: 'asc' | 'desc') =>
      sortRuns(runs, { column, direction }).map(({ startedAt }) => startedAt)
    expect(started('added', 'desc')).toEqual([2, 3, 1])
    expect(started('added', 'asc')).toEqual([3, 1, 2])
    expect(started('started', 'asc')).toEqual([1, 2, 3])
    for (const column of ['token', 'mode', 'state', 'duration']) expect(started(column, 'asc')).toEqual([3, 2, 1])
  })

  it('has a word for every change, also for one of a later version', () => {
    expect(EVENT_KINDS.map(changeLabel).every((label) => label.length > 0)).toBe(true)
    expect(changeLabel('moved-group')).toBe('Changed')
  })

  it('has no duration before its end', () => {
    expect(runDuration(syncRun({ finishedAt: NOW + 125_000 }))).toBe('2 min 05 s')
    expect(runDuration(syncRun({ finishedAt: null }))).toBeNull()
  })

  it('has a word for every outcome', () => {
    expect(new Set(RUN_STATES.map((state) => runStateLabel(state).text)).size).toBe(RUN_STATES.length)
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
  expect(progressText({ ...progress, phase: 'waiting', reason: 'ade.busy' })).toBe('Waiting: Apple asks for a pause')
  expect(progressText({ ...progress, phase: 'waiting', reason: 'something' })).toBe('Waiting: something')
})

describe('the interval', () => {
  const interval = (intervalMinutes: number, intervalFrom: TokenSchedule['intervalFrom']) => ({
    intervalMinutes,
    intervalFrom,
  })

  it('offers the one in use even if it is an unusual one', () => {
    expect(intervalOptions(interval(45, 'token'))).toContainEqual({ value: '45', text: 'Every 45 minutes' })
    expect(intervalOptions(interval(1440, 'token'))).toHaveLength(8)
  })

  it('offers to follow the group first', () => {
    expect(intervalOptions(interval(360, { group: '/Global' }))[0]?.text).toBe('As the group says')
    expect(intervalOptions(interval(360, 'token'))[0]?.text).toBe('As the group says')
    expect(intervalValue(interval(360, 'default'))).toBe(INHERITED)
    expect(intervalValue(interval(360, 'token'))).toBe('360')
    expect([chosenInterval(INHERITED), chosenInterval('60')]).toEqual([null, 60])
  })
})

describe('what is known of a token', () => {
  it('tells when the complete list was read and is read again', () => {
    expect(fullFetchText(SCHEDULE, NOW)).toEqual({
      first: 'Read just now',
      more: [expect.stringMatching(/^again in 7 days/)],
    })
    expect(fullFetchText({ ...SCHEDULE, nextFetchAt: NOW }, NOW).more).toEqual(['again with the next run'])
    expect(fullFetchText({ ...SCHEDULE, lastFetchAt: null }, NOW)).toEqual({ first: 'Not read yet', more: [] })
  })

  it('tells how old the place in the list of changes is', () => {
    expect(cursorText({ ...SCHEDULE, cursorAt: NOW - 2 * DAY_MS }, NOW)).toEqual({
      first: '2 days ago',
      more: [expect.stringMatching(/\d{4}, \d\d:\d\d /), expect.stringMatching(/^Apple keeps this place until .*27/)],
    })
    expect(cursorText({ ...SCHEDULE, cursorAt: NOW - 8 * DAY_MS }, NOW).more[1]).toMatch(/too old/)
    expect(cursorText({ ...SCHEDULE, cursorAt: null }, NOW).more).toEqual([])
  })

  it('lets a run start wherever it could lead somewhere', () => {
    expect(canRun(SCHEDULE, 'expired')).toBe(false)
    expect(canRun({ ...SCHEDULE, waitsFor: 'other-process' }, 'ok')).toBe(false)
    expect(canRun({ ...SCHEDULE, waitsFor: 'vault' }, 'ok')).toBe(false)
    expect(canRun({ ...SCHEDULE, waitsFor: 'back-off' }, 'terms-not-accepted')).toBe(true)
  })
})
