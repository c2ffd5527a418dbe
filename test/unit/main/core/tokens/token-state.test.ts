import { describe, expect, test } from 'vitest'
import { daysLeft } from '../../../../../shared/model/days-left.ts'
import { moveTo, stateAfter, stateAt } from '../../../../../main/core/tokens/token-state.ts'
import { ERROR_CODES } from '../../../../../shared/errors.ts'
import { TOKEN_STATES, type TokenState } from '../../../../../shared/model/token.ts'
import { DAY_MS } from './setup.ts'

const EXPIRES = Date.UTC(2027, 2, 14, 12)
const SINCE = EXPIRES - 300 * DAY_MS

describe('the state by the clock', () => {
  test.each([
    ['ok', -31 * DAY_MS, { state: 'ok', since: SINCE }],
    ['ok', -30 * DAY_MS - 1, { state: 'ok', since: SINCE }],
    ['ok', -30 * DAY_MS, { state: 'expiring', since: EXPIRES - 30 * DAY_MS }],
    ['ok', -1, { state: 'expiring', since: EXPIRES - 30 * DAY_MS }],
    ['ok', 0, { state: 'expired', since: EXPIRES }],
    ['ok', 400 * DAY_MS, { state: 'expired', since: EXPIRES }],
    ['rejected', -DAY_MS, { state: 'rejected', since: SINCE }],
    ['terms-not-accepted', -DAY_MS, { state: 'terms-not-accepted', since: SINCE }],
    ['unverified', -DAY_MS, { state: 'unverified', since: SINCE }],
    ['unverified', DAY_MS, { state: 'expired', since: EXPIRES }],
    ['rejected', DAY_MS, { state: 'expired', since: EXPIRES }],
    ['expired', -DAY_MS, { state: 'expired', since: SINCE }],
    ['expired', DAY_MS, { state: 'expired', since: SINCE }],
  ] as const)('%s, %i ms from its date', (state, offset, expected) => {
    expect(stateAt({ state, since: SINCE, expiresAt: EXPIRES }, EXPIRES + offset)).toEqual(expected)
  })

  test('a token that became good within its last days is expiring since then', () => {
    const since = EXPIRES - 10 * DAY_MS
    expect(stateAt({ state: 'ok', since, expiresAt: EXPIRES }, since + 1)).toEqual({ state: 'expiring', since })
  })
})

describe('days left', () => {
  test.each([
    [30 * DAY_MS, 30],
    [30 * DAY_MS - 1, 29],
    [DAY_MS, 1],
    [DAY_MS - 1, 0],
    [0, 0],
    [-1, -1],
    [-DAY_MS, -1],
    [-DAY_MS - 1, -2],
  ])('%i ms before its date', (ms, days) => {
    expect(daysLeft(EXPIRES, EXPIRES - ms)).toBe(days)
  })

  test('are the same whichever side of a change to summer time they are counted from', () => {
    // Berlin loses an hour on 28 March 2027: six calendar days apart at local noon, an hour short of six days.
    const before = Date.parse('2027-03-25T12:00:00+01:00')
    const after = Date.parse('2027-03-31T12:00:00+02:00')
    expect(daysLeft(after, before)).toBe(5)
    expect(daysLeft(after + 3_600_000, before)).toBe(6)
  })
})

describe('the state after an answer', () => {
  const table: Readonly<Record<string, TokenState>> = {
    'auth.expired': 'expired',
    'auth.rejected': 'rejected',
    'auth.session': 'rejected',
    'terms.not-accepted': 'terms-not-accepted',
    'access.denied': 'access-denied',
  }
  const onTheWay = new Set<string>([
    'net.unreachable',
    'net.timeout',
    'net.tls',
    'net.proxy',
    'net.redirected',
    'ade.not-apple',
    'ade.busy',
  ])

  test.each(TOKEN_STATES)('success makes %s ok', (stored) => {
    expect(stateAfter('success', stored)).toBe('ok')
  })

  test.each(Object.entries(table))('%s always means %s', (code, state) => {
    for (const stored of TOKEN_STATES)
      expect(stateAfter(code as keyof typeof table & 'auth.expired', stored)).toBe(state)
  })

  test.each(ERROR_CODES.filter((code) => !(code in table)))('%s never clears what Apple said of the token', (code) => {
    const outcomes = TOKEN_STATES.map((stored) => [stored, stateAfter(code, stored)])
    const replaced = onTheWay.has(code) ? ['ok', 'unverified'] : []
    expect(outcomes).toEqual(TOKEN_STATES.map((stored) => [stored, replaced.includes(stored) ? 'unreachable' : stored]))
  })
})

describe('since when', () => {
  const before = { state: 'ok', since: SINCE, expiresAt: EXPIRES } as const

  test('moves when people see another state', () => {
    const now = SINCE + DAY_MS
    expect(moveTo('rejected', before, { now, expiresAt: EXPIRES })).toEqual({ state: 'rejected', since: now })
  })

  test('stays when they see the same one', () => {
    expect(moveTo('ok', before, { now: SINCE + DAY_MS, expiresAt: EXPIRES })).toEqual({ state: 'ok', since: SINCE })
  })

  test('moves when a renewal ends an expiry, although both are stored as ok', () => {
    const now = EXPIRES + DAY_MS
    expect(moveTo('ok', before, { now, expiresAt: now + 365 * DAY_MS })).toEqual({ state: 'ok', since: now })
  })
})
