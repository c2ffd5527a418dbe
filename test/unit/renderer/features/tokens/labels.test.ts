import { expect, it } from 'vitest'
import { TOKEN_STATE_LABELS } from '../../../../../renderer/features/tokens/labels.ts'
import { daysLeftText, needsRenewal } from '../../../../../renderer/features/tokens/selectors.ts'
import { TOKEN_STATES } from '../../../../../shared/model/token.ts'
import { DAY_MS, NOW } from '../../samples.ts'

it('names every state of a token by a word and a shape of its own', () => {
  expect(Object.keys(TOKEN_STATE_LABELS).toSorted()).toEqual([...TOKEN_STATES].toSorted())
  const labels = Object.values(TOKEN_STATE_LABELS)
  expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length)
  expect(new Set(labels.map(({ icon }) => icon)).size).toBe(labels.length)
})

it('says what to do about every state but the good one', () => {
  expect(TOKEN_STATES.filter((state) => TOKEN_STATE_LABELS[state].advice === null)).toEqual(['ok'])
})

it('offers renewal first where only a new file helps', () => {
  expect(TOKEN_STATES.filter(needsRenewal)).toEqual(['expiring', 'expired', 'rejected'])
})

it('counts the days in words', () => {
  const text = (daysLeft: number, expiresAt: number) => daysLeftText({ daysLeft, expiresAt }, NOW)
  expect(text(212, NOW + 212 * DAY_MS)).toBe('212 days left')
  expect(text(1, NOW + DAY_MS)).toBe('1 day left')
  expect(text(0, NOW + 1000)).toBe('Expires today')
  expect(text(0, NOW - 1000)).toBe('Expired today')
  expect(text(-3, NOW - 3 * DAY_MS)).toBe('Expired 3 days ago')
})
