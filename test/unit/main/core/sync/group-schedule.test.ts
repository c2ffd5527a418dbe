import { expect, test } from 'vitest'
import { createSyncService, runSync } from '../../../../../main/core/sync/index.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { createFakeAdeClient, lastPage, toSyncClient } from '../../../../fakes/ade-client.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { addToken, device, minuteAt } from './stage.ts'

const T1 = 't1' as TokenId

/** One token at /Global/EMEA/Berlin whose runs always succeed. */
function createScene() {
  const db = openMemoryDb()
  db.exec(`INSERT INTO groups (no, id, parent_no, name, type, created_at)
           VALUES (2, 'g2', 1, 'EMEA', 'Container', 0), (3, 'g3', 2, 'Berlin', 'Container', 0)`)
  addToken(db, 1)
  db.exec('UPDATE tokens SET group_no = 3')
  const clock = createFakeClock()
  const credentials = { consumerKey: '', consumerSecret: '', accessToken: '', accessSecret: '' }
  const service = createSyncService({
    db,
    clock,
    random: createSeededRandom(1),
    log: silentLog,
    openAdeClient: () => createFakeAdeClient({}).client,
    network: { appleUrl: '', proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 },
    tokens: { credentials: () => ({ values: credentials, version: 1 }), recordAnswer: () => {} },
    isVaultUnlocked: () => true,
    startAssign: async () => ({ state: 'done', account: null }),
    startRelease: async () => ({}),
    startRun: ({ job }, context) => {
      const { client } = createFakeAdeClient({ pages: [lastPage('F', [device('A')]), lastPage('S')] })
      const identity = { name: 'here:1', isDead: () => false }
      return runSync(
        { db, openClient: () => toSyncClient(client, clock), clock, log: silentLog, identity },
        job,
        context,
      )
    },
  })
  const context = { signal: new AbortController().signal, report() {} }
  const set = (groupNo: number, minutes: number, child = 'any') =>
    db
      .prepare("INSERT OR REPLACE INTO group_pages VALUES (?, 'schedule', 'override', ?, ?)")
      .run(groupNo, child, String(minutes))
  return {
    clock,
    set,
    service,
    run: async () => service.handlers.run({ tokenId: T1, full: true }, context),
    setOwn: async (intervalMinutes: number) => service.handlers.setInterval({ tokenId: T1, intervalMinutes }, context),
    due: async () => (await service.runMany({ onlyDue: true }, context)).length,
    schedule: () => service.schedules()[0]!,
  }
}

test("the schedule that counts at the token's group decides when the next run is", async () => {
  const { set, run, schedule, due, clock } = createScene()
  expect(schedule()).toMatchObject({ intervalMinutes: 24 * 60, intervalFrom: 'default' })
  set(2, 60)
  expect(schedule()).toMatchObject({ intervalMinutes: 60, intervalFrom: { group: '/Global/EMEA' } })
  await run()
  expect(schedule().nextSyncAt).toBe(minuteAt(60))
  await clock.advance(59 * 60_000)
  expect(await due()).toBe(0)
  await clock.advance(60_000)
  expect(await due()).toBe(1)
})

test('inherit only above wins over what the group of the token has set', () => {
  const { set, schedule } = createScene()
  set(3, 15)
  expect(schedule().intervalFrom).toEqual({ group: '/Global/EMEA/Berlin' })
  set(1, 120, 'inherit-only')
  expect(schedule()).toMatchObject({ intervalMinutes: 120, intervalFrom: { group: '/Global' } })
})

test('an interval of the token itself comes before what its group says', async () => {
  const { set, setOwn, schedule, service } = createScene()
  set(2, 60)
  await setOwn(30)
  expect(schedule()).toMatchObject({ intervalMinutes: 30, intervalFrom: 'token' })
  service.replan([1])
  expect(schedule().intervalMinutes).toBe(30)
})

test('another schedule counts from the last success; a token that never ran stays due', async () => {
  const { set, run, schedule, service, clock } = createScene()
  set(2, 60)
  service.replan([1])
  expect(schedule().nextSyncAt).toBeNull()
  await run()
  await clock.advance(5 * 60_000)
  set(2, 20)
  service.replan([1])
  expect(schedule().nextSyncAt).toBe(minuteAt(20))
  set(2, 180)
  service.replan([])
  expect(schedule().nextSyncAt).toBe(minuteAt(20))
  service.replan([1])
  expect(schedule().nextSyncAt).toBe(minuteAt(180))
})
