import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNoticeService, type NoticePorts } from '../../../../../main/core/notices/index.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { Clock } from '../../../../../main/ports/clock.ts'
import type { Notice, NoticeList } from '../../../../../shared/model/notice.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { DAY_MS, facts, HOUR_MS, NOW, schedule, token, tokenId } from './facts.ts'

const MINUTE_MS = 60_000
const CONTEXT = { signal: new AbortController().signal, report: () => {} }

/** A store that outlives the services over it, and a world to change between looks. */
function createDesk(
  world: Partial<Pick<ReturnType<typeof facts>, 'tokens' | 'credentials' | 'schedules' | 'vault' | 'noticeDays'>> = {},
) {
  const db = openMemoryDb()
  const fake = createFakeClock(NOW)
  const set = { offset: 0 }
  // A wall clock that somebody may set; the other one never jumps.
  const clock: Clock = { ...fake, now: () => fake.now() + set.offset }
  const state = { ...facts(), ...world }

  function open() {
    const ports: NoticePorts = {
      db,
      clock,
      log: silentLog,
      tokens: () => state.tokens,
      credentials: () => state.credentials,
      schedules: () => state.schedules,
      failingReports: () => [],
      vault: () => state.vault,
      settings: () => ({ noticeDays: state.noticeDays }),
    }
    const service = createNoticeService(ports)
    const raised: Notice[] = []
    const changes: NoticeList[] = []
    service.onRaised((notice) => raised.push(notice))
    service.onChanged((list) => changes.push(list))
    const { handlers } = service
    return {
      ...service,
      raised,
      changes,
      list: () => handlers.list({}, CONTEXT) as NoticeList,
      dismiss: (id: string) => handlers.dismiss({ id }, CONTEXT) as NoticeList,
      test: () => handlers.test({}, CONTEXT) as Notice,
    }
  }
  return { db, clock: fake, state, open, setClock: (offset: number) => void (set.offset = offset) }
}

const EXPIRING = token({ expiresAt: NOW + 20 * DAY_MS })

describe('raising', () => {
  test('happens once, also over restarts', () => {
    const desk = createDesk({ tokens: [EXPIRING] })
    const first = desk.open()
    const { stop } = first.start()
    first.refresh()
    expect(first.raised.map(({ kind }) => kind)).toEqual(['token-expiring'])
    stop()
    const second = desk.open()
    second.start()
    expect(second.raised).toEqual([])
    expect(second.list().notices).toHaveLength(1)
  })

  test('happens again at the next level of days', async () => {
    const desk = createDesk({ tokens: [EXPIRING] })
    const { start, raised } = desk.open()
    start()
    await desk.clock.advance(7 * DAY_MS)
    expect(raised.map(({ id }) => id.split(':').at(-1))).toEqual(['30', '14'])
  })

  test('does not happen in a program that only answers a command, and so is left for one that stays', () => {
    const desk = createDesk({ tokens: [EXPIRING] })
    const command = desk.open()
    command.refresh()
    expect(command.list().notices).toHaveLength(1)
    expect(command.raised).toEqual([])
    const program = desk.open()
    program.start()
    expect(program.raised).toHaveLength(1)
  })

  test('is left out for a hint about the program itself', () => {
    const vault = { state: 'unlocked', slots: [{ kind: 'passphrase', createdAt: 0, backend: null }] } as const
    const { start, raised, list } = createDesk({ tokens: [token()], vault }).open()
    start()
    expect(raised).toEqual([])
    expect(list().notices).toHaveLength(1)
  })

  test('is idempotent, whatever the restarts, the settings and the clock', async () => {
    const step = fc.oneof(
      fc.constant('restart' as const),
      fc.constant('refresh' as const),
      fc.integer({ min: -60, max: 60 }).map((days) => days * DAY_MS),
      fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const desk = createDesk({ tokens: [EXPIRING, token({ id: tokenId('t2'), state: 'rejected' })] })
        const told: string[] = []
        let service = desk.open()
        let running = service.start()
        for (const one of steps) {
          if (one === 'restart') {
            told.push(...service.raised.splice(0).map(({ id }) => id))
            running.stop()
            service = desk.open()
            running = service.start()
          } else if (typeof one === 'number') desk.setClock(one)
          else if (one !== 'refresh') desk.state.noticeDays = one
          service.refresh()
        }
        running.stop()
        told.push(...service.raised.map(({ id }) => id))
        expect(told.length).toBe(new Set(told).size)
      }),
      { numRuns: 50 },
    )
  })
})

