import { expect, test } from 'vitest'
import { readKeep, readTime, timeText } from '../../../../../renderer/features/reports/words.ts'

test.each([
  ['06:30', 390],
  [' 6:05 ', 365],
  ['23:59', 1439],
  ['24:00', undefined],
  ['12:60', undefined],
  ['6', undefined],
  ['6:5', undefined],
  ['', undefined],
])('the time %j is minute %j of the day', (typed, minute) => {
  expect(readTime(typed)).toBe(minute)
  if (minute !== undefined) expect(readTime(timeText(minute))).toBe(minute)
})

test.each([
  ['1', 1],
  ['1000', 1000],
  ['0', undefined],
  ['1001', undefined],
  ['-3', undefined],
  ['x', undefined],
])('%j files to keep are %j', (typed, keep) => {
  expect(readKeep(typed)).toBe(keep)
})
