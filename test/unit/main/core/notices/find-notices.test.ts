import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoticeFacts } from '../../../../../main/core/notices/facts.ts'
import { findNotices } from '../../../../../main/core/notices/find-notices.ts'
import { CREDENTIAL_KINDS, CREDENTIAL_STATES } from '../../../../../shared/model/credential.ts'
import { NOTICE_KINDS } from '../../../../../shared/model/notice.ts'
import { TOKEN_STATES } from '../../../../../shared/model/token.ts'
import {
  credential,
  credentialId,
  DAY_MS,
  facts,
  HOUR_MS,
  NOW,
  schedule,
  streak,
  token,
  tokenId,
  waiting,
} from './facts.ts'

const MINUTE_MS = 60_000

/** Kind, level and the part of the id that makes it another notice. */
function told(world: Partial<NoticeFacts>): readonly string[] {
  return findNotices(facts(world)).map(({ id, level }) => `${level} ${id}`)
}

describe('an expiry', () => {
  const expiring = (leftMs: number, noticeDays = [60, 30, 14, 7, 1]) =>
    told({ tokens: [token({ expiresAt: NOW + leftMs })], noticeDays })
  const id = (leftMs: number, days: number) => `token-expiring:t1:${NOW + leftMs}:${days}`

  test.each([
    [60 * DAY_MS + 1, []],
    [60 * DAY_MS, [`hint ${id(60 * DAY_MS, 60)}`]],
    [31 * DAY_MS, [`hint ${id(31 * DAY_MS, 60)}`]],
    [30 * DAY_MS, [`soon ${id(30 * DAY_MS, 30)}`]],
    [14 * DAY_MS, [`soon ${id(14 * DAY_MS, 14)}`]],
    [7 * DAY_MS + 1, [`soon ${id(7 * DAY_MS + 1, 14)}`]],
    [7 * DAY_MS, [`urgent ${id(7 * DAY_MS, 7)}`]],
    [DAY_MS + 1, [`urgent ${id(DAY_MS + 1, 7)}`]],
    [1, [`urgent ${id(1, 1)}`]],
  ])('%i ms before its date', (leftMs, expected) => {
    expect(expiring(leftMs)).toEqual(expected)
  })

  test('is told at the days somebody chose, whatever their order', () => {
    expect(expiring(20 * DAY_MS, [21])).toEqual([`soon ${id(20 * DAY_MS, 21)}`])
    expect(expiring(20 * DAY_MS, [10])).toEqual([])
    expect(expiring(5 * DAY_MS, [1, 90, 10])).toEqual([`urgent ${id(5 * DAY_MS, 10)}`])
  })

  test('says since when and until when', () => {
    const expiresAt = NOW + 12 * DAY_MS
    expect(findNotices(facts({ tokens: [token({ expiresAt })] }))).toEqual([
      expect.objectContaining({ at: expiresAt - 14 * DAY_MS, dueAt: expiresAt, subject: 'Europe', tokenId: 't1' }),
    ])
  })

  test('that has passed is another notice, and only one', () => {
    const expired = token({ state: 'expired', expiresAt: NOW - DAY_MS, stateSince: NOW - DAY_MS })
    expect(told({ tokens: [expired] })).toEqual([`urgent token-expired:t1:${NOW - DAY_MS}`])
  })

  test('of a renewed token is another expiry', () => {
    expect(expiring(10 * DAY_MS)).not.toEqual(expiring(11 * DAY_MS))
  })
})

describe('a state that only a person can end', () => {
  test.each([
    ['rejected', 'token-rejected'],
    ['terms-not-accepted', 'terms-not-accepted'],
    ['access-denied', 'access-denied'],
  ] as const)('%s is urgent, once, and hides what follows from it', (state, kind) => {
    const stateSince = NOW - 5 * DAY_MS
    const world = { failures: [streak()], waitingMs: waiting(DAY_MS), schedules: [schedule({ nextSyncAt: NOW - 1 })] }
    expect(told({ ...world, tokens: [token({ state, stateSince })] })).toEqual([`urgent ${kind}:t1:${stateSince}`])
  })

  test('does not hide an expiry, unless a new token is needed anyway', () => {
    const expiresAt = NOW + 5 * DAY_MS
    const kinds = (state: 'rejected' | 'terms-not-accepted') =>
      findNotices(facts({ tokens: [token({ state, expiresAt })] })).map(({ kind }) => kind)
    expect(kinds('terms-not-accepted')).toEqual(['terms-not-accepted', 'token-expiring'])
    expect(kinds('rejected')).toEqual(['token-rejected'])
  })

  test('comes again as another notice', () => {
    const at = (stateSince: number) => told({ tokens: [token({ state: 'terms-not-accepted', stateSince })] })
    expect(at(NOW - DAY_MS)).not.toEqual(at(NOW))
  })
})

