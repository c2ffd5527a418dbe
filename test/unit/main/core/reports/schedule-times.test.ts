import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datedPath, nextTime, timeAfter } from '../../../../../main/core/reports/schedule-times.ts'

const HOUR_MS = 3_600_000
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

test.each([
  ['every day, later today', { weekday: null, minuteOfDay: 390 }, at(22, 5), at(22, 6, 30)],
  ['every day, past today', { weekday: null, minuteOfDay: 390 }, at(22, 7), at(23, 6, 30)],
  ['every day, this very minute', { weekday: null, minuteOfDay: 390 }, at(22, 6, 30), at(23, 6, 30)],
  ['a Sunday, on one', { weekday: 7, minuteOfDay: 0 }, at(21, 23), at(22, 0)],
  ['a Monday, from Sunday', { weekday: 1, minuteOfDay: 0 }, at(22, 1), at(23, 0)],
  ['a Sunday that has passed', { weekday: 7, minuteOfDay: 60 }, at(22, 2), at(29, 1)],
])('%s', (_name, rhythm, after, expected) => {
  expect(new Date(nextTime(rhythm, after))).toEqual(new Date(expected))
})

test('the next time is later, on that weekday, and no further away than a week and an hour of summer time', () => {
  const rhythms = fc.record({
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  })
  const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) })
  fc.assert(
    fc.property(rhythms, moments, (rhythm, after) => {
      const next = nextTime(rhythm, after)
      const days = rhythm.weekday === null ? 1 : 7
      expect(next).toBeGreaterThan(after)
      expect(next - after).toBeLessThanOrEqual((days * 24 + 2) * HOUR_MS)
      if (rhythm.weekday !== null) expect(new Date(next).getDay() || 7).toBe(rhythm.weekday)
    }),
  )
})

test('a failure is tried again in an hour, or at the regular time where that comes first', () => {
  const rhythm = { weekday: null, minuteOfDay: 6 * 60 }
  expect(timeAfter(rhythm, { now: at(22, 6, 1), isDone: false })).toBe(at(22, 7, 1))
  expect(timeAfter(rhythm, { now: at(22, 5, 30), isDone: false })).toBe(at(22, 6))
  expect(timeAfter(rhythm, { now: at(22, 6, 1), isDone: true })).toBe(at(23, 6))
})

test('files carry their date before the extension and sort by it', () => {
  expect(datedPath('/srv/a.b/devices.csv', at(2, 6, 5))).toBe('/srv/a.b/devices-2026-11-02-060500.csv')
  expect(datedPath('/srv/a.b/devices', at(2, 6, 5))).toBe('/srv/a.b/devices-2026-11-02-060500')
})