describe('dismissing', () => {
  test('keeps a notice out of sight until the thing itself changes', async () => {
    const desk = createDesk({ tokens: [EXPIRING] })
    const first = desk.open()
    const { stop } = first.start()
    const [notice] = first.list().notices
    expect(first.dismiss(notice!.id).notices).toEqual([{ ...notice, isDismissed: true }])
    expect(first.changes.at(-1)?.notices[0]?.isDismissed).toBe(true)
    stop()
    const second = desk.open()
    second.start()
    await desk.clock.advance(HOUR_MS)
    expect(second.list().notices[0]?.isDismissed).toBe(true)
    await desk.clock.advance(7 * DAY_MS)
    expect(second.list().notices[0]?.isDismissed).toBe(false)
  })

  test('of something that is not there remembers nothing', () => {
    const desk = createDesk()
    desk.open().dismiss('made up by a page')
    expect(desk.db.prepare('SELECT count(*) FROM told_notices').pluck().get()).toBe(0)
  })
})

describe('the heartbeat', () => {
  test('looks at the start, at least every quarter of an hour, and stores when', async () => {
    const desk = createDesk()
    const { start, changes, list } = desk.open()
    expect(list().checkedAt).toBeNull()
    const { stop } = start()
    await desk.clock.advance(4 * HOUR_MS)
    const times = changes.map(({ checkedAt }) => checkedAt!)
    expect(times[0]).toBe(NOW)
    for (const [index, at] of times.slice(1).entries()) expect(at - times[index]!).toBeLessThanOrEqual(15 * MINUTE_MS)
    expect(times.length).toBeGreaterThanOrEqual(16)
    stop()
    expect(desk.open().list().checkedAt).toBe(times.at(-1))
    await desk.clock.advance(HOUR_MS)
    expect(changes).toHaveLength(times.length)
  })

  test.each([
    ['forward', 300 * DAY_MS],
    ['back', -300 * DAY_MS],
  ])('looks within a minute after a jump %s', async (_, by) => {
    const desk = createDesk({ tokens: [EXPIRING] })
    const { start, changes } = desk.open()
    start()
    await desk.clock.advance(2 * MINUTE_MS)
    desk.setClock(by)
    await desk.clock.advance(MINUTE_MS)
    expect(changes).toHaveLength(2)
    expect(changes.at(-1)?.checkedAt).toBe(NOW + 3 * MINUTE_MS + by)
  })

  test('goes on after a look that failed', async () => {
    const desk = createDesk()
    const { start, changes } = desk.open()
    Object.defineProperty(desk.state, 'tokens', {
      configurable: true,
      get() {
        throw new Error('the store is locked')
      },
    })
    start()
    Object.defineProperty(desk.state, 'tokens', { value: [] })
    await desk.clock.advance(15 * MINUTE_MS)
    expect(changes).toHaveLength(1)
  })
})

describe('a due run', () => {
  const due = () => ({ tokens: [token()], schedules: [schedule({ nextSyncAt: NOW - HOUR_MS })] })

  test('is overdue only after the program was there to start it', async () => {
    const desk = createDesk(due())
    const { start, list } = desk.open()
    start()
    expect(list().notices).toEqual([])
    await desk.clock.advance(15 * MINUTE_MS)
    expect(list().notices.map(({ kind }) => kind)).toEqual(['sync-overdue'])
  })

  test('is not late because the computer slept', async () => {
    const desk = createDesk({ ...due(), schedules: [schedule({ nextSyncAt: NOW + HOUR_MS })] })
    const { start, list } = desk.open()
    start()
    desk.setClock(8 * HOUR_MS)
    await desk.clock.advance(MINUTE_MS)
    expect(list().notices).toEqual([])
  })

  test('that runs is not overdue', async () => {
    const desk = createDesk({ ...due(), schedules: [schedule({ nextSyncAt: NOW - HOUR_MS, waitsFor: 'running' })] })
    const { start, list } = desk.open()
    start()
    await desk.clock.advance(HOUR_MS)
    expect(list().notices).toEqual([])
  })

  test('waits for a locked vault, and from the moment of unlocking it has time again', async () => {
    const desk = createDesk({ ...due(), vault: { state: 'locked', slots: facts().vault.slots } })
    const { start, list } = desk.open()
    start()
    await desk.clock.advance(15 * MINUTE_MS)
    expect(list().notices.map(({ kind }) => kind)).toEqual(['vault-locked'])
    desk.state.vault = facts().vault
    expect(list().notices).toEqual([])
  })
})

describe('a test notice', () => {
  test('goes the way of every notice: found, raised, listed, dismissed', () => {
    const { start, test: ask, raised, changes, list, dismiss } = createDesk().open()
    start()
    const notice = ask()
    expect(notice).toMatchObject({ kind: 'test', at: NOW, isDismissed: false })
    expect(raised).toEqual([notice])
    expect(changes.at(-1)?.notices).toEqual([notice])
    expect(dismiss(notice.id).notices[0]?.isDismissed).toBe(true)
    expect(list().notices).toHaveLength(1)
  })

  test('is raised at every press, also within one moment', () => {
    const { test: ask, raised } = createDesk().open()
    ask()
    ask()
    expect(new Set(raised.map(({ id }) => id)).size).toBe(2)
  })
})
