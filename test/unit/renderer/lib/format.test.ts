import { afterEach, expect, it } from 'vitest'
import {
  chooseLocale,
  formatCount,
  formatAgo,
  formatDistance,
  formatDuration,
  formatInterval,
  formatMoment,
} from '../../../../renderer/lib/format.ts'
import { language } from '../../../../renderer/lib/text.ts'
import { DAY_MS, NOW } from '../samples.ts'

afterEach(() => language.setState({ language: 'en' }))

it('writes dates in the English of the person, and never in a language that dates refuse', () => {
  expect(chooseLocale(['de-DE', 'en-US'])).toBe('en-US')
  expect(chooseLocale(['de-DE'])).toBe('en-GB')
  expect(chooseLocale(['en-US@posix'])).toBe('en-GB')
  expect(chooseLocale([])).toBe('en-GB')
  expect(chooseLocale(['en-US', 'de-AT'], 'de')).toBe('de-AT')
  expect(chooseLocale(['en-US'], 'de')).toBe('de-DE')
})

it('groups numbers', () => {
  expect(formatCount(1_000_000)).toBe('1,000,000')
})

it('tells distances in whole units, both ways', () => {
  expect(formatDistance(NOW + 30_000, NOW)).toBe('in less than a minute')
  expect(formatDistance(NOW - 30_000, NOW)).toBe('just now')
  expect(formatDistance(NOW + 90_000, NOW)).toBe('in 1 minute')
  expect(formatDistance(NOW - 5 * 3_600_000, NOW)).toBe('5 hours ago')
  expect(formatDistance(NOW - 3 * DAY_MS, NOW)).toBe('3 days ago')
})

it('tells durations by their size', () => {
  expect([340, 12_000, 185_000, 3_840_000].map(formatDuration)).toEqual(['340 ms', '12 s', '3 min 05 s', '1 h 04 min'])
})

it('tells intervals as people say them', () => {
  expect([10, 60, 180, 1440, 2880, 10_080].map(formatInterval)).toEqual([
    'every 10 minutes',
    'every hour',
    'every 3 hours',
    'every 24 hours',
    'every 2 days',
    'every 7 days',
  ])
})

it('names the zone of a moment', () => {
  const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(NOW).at(-1)?.value ?? 'missing'
  expect(formatMoment(NOW)).toContain('2026')
  expect(formatMoment(NOW).endsWith(zone)).toBe(true)
})

it('what has happened is never told as to come, although the page’s clock is behind', () => {
  expect(formatAgo(NOW + 30_000, NOW)).toBe('just now')
  expect(formatAgo(NOW - 3 * 60_000, NOW)).toBe('3 minutes ago')
})

it('speaks the language of the page: numbers, days, distances and intervals', () => {
  language.setState({ language: 'de' })
  expect(formatCount(1_000_000)).toBe('1.000.000')
  expect(formatMoment(NOW)).toMatch(/^\d+\. \S+ 2026, \d\d:\d\d /)
  expect(formatDistance(NOW + 3 * DAY_MS, NOW)).toBe('in 3 Tagen')
  expect(formatAgo(NOW - 60_000, NOW)).toBe('vor 1 Minute')
  expect([60, 180, 10_080].map(formatInterval)).toEqual(['jede Stunde', 'alle 3 Stunden', 'alle 7 Tage'])
})
