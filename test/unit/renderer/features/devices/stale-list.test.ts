import { expect, it } from 'vitest'
import {
  MIN_REFRESH_GAP_MS,
  refreshDelayMs,
  SCROLL_REST_MS,
} from '../../../../../renderer/features/devices/stale-list.ts'

it('refreshes at once when nothing was done lately', () => {
  expect(refreshDelayMs({ now: 100_000, lastRefreshAt: -Infinity, lastScrollAt: -Infinity })).toBe(0)
})

it('waits until the scrolling hand rests', () => {
  expect(refreshDelayMs({ now: 100_000, lastRefreshAt: -Infinity, lastScrollAt: 99_900 })).toBe(SCROLL_REST_MS - 100)
})

it('leaves a pause between two refreshes during a long sync', () => {
  expect(refreshDelayMs({ now: 100_000, lastRefreshAt: 99_000, lastScrollAt: 99_900 })).toBe(MIN_REFRESH_GAP_MS - 1000)
})
