import { expect, it } from 'vitest'
import { tokenStateLabel } from '../../../../../renderer/features/tokens/labels.ts'
import {
  daysLeftText,
  isAddress,
  limitText,
  needsRenewal,
  portalsOf,
  stagedUnder,
  toContact,
} from '../../../../../renderer/features/tokens/selectors.ts'
import { TOKEN_STATES } from '../../../../../shared/model/token.ts'
import { ACCOUNT } from '../../../../fakes/ade-client.ts'
import { DAY_MS, keyPair, NOW } from '../../samples.ts'

it('names every state of a token by a word and a shape of its own', () => {
  const labels = TOKEN_STATES.map(tokenStateLabel)
  expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length)
  expect(new Set(labels.map(({ icon }) => icon)).size).toBe(labels.length)
})

it('says what to do about every state but the good one', () => {
  expect(TOKEN_STATES.filter((state) => tokenStateLabel(state).advice === null)).toEqual(['ok'])
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

it('leads to the portal of the organization, and to both while its kind is not known', () => {
  expect(portalsOf({ ...ACCOUNT, orgType: 'edu' })).toEqual(['school'])
  expect(portalsOf({ ...ACCOUNT, orgType: 'org' })).toEqual(['business'])
  expect(portalsOf(null)).toEqual(['business', 'school'])
})

it('reads a limit as people do, and keeps a path it does not know', () => {
  const limit = { uri: '/server/devices', methods: ['POST'], default: 100, maximum: 1000 }
  expect(limitText(limit)).toBe('List of all devices: at most 1,000 per request, usually 100')
  expect(limitText({ ...limit, uri: '/new', default: null })).toBe('/new: at most 1,000 per request')
  expect(limitText({ ...limit, maximum: null })).toBeNull()
})

it('finds a pair that waits under a name, whatever its letters', () => {
  expect(stagedUnder('EUROPE', [keyPair()])?.id).toBe('k1')
  expect(stagedUnder('', [keyPair()])).toBeNull()
})

it('makes a contact of what was typed', () => {
  expect(toContact(' Ada ', '')).toEqual({ name: 'Ada', email: null })
  expect(toContact(' ', ' ')).toBeNull()
  expect([' ', 'a@b', ' a@b.example '].every(isAddress)).toBe(true)
  expect(['a', 'a@', 'a b@c'].some(isAddress)).toBe(false)
})
