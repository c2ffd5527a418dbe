import { expect, test } from 'vitest'
import type { DeviceSelection } from '../../../../../shared/contract/devices.ts'
import { createDeviceMover, createDeviceReader, createDeviceService } from '../../../../../main/core/devices/index.ts'
import { WRITTEN_COLUMNS } from '../../../../../main/db/device-rows.ts'
import { removeToken, retirePortion } from '../../../../../main/db/remove-token.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { openDeviceStore, type GivenDevice } from '../../../../fakes/device-store.ts'

const call = { signal: new AbortController().signal, report: () => {} }
const bySerial = { column: 'serial', direction: 'asc' } as const
const everything: DeviceSelection = { kind: 'matching', filter: {}, except: [] }
const named = (...serials: readonly string[]): DeviceSelection => ({ kind: 'serials', serials: serials.map(toSerial) })

function openService(devices: readonly GivenDevice[]) {
  const db = openDeviceStore(devices)
  const { handlers: list, ...rest } = createDeviceReader({
    db,
    clock: systemClock,
    openTarget: () => Promise.reject(new Error('unused')),
  })
  const { handlers } = createDeviceService({
    db,
    clock: { now: () => 7000 },
    reader: {
      ...list,
      countByGroup: async () => rest.countByGroup(),
      countByProfile: async () => rest.countByProfile(),
      selectIds: async (selection) => rest.selectIds(selection),
      planMove: async (wish) => rest.planMove(wish),
      onChanged: () => () => {},
    },
    moveDevices: createDeviceMover(db),
    refreshDevice: async () => {},
  })
  const groups = async () => {
    const { view } = await handlers.openView({ filter: {}, sort: bySerial }, call)
    const rows = await handlers.rows({ view, offset: 0, limit: 100 }, call)
    return Object.fromEntries(rows.map(({ serial, group }) => [serial, group]))
  }
  return { db, handlers, groups, countByGroup: rest.countByGroup }
}

/** On HQ, whose group is Berlin; on lab, whose group is EMEA-2; one that has left. */
const THREE: readonly GivenDevice[] = [
  { serial: 'A', tokenNo: 1, atApple: 'present' },
  { serial: 'B', tokenNo: 2, atApple: 'present' },
  { serial: 'C', tokenNo: 1, atApple: 'gone' },
]

test('a dry run counts what would change and changes nothing', async () => {
  const { handlers, groups } = openService(THREE)
  const before = await groups()
  const plan = await handlers.previewMove({ selection: named('A', 'B', 'C', 'NONE'), group: '/global/emea-2/' }, call)
  expect([plan, await groups()]).toEqual([{ total: 4, change: 1, same: 1, gone: 2 }, before])
})

test('moved devices belong to the new group and say so in their time line', async () => {
  const { handlers, groups, countByGroup } = openService(THREE)
  const outcome = await handlers.moveToGroup({ selection: everything, group: '/Global/EMEA' }, call)
  expect(outcome).toEqual({ total: 3, change: 2, same: 0, gone: 1 })
  expect(await groups()).toEqual({ A: '/Global/EMEA', B: '/Global/EMEA', C: '/Global/EMEA/Berlin' })
  expect(await countByGroup()).toEqual([
    { groupNo: 2, tokenNo: null, count: 2 },
    { groupNo: 3, tokenNo: 1, count: 1 },
  ])
  const { timeline } = await handlers.show({ serial: toSerial('A') }, call)
  expect(timeline).toMatchObject([
    { at: 7000, kind: 'moved-group', text: 'Moved to group /Global/EMEA from /Global/EMEA/Berlin.' },
  ])
})

test('a device moved to the group of its token follows the token again', async () => {
  const { db, handlers, groups } = openService(THREE)
  await handlers.moveToGroup({ selection: named('A', 'B'), group: '/Global' }, call)
  await handlers.moveToGroup({ selection: named('A'), group: '/Global/EMEA/Berlin' }, call)
  db.exec('UPDATE tokens SET group_no = 2')
  expect(await groups()).toMatchObject({ A: '/Global/EMEA', B: '/Global' })
})

test('a chosen group stays when the token is removed and another one has the device', async () => {
  const { db, handlers, groups } = openService(THREE)
  db.exec('INSERT INTO assignments VALUES (1, 1, 1, 0, NULL, 0), (1, 2, 1, 0, NULL, 0)')
  await handlers.moveToGroup({ selection: named('A'), group: '/Global' }, call)
  removeToken(db, 't1' as TokenId, 9000)
  retirePortion(db, 1, 0)
  expect(await groups()).toMatchObject({ A: '/Global' })
  expect((await handlers.show({ serial: toSerial('A') }, call)).device.token).toBe('lab')
})

test('what a sync writes about a device is not its group', () => {
  expect(WRITTEN_COLUMNS).not.toContain('group_no')
})

test('all matching devices without some are moved, the others stay', async () => {
  const { handlers, groups } = openService(
    ['A', 'B', 'D'].map((serial) => ({
      serial,
      tokenNo: 1,
      atApple: 'present',
      family: serial === 'D' ? 'Mac' : 'iPad',
    })),
  )
  const selection: DeviceSelection = { kind: 'matching', filter: { family: 'iPad' }, except: [toSerial('B')] }
  await handlers.moveToGroup({ selection, group: '/Global' }, call)
  expect(await groups()).toEqual({ A: '/Global', B: '/Global/EMEA/Berlin', D: '/Global/EMEA/Berlin' })
})

test('a move is done in portions: what was moved before it was cancelled stays moved', async () => {
  const { db, handlers } = openService(
    Array.from({ length: 1200 }, (_, n) => ({ serial: `S${n}`, tokenNo: 1, atApple: 'present' as const })),
  )
  const controller = new AbortController()
  const told: unknown[] = []
  const report = (progress: unknown) => {
    told.push(progress)
    controller.abort()
  }
  const moving = handlers.moveToGroup(
    { selection: everything, group: '/Global' },
    { signal: controller.signal, report },
  )
  await expect(moving).rejects.toSatisfy((reason) => reason === controller.signal.reason)
  expect(told).toEqual([{ done: 500, total: 1200 }])
  expect(db.prepare('SELECT count(*) FROM devices WHERE group_no = 1').pluck().get()).toBe(500)
  expect(db.prepare("SELECT count(*) FROM events WHERE kind = 'moved-group'").pluck().get()).toBe(500)
})

test('a group that does not exist is refused before anything moves', async () => {
  const { handlers } = openService(THREE)
  const wish = { selection: everything, group: '/Global/nowhere' }
  await expect(async () => handlers.previewMove(wish, call)).rejects.toMatchObject({ code: 'group.not-found' })
  await expect(handlers.moveToGroup(wish, call)).rejects.toMatchObject({ code: 'group.not-found' })
})