describe('runs that fail', () => {
  const failing = (change: Parameters<typeof streak>[0], state: 'ok' | 'unreachable' = 'ok') =>
    told({ tokens: [token({ state, stateSince: NOW - 30 * MINUTE_MS })], failures: [streak(change)] })

  test('are worth a word from the second in a row', () => {
    expect(failing({ count: 1 })).toEqual([])
    expect(failing({ count: 2 })).toEqual(['soon sync-failed:t1:17:net.tls:soon'])
  })

  test('are told again with another code, another streak, and when they last for days', () => {
    expect(failing({ code: 'ade.protocol' })).toEqual(['soon sync-failed:t1:17:ade.protocol:soon'])
    expect(failing({ firstRunNo: 30 })).toEqual(['soon sync-failed:t1:30:net.tls:soon'])
    expect(failing({ since: NOW - 3 * DAY_MS })).toEqual(['urgent sync-failed:t1:17:net.tls:urgent'])
  })

  test('say how often, since when, with what, and when the next try is', () => {
    const world = { tokens: [token()], failures: [streak()], schedules: [schedule()] }
    expect(findNotices(facts(world))).toEqual([
      expect.objectContaining({ count: 3, at: NOW - 2 * HOUR_MS, code: 'net.tls', dueAt: NOW + HOUR_MS }),
    ])
  })

  test('and an Apple that is not reached are one notice', () => {
    expect(failing({ count: 2 }, 'unreachable')).toEqual([`soon unreachable:t1:${NOW - 30 * MINUTE_MS}:soon`])
    expect(failing({ count: 1 }, 'unreachable')).toEqual([])
  })

  test.each([
    [59 * MINUTE_MS, []],
    [HOUR_MS, [`soon unreachable:t1:${NOW - HOUR_MS}:soon`]],
    [3 * DAY_MS, [`urgent unreachable:t1:${NOW - 3 * DAY_MS}:urgent`]],
  ])('Apple not reached for %i ms', (ms, expected) => {
    expect(told({ tokens: [token({ state: 'unreachable', stateSince: NOW - ms })] })).toEqual(expected)
  })
})

describe('runs that do not happen', () => {
  const dueAt = NOW - 2 * HOUR_MS
  const late = (change: Partial<NoticeFacts> = {}) =>
    told({
      tokens: [token()],
      schedules: [schedule({ nextSyncAt: dueAt })],
      waitingMs: waiting(10 * MINUTE_MS),
      ...change,
    })
  const locked = { state: 'locked', slots: facts().vault.slots } as const

  test('are overdue once the schedule had time enough to start them', () => {
    expect(late()).toEqual([`soon sync-overdue:t1:${dueAt}`])
    expect(late({ waitingMs: waiting(10 * MINUTE_MS - 1) })).toEqual([])
    expect(late({ waitingMs: new Map() })).toEqual([])
  })

  test('because the vault is locked are one notice for all of them', () => {
    const ids = [tokenId('t1'), tokenId('t2')]
    const world = {
      vault: locked,
      tokens: ids.map((id) => token({ id })),
      schedules: [schedule({ nextSyncAt: dueAt }), schedule({ tokenId: ids[1]!, nextSyncAt: NOW - HOUR_MS })],
      waitingMs: waiting(DAY_MS, ids),
    }
    expect(findNotices(facts(world))).toEqual([
      expect.objectContaining({ id: `vault-locked:${dueAt}`, level: 'soon', at: dueAt, count: 2 }),
    ])
  })

  test('because the vault is locked are nothing where runs are pointless', () => {
    expect(late({ vault: locked, tokens: [] })).toEqual([])
    const rejected = token({ state: 'rejected' })
    expect(late({ vault: locked, tokens: [rejected] })).toEqual([`urgent token-rejected:t1:${rejected.stateSince}`])
  })
})

test('a vault with tokens and without a recovery code is a hint', () => {
  const slots = [{ kind: 'passphrase', createdAt: NOW - DAY_MS, backend: null }] as const
  const kinds = (change: Partial<NoticeFacts>) => findNotices(facts(change)).map(({ kind, at }) => [kind, at])
  expect(kinds({ tokens: [token()], vault: { state: 'unlocked', slots } })).toEqual([
    ['no-recovery-code', NOW - DAY_MS],
  ])
  expect(kinds({ vault: { state: 'unlocked', slots } })).toEqual([])
  expect(kinds({ tokens: [token()], vault: { state: 'missing', slots: [] } })).toEqual([])
})

