import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLeft } from '../../../../../shared/model/days-left.ts'
import type { StokenAnswer } from '../../../../../main/clients/vpp/client-type.ts'
import { isElsewhere, moveTo, stateAfter, stateAt } from '../../../../../main/core/credentials/credential-state.ts'
import { levelAt } from '../../../../../main/core/credentials/levels.ts'
import {
  CREDENTIAL_STATES,
  type CredentialState,
  type ManagementService,
} from '../../../../../shared/model/credential.ts'
import { config, DAY_MS, refused, SILENT } from './setup.ts'

const NOW = Date.UTC(2026, 5, 1, 12)
const LEVELS = [60, 30, 14, 7, 1]
const OURS: ManagementService = { id: 'ws1', name: 'Workspace ONE' }
const THEIRS: ManagementService = { id: 'intune', name: 'Intune' }

describe('the level', () => {
  test.each([
    [60 * DAY_MS + 1, null, 60],
    [60 * DAY_MS, 60, 60],
    [30 * DAY_MS + 1, 60, 30],
    [30 * DAY_MS, 30, 30],
    [14 * DAY_MS, 14, 14],
    [7 * DAY_MS + 1, 14, 7],
    [7 * DAY_MS, 7, 7],
    [DAY_MS + 1, 7, 1],
    [DAY_MS, 1, 1],
    [DAY_MS - 1, 1, 0],
    [1, 1, 0],
    [0, 0, 0],
    [-1, 0, -1],
    [-DAY_MS, 0, -1],
    [-DAY_MS - 1, 0, -2],
  ])('%i ms before the date is %s, with %i whole days left', (leftMs, level, days) => {
    expect([levelAt(NOW + leftMs, NOW, LEVELS), daysLeft(NOW + leftMs, NOW)]).toEqual([level, days])
  })

  test('follows what somebody chose, in any order', () => {
    expect(levelAt(NOW + 20 * DAY_MS, NOW, [21])).toBe(21)
    expect(levelAt(NOW + 20 * DAY_MS, NOW, [10])).toBeNull()
    expect(levelAt(NOW + 5 * DAY_MS, NOW, [1, 90, 10])).toBe(10)
  })

  test('never rises while time passes, and does not depend on the clock change in March', () => {
    const order = (level: number | null) => level ?? Infinity
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 2160 }), fc.integer({ min: 0, max: 400 }), (hours, later) => {
        const expiresAt = NOW + hours * 3_600_000
        const before = order(levelAt(expiresAt, NOW, LEVELS))
        expect(order(levelAt(expiresAt, NOW + later * 3_600_000, LEVELS))).toBeLessThanOrEqual(before)
      }),
    )
    const beforeSummerTime = Date.UTC(2026, 2, 28, 22)
    expect(daysLeft(beforeSummerTime + 7 * DAY_MS, beforeSummerTime)).toBe(7)
  })
})

describe('the state by the clock', () => {
  const at = (state: CredentialState, leftMs: number, since = NOW - 5 * DAY_MS) =>
    stateAt({ state, since, expiresAt: NOW + leftMs }, NOW)

  test.each(CREDENTIAL_STATES)('%s is expired once its date is past', (state) => {
    expect(at(state, 0).state).toBe('expired')
    expect(at(state, -DAY_MS)).toEqual({
      state: 'expired',
      since: state === 'expired' ? NOW - 5 * DAY_MS : NOW - DAY_MS,
    })
  })

  test.each<[CredentialState, number, CredentialState]>([
    ['ok', 31 * DAY_MS, 'ok'],
    ['ok', 30 * DAY_MS, 'expiring'],
    ['ok', 1, 'expiring'],
    ['unverified', DAY_MS, 'unverified'],
    ['rejected', DAY_MS, 'rejected'],
    ['used-elsewhere', DAY_MS, 'used-elsewhere'],
    ['unreachable', DAY_MS, 'unreachable'],
    ['expired', 100 * DAY_MS, 'expired'],
  ])('%s with %i ms left is %3$s', (state, leftMs, expected) => {
    expect(at(state, leftMs).state).toBe(expected)
  })

  test('since when: not before it was known, and not before the day it began', () => {
    expect(at('ok', 20 * DAY_MS).since).toBe(NOW - 5 * DAY_MS)
    expect(at('ok', 29 * DAY_MS).since).toBe(NOW - DAY_MS)
  })
})

/** Every answer against every stored state: what is stored then. */
describe('the state after an answer', () => {
  const answers: readonly (readonly [
    string,
    StokenAnswer,
    ManagementService | null,
    (before: CredentialState) => CredentialState,
  ])[] = [
    ['a config nobody claimed', config(), null, () => 'ok'],
    ['a config of the confirmed console', config({ usedBy: OURS }), OURS, () => 'ok'],
    [
      'a config of the confirmed console under another name',
      config({ usedBy: { id: 'ws1', name: 'UEM' } }),
      OURS,
      () => 'ok',
    ],
    ['a config of a service nobody confirmed', config({ usedBy: OURS }), null, () => 'used-elsewhere'],
    ['a config of another service', config({ usedBy: THEIRS }), OURS, () => 'used-elsewhere'],
    ['"expired"', refused('expired', 9621), null, () => 'expired'],
    ['"revoked"', refused('revoked', 9625), null, () => 'rejected'],
    ['"invalid"', refused('invalid', 9622), OURS, () => 'rejected'],
    ['silence', SILENT, null, (before) => (before === 'ok' || before === 'unverified' ? 'unreachable' : before)],
  ]
  describe.each(answers)('%s', (_what, answer, confirmed, expected) => {
    test.each(CREDENTIAL_STATES)('replaces %s as it should', (before) => {
      expect(stateAfter(answer, before, confirmed)).toBe(expected(before))
    })
  })

  test('since when moves only if people see another state', () => {
    const expiresAt = NOW + 100 * DAY_MS
    const before = { state: 'rejected', since: NOW - DAY_MS, expiresAt } as const
    expect(moveTo('rejected', before, { now: NOW, expiresAt }).since).toBe(NOW - DAY_MS)
    expect(moveTo('ok', before, { now: NOW, expiresAt })).toEqual({ state: 'ok', since: NOW })
    // Stored as "ok", seen as "expiring" before and after.
    const soon = { state: 'ok', since: NOW - DAY_MS, expiresAt: NOW + DAY_MS } as const
    expect(moveTo('ok', soon, { now: NOW, expiresAt: NOW + DAY_MS }).since).toBe(NOW - DAY_MS)
  })
})

test('services are compared by id, and by name only where one side has none', () => {
  expect(isElsewhere(null, OURS)).toBe(false)
  expect(isElsewhere({ id: null, name: 'Workspace ONE' }, OURS)).toBe(false)
  expect(isElsewhere({ id: null, name: 'Other' }, OURS)).toBe(true)
  expect(isElsewhere(THEIRS, { id: 'ws1', name: 'Intune' })).toBe(true)
})
