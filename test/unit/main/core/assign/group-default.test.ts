import { afterEach, beforeEach, expect, it } from 'vitest'
import { findAssignmentFacts } from '../../../../../main/db/assignment-facts.ts'
import { readPlaces } from '../../../../../main/db/device-places.ts'
import { findDevice } from '../../../../../main/db/devices.ts'
import { hideProfile, setDefaultProfile } from '../../../../../main/db/profiles.ts'
import { createDeviceIndex } from '../../../../../main/core/devices/index.ts'
import { toSerial, type Serial } from '../../../../../shared/model/ids.ts'
import { createAssignWorld, type AssignWorld } from './world.ts'

let world: AssignWorld
beforeEach(async () => {
  world = await createAssignWorld({ devices: 3 })
  for (const serial of world.serials()) world.service.removeProfile(serial, true)
})
afterEach(() => world.close())

/** The root sets the page for all groups below it, as `group set /Global default-profile` does. */
function setGroupDefault(value: string, child = 'any'): void {
  const { group_no: root } = world.db.prepare('SELECT no AS group_no FROM groups WHERE parent_no IS NULL').get() as {
    group_no: number
  }
  world.db
    .prepare("INSERT OR REPLACE INTO group_pages VALUES (?, 'default-profile', 'override', ?, ?)")
    .run(root, child, value)
}

const profilesAtApple = () => [...world.service.listDevices()].map(({ profile_uuid: uuid }) => uuid ?? null)

it('devices that come get the default profile of the group of their token', async () => {
  const uuid = await world.publish(1)
  setGroupDefault('Profile 1')
  await world.sync()
  expect(profilesAtApple()).toEqual([uuid, uuid, uuid])
  const [serial] = world.serials().map(toSerial)
  expect(findAssignmentFacts(world.db, serial!)).toMatchObject({
    wish: { profile: 'Profile 1', version: 1, source: 'default' },
    work: { outcome: 'SUCCESS', attempts: 0 },
  })
})

it('the own default of the token counts before it', async () => {
  await world.publish(1)
  const own = await world.publish(2)
  setGroupDefault('Profile 1')
  setDefaultProfile(world.db, 1, 2)
  await world.sync()
  expect(profilesAtApple()).toEqual([own, own, own])
})

it.each([
  ['a name that no profile has', 'No such profile', () => {}],
  ['a profile that was removed', 'Profile 1', () => hideProfile(world.db, 1, 0)],
])('%s gives devices nothing', async (_what, value, prepare) => {
  await world.publish(1)
  prepare()
  setGroupDefault(value)
  await world.sync()
  expect(profilesAtApple()).toEqual([null, null, null])
  expect(findAssignmentFacts(world.db, world.serials()[0] as Serial)).toEqual({ wish: null, work: null })
})

it('what a person chose is left alone', async () => {
  await world.publish(1)
  await world.sync()
  const serials = world.serials()
  await world.wish([serials[0]!], null)
  setGroupDefault('Profile 1')
  for (const serial of world.service.addDevices(1)) world.service.removeProfile(serial, true)
  await world.sync()
  expect(profilesAtApple().filter((uuid) => uuid !== null)).toHaveLength(1)
  expect(findAssignmentFacts(world.db, serials[0] as Serial)).toMatchObject({
    wish: { profile: null, version: null, source: 'person' },
  })
})

it('a device is shown with the name of its profile here, and lists are ordered by it', async () => {
  await world.publish(1)
  await world.publish(2)
  await world.sync()
  const [first, second, third] = world.serials().map(toSerial)
  const index = createDeviceIndex(world.db)
  const listed = (direction: 'asc' | 'desc') => {
    const { ids } = index.select({}, { column: 'profileName', direction })
    return [...ids].map((id) => world.db.prepare('SELECT serial FROM devices WHERE id = ?').pluck().get(id))
  }
  await world.wish([first!], 2)
  await world.wish([second!], 1)
  await world.assign()
  const nameOf = (serial: Serial) => findDevice(world.db, serial, readPlaces(world.db))?.device.profileName
  expect([first, second, third].map((serial) => nameOf(serial!))).toEqual(['Profile 2 · 1', 'Profile 1 · 1', null])
  expect(listed('asc')).toEqual([second, first, third])
  expect(listed('desc')).toEqual([first, second, third])

  world.db.exec("UPDATE profiles SET name = 'Zebra' WHERE no = 1")
  expect(listed('asc')).toEqual([first, second, third])
})