test('a test notice lasts an hour, whichever way the clock goes', () => {
  expect(told({ testedAt: NOW - 59 * MINUTE_MS })).toEqual([`hint test:${NOW - 59 * MINUTE_MS}`])
  expect(told({ testedAt: NOW - HOUR_MS })).toEqual([])
  expect(told({ testedAt: NOW + 2 * HOUR_MS })).toEqual([])
})

test('what stops work comes first, then what comes soonest', () => {
  const world = {
    tokens: [
      token({ id: tokenId('a'), name: 'A', expiresAt: NOW + 6 * DAY_MS }),
      token({ id: tokenId('b'), name: 'B', expiresAt: NOW + 2 * DAY_MS }),
      token({ id: tokenId('c'), name: 'C', state: 'terms-not-accepted' }),
      token({ id: tokenId('d'), name: 'D', state: 'expired' }),
      token({ id: tokenId('e'), name: 'E', expiresAt: NOW + 40 * DAY_MS }),
      token({ id: tokenId('f'), name: 'F', expiresAt: NOW + 20 * DAY_MS }),
    ],
  }
  expect(findNotices(facts(world)).map(({ subject }) => subject)).toEqual(['D', 'C', 'B', 'A', 'F', 'E'])
})

describe('whatever the facts', () => {
  const times = fc.integer({ min: -400, max: 400 }).map((hours) => NOW + hours * HOUR_MS)
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,36}$/), { maxLength: 8 })
  const world = ids.chain((names) =>
    fc.record({
      now: times,
      tokens: fc.tuple(
        ...names.map((name) =>
          fc
            .record({ state: fc.constantFrom(...TOKEN_STATES), stateSince: times, expiresAt: times })
            .map((rest) => token({ id: tokenId(name), name, ...rest })),
        ),
      ),
      credentials: fc.tuple(
        ...names.map((name) =>
          fc
            .record({
              kind: fc.constantFrom(...CREDENTIAL_KINDS),
              state: fc.constantFrom(...CREDENTIAL_STATES),
              expiresAt: times,
              level: fc.constantFrom(null, 60, 7),
            })
            .map((rest) => credential({ id: credentialId(name), name, ...rest })),
        ),
      ),
      schedules: fc.tuple(
        ...names.map((name) => fc.option(times).map((nextSyncAt) => schedule({ tokenId: tokenId(name), nextSyncAt }))),
      ),
      failingReports: fc.constant([]),
      failures: fc.subarray(names).map((some) => some.map((name) => streak({ tokenId: tokenId(name) }))),
      waitingMs: fc.subarray(names).map((some) => waiting(HOUR_MS, some.map(tokenId))),
      vault: fc.constantFrom<NoticeFacts['vault']>(
        { state: 'missing', slots: [] },
        { state: 'locked', slots: [{ kind: 'os', createdAt: 0, backend: null }] },
        { state: 'unlocked', slots: [{ kind: 'passphrase', createdAt: 0, backend: null }] },
      ),
      noticeDays: fc.array(fc.integer({ min: 1, max: 365 }), { minLength: 1, maxLength: 10 }),
      testedAt: fc.option(times),
    }),
  )

  test('no two notices share an id and every id fits the contract', () => {
    fc.assert(
      fc.property(world, (some) => {
        const found = findNotices(some)
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
        for (const { id, kind } of found) {
          expect(id.length).toBeLessThanOrEqual(200)
          expect(NOTICE_KINDS).toContain(kind)
        }
      }),
    )
  })

  test('the same facts in another order give the same notices', () => {
    fc.assert(
      fc.property(world, (some) => {
        const turned = { ...some, tokens: some.tokens.toReversed(), schedules: some.schedules.toReversed() }
        expect(findNotices(turned)).toEqual(findNotices(some))
      }),
    )
  })

  test('an id stays while time passes, until a next level is reached', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 48 }), (some, hours) => {
        const later = { ...some, now: some.now + hours * HOUR_MS }
        const before = new Map(
          findNotices(some).map(({ id, kind, tokenId: on, credentialId: of }) => [`${kind} ${on} ${of}`, id]),
        )
        for (const { id, kind, tokenId: on, credentialId: of, at } of findNotices(later)) {
          const old = before.get(`${kind} ${on} ${of}`)
          if (old !== undefined && old !== id) expect(at > some.now || id.endsWith(':urgent')).toBe(true)
        }
      }),
    )
  })
})
