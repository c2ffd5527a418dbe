import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import {
  leaveOverview,
  loadCounts,
  receiveDeviceChange,
  showOverview,
} from '../../../../../renderer/features/overview/actions.ts'
import { closeness, monthsOf, placeOnLine } from '../../../../../renderer/features/overview/calendar.ts'
import { countAll, countStates } from '../../../../../renderer/features/overview/lifecycle.ts'
import { lastRuns } from '../../../../../renderer/features/overview/runs.ts'
import { createOverviewStore } from '../../../../../renderer/features/overview/store.ts'
import type { StageCounts } from '../../../../../shared/contract/reports.ts'
import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS } from '../../../../../shared/model/device.ts'
import type { RunId } from '../../../../../shared/model/ids.ts'
import { createFakeDesk } from '../../fake-desk.ts'
import { DAY_MS, NOW, syncRun, tokenId } from '../../samples.ts'

/** As the reports count them; a stage that is not named has no device. */
function stages(counts: Partial<StageCounts>): StageCounts {
  return { enrollmentStatus: [], atApple: [], assignment: [], ...counts }
}

describe('the chart', () => {
  const some = stages({
    enrollmentStatus: [
      { value: 'enrolled', count: 75 },
      { value: 'blocked', count: 25 },
    ],
    atApple: [
      { value: 'present', count: 90 },
      { value: 'gone', count: 10 },
    ],
  })

  it('has every state in its order, also those without a device', () => {
    const states = countStates('enrollmentStatus', some)
    expect(states).toHaveLength(ENROLLMENT_STATUS.length)
    expect(states.map(({ count }) => count)).toEqual([0, 0, 0, 0, 75, 0, 25])
    expect(states[4]).toMatchObject({ share: 0.75, filter: { enrollmentStatus: 'enrolled' } })
  })

  it('has the same shape before anything is known', () => {
    expect(countStates('atApple', null).map(({ count, share }) => [count, share])).toEqual(
      AT_APPLE.map(() => [null, 0]),
    )
    expect(countStates('assignment', stages({})).map(({ count }) => count)).toEqual(ASSIGNMENT.map(() => 0))
  })

  it('knows how many there are in all', () => {
    expect(countAll(some)).toBe(100)
    expect(countAll(null)).toBeNull()
  })
})

describe('counting', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp() {
    let readings = 0
    const desk = createFakeDesk({ reports: { stages: () => (readings++, stages({})) } })
    return { store: createOverviewStore(), desk, readings: () => readings }
  }

  it('happens when the place is shown', async () => {
    const { store, desk } = setUp()
    await showOverview(store, desk)
    expect(store.getState().counts.status).toBe('ready')
  })

  it('follows changes at most every two seconds, and misses none', async () => {
    const { store, desk, readings } = setUp()
    await showOverview(store, desk)
    for (let change = 0; change < 50; change++) await receiveDeviceChange(store, desk)
    expect(readings()).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(readings()).toBe(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(readings()).toBe(2)
    await receiveDeviceChange(store, desk)
    expect(readings()).toBe(3)
  })

  it('rests while another place is on screen', async () => {
    const { store, desk, readings } = setUp()
    await showOverview(store, desk)
    leaveOverview(store)
    await receiveDeviceChange(store, desk)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(readings()).toBe(1)
  })

  it('keeps the numbers on screen while it reads again', async () => {
    const { store, desk } = setUp()
    await showOverview(store, desk)
    await vi.advanceTimersByTimeAsync(2000)
    const reading = loadCounts(store, desk)
    expect(store.getState().counts.status).toBe('ready')
    await reading
  })

  it('says why it could not', async () => {
    const store = createOverviewStore()
    const failing = () => {
      throw new Error('no')
    }
    await showOverview(store, createFakeDesk({ reports: { stages: failing } }))
    expect(store.getState().counts).toMatchObject({ status: 'failed', error: { code: 'internal' } })
  })
})

describe('the calendar', () => {
  test.each([
    [-DAY_MS, 0],
    [0, 0],
    [365 * DAY_MS, 1],
    [500 * DAY_MS, 1],
  ])('%i ms from now stands at %d of the line', (ms, place) => {
    expect(placeOnLine(NOW + ms, NOW)).toBe(place)
  })

  test('has the firsts of the coming months, in order', () => {
    const months = monthsOf(NOW)
    expect(months.length).toBeGreaterThanOrEqual(11)
    for (const { at, place } of months) {
      expect(new Date(at).getDate()).toBe(1)
      expect(place).toBeGreaterThan(0)
    }
    expect(months.map(({ at }) => at)).toEqual(months.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  test.each([
    [-1, 'close-circle'],
    [DAY_MS, 'alert'],
    [7 * DAY_MS, 'alert'],
    [8 * DAY_MS, 'clock'],
    [31 * DAY_MS, 'check'],
  ])('%i ms before its date an expiry has its own shape', (ms, icon) => {
    expect(closeness(NOW + ms, NOW).icon).toBe(icon)
  })
})

test('the last run of a token is its newest that did something', () => {
  const run = (id: string, on: string, state: 'done' | 'skipped' | 'failed') =>
    syncRun({ id: id as RunId, tokenId: tokenId(on), state })
  const last = lastRuns([
    run('4', 'a', 'skipped'),
    run('3', 'b', 'failed'),
    run('2', 'a', 'done'),
    run('1', 'b', 'done'),
  ])
  expect([...last].map(([id, { id: runId }]) => [id, runId])).toEqual([
    ['b', '3'],
    ['a', '2'],
  ])
})
