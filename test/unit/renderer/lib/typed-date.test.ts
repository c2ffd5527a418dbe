import { expect, test } from 'vitest'
import { readDay, readMoment, writeDay, writeMoment } from '../../../../renderer/lib/typed-date.ts'

test.each([['2027-02-29'], ['2027-13-01'], ['31.3.2027'], [''], ['1999-01-01'], ['2027-3']])('%j is no day', (text) => {
  expect(readDay(text)).toBeNull()
})

test('a day comes back as it was typed', () => {
  expect(writeDay(readDay('2028-02-29')!)).toBe('2028-02-29')
})

test.each([['2026-11-22 24:00'], ['2026-11-22 7'], ['2026-02-30 07:00'], ['2026-11-22 07:00 UTC'], ['14:30'], ['']])(
  '%j is no moment',
  (text) => {
    expect(readMoment(text)).toBeNull()
  },
)

test('a moment comes back as it was typed; the day alone is its beginning', () => {
  expect(writeMoment(readMoment('2028-02-29 07:05')!)).toBe('2028-02-29 07:05')
  expect(readMoment('2026-11-22')).toBe(new Date(2026, 10, 22).getTime())
  expect(readMoment(' 2026-11-22T7:30 ')).toBe(new Date(2026, 10, 22, 7, 30).getTime())
})
