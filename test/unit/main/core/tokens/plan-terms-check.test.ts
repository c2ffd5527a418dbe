import { expect, test } from 'vitest'
import {
  isTermsCheckDue,
  planTermsCheck,
  provesAcceptance,
  type TermsWait,
} from '../../../../../main/core/tokens/plan-terms-check.ts'
import { ACCOUNT } from '../../../../fakes/ade-client.ts'

const MINUTE_MS = 60_000

test('looks after 5 minutes, then after twice as long each time, up to 6 hours', () => {
  const delays: number[] = []
  let wait: TermsWait | null = null
  let now = 0
  for (let look = 0; look < 9; look++) {
    wait = planTermsCheck(wait, now)
    delays.push((wait.nextAt - now) / MINUTE_MS)
    now = wait.nextAt
  }
  expect(delays).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360])
})

test("somebody's own try before the next look moves nothing", () => {
  const wait = planTermsCheck(null, 0)
  expect(planTermsCheck(wait, 1000)).toBe(wait)
})

test('a clock that was set back does not put the look off for years', () => {
  const wait = planTermsCheck(null, 1e12)
  expect(isTermsCheckDue(wait.nextAt, 0)).toBe(true)
  expect(planTermsCheck(wait, 0).nextAt).toBe(10 * MINUTE_MS)
  expect(isTermsCheckDue(wait.nextAt, 1e12)).toBe(false)
})

test('only an account that names its server or organization proves anything', () => {
  const nothing = { ...ACCOUNT, serverName: null, serverUuid: null }
  expect(provesAcceptance(ACCOUNT)).toBe(true)
  expect(provesAcceptance({ ...nothing, orgName: 'Example' })).toBe(true)
  expect(provesAcceptance(nothing)).toBe(false)
  expect(provesAcceptance(undefined)).toBe(false)
})
