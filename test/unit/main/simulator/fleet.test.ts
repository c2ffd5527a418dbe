import { expect, test } from 'vitest'
import { createCursors } from '../../../../main/simulator/cursors.ts'
import { AWKWARD } from '../../../../main/simulator/fleet/awkward.ts'
import { createFleet, type DeviceList, type Fleet } from '../../../../main/simulator/fleet/fleet.ts'
import { rowAtVersion } from '../../../../main/simulator/fleet/row.ts'
import { indexOfSerial, SERIAL_CAPACITY, serialOf } from '../../../../main/simulator/fleet/serials.ts'
import { rowsOf, start } from './talk.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const RECIPE = { assignedAt: NOW, spreadMs: 900 * 86_400_000, profileUuid: 'ABC', awkwardShare: 0 }
const MILLION = 1_000_000

function fleetOf(count: number, recipe = RECIPE, seed = 1): { fleet: Fleet; list: DeviceList } {
  const fleet = createFleet(seed)
  const list = fleet.createList()
  fleet.generate(list, count, recipe)
  return { fleet, list }
}

test('serial numbers are unique, 10 to 12 capitals and digits, and lead back to their device', () => {
  const serials = Array.from({ length: 20_000 }, (_, index) => serialOf(index * 7919, 3))
  expect(new Set(serials).size).toBe(serials.length)
  expect(serials.filter((serial) => !/^[0-9A-Z]{10,12}$/.test(serial))).toEqual([])
  expect(new Set(serials.map((serial) => serial.length))).toEqual(new Set([10, 11, 12]))
  expect(serials.every((serial, place) => indexOfSerial(serial, 3) === place * 7919)).toBe(true)
})

test.each(['', 'ABC', 'AAAAAAAAAA', 'abcdefghij', serialOf(5, 1).toLowerCase(), `${serialOf(5, 1)}0`, serialOf(5, 2)])(
  'the serial number %j belongs to no device',
  (serial) => {
    expect(fleetOf(100).fleet.find(serial)).toBeUndefined()
  },
)

test('more devices than there are serial numbers cannot be added', () => {
  const { fleet, list } = fleetOf(1)
  expect(() => fleet.generate(list, SERIAL_CAPACITY, RECIPE)).toThrow(RangeError)
})

test('the same seed makes the same devices, another seed others', () => {
  const rowsFor = (seed: number) => {
    const { fleet, list } = fleetOf(50, RECIPE, seed)
    return fleet.page(list, 0, 50).indexes.map(fleet.row)
  }
  expect(rowsFor(1)).toEqual(rowsFor(1))
  expect(rowsFor(1)[0]?.serial_number).not.toBe(rowsFor(2)[0]?.serial_number)
})

test('families, systems and profile states are mixed, and states agree with their keys', () => {
  const { fleet, list } = fleetOf(2000)
  const rows = fleet.page(list, 0, 2000).indexes.map(fleet.row)
  const values = (key: string) => new Set(rows.map((row) => row[key]))
  expect(values('device_family')).toEqual(new Set(['iPhone', 'iPad', 'Mac', 'AppleTV', 'Vision', 'iPod']))
  expect(values('os')).toEqual(new Set(['iOS', 'iPadOS', 'OSX', 'tvOS', 'visionOS']))
  expect(values('profile_status')).toEqual(new Set(['empty', 'assigned', 'pushed', 'removed']))
  const wrong = rows.filter((row) => {
    const hasProfile = row['profile_status'] === 'assigned' || row['profile_status'] === 'pushed'
    const isPushed = row['profile_status'] === 'pushed'
    return 'profile_uuid' in row !== hasProfile || 'profile_push_time' in row !== isPushed
  })
  expect(wrong).toEqual([])
})

test('no date of a generated device lies in the future, deadlines apart', () => {
  const { fleet, list } = fleetOf(2000)
  const dates = ['device_assigned_date', 'profile_assign_time', 'profile_push_time']
  const late = fleet
    .page(list, 0, 2000)
    .indexes.map(fleet.row)
    .flatMap((row) => dates.map((key) => row[key]))
  expect(late.filter((date) => typeof date === 'string' && Date.parse(date) > NOW)).toEqual([])
})

test('every awkward row occurs when they are asked for, and none when not', () => {
  const rowsWith = (awkwardShare: number) => {
    const { fleet, list } = fleetOf(3000, { ...RECIPE, awkwardShare })
    return fleet.page(list, 0, 3000).indexes.map(fleet.row)
  }
  const rows = rowsWith(0.5)
  const seen = Object.entries(AWKWARD).filter(([, patch]) =>
    rows.some((row) =>
      Object.entries(patch).every(([key, value]) => JSON.stringify(row[key]) === JSON.stringify(value)),
    ),
  )
  expect(seen.map(([name]) => name)).toEqual(Object.keys(AWKWARD))
  expect(rows.some((row) => Object.keys(row).length === 1)).toBe(true)
  expect(rowsWith(0).some((row) => row['device_family'] === 'FooPad' || row['color'] === undefined)).toBe(false)
})

test('a page deep in a million devices is reached at once, and a million devices leave nothing in memory', () => {
  const { fleet, list } = fleetOf(MILLION)
  const { indexes, next } = fleet.page(list, 987_000, 1000)
  expect([indexes[0], indexes.length, next]).toEqual([987_000, 1000, 988_000])
  expect(new Set(indexes.map((index) => fleet.row(index).serial_number)).size).toBe(1000)
  expect([fleet.changeCount(), list.segments.length]).toEqual([0, 1])
})

test('a page deep in a million devices is served over HTTP', async () => {
  const { simulator, client } = await start({ devices: MILLION, seed: 4 })
  const place = { kind: 'fetch', service: 0, position: 999_500, sequence: MILLION, issuedAt: Date.now() } as const
  const cursor = createCursors(4).write(place)
  const page = await client.call('POST', '/server/devices', { cursor, limit: 1000 })
  expect([rowsOf(page).length, page.json['more_to_follow']]).toEqual([500, false])
  expect(rowsOf(page)[0]?.serial_number).toBe(serialOf(999_500, 4))
  expect(simulator.service.deviceCount()).toBe(MILLION)
})

test('a removed device leaves its page, one that is moved or returns stands at the end, once', () => {
  const { fleet, list } = fleetOf(10)
  const other = fleet.createList()
  fleet.place(3, null)
  fleet.place(5, other)
  fleet.place(7, null)
  fleet.place(7, list)
  expect(fleet.page(list, 0, 100).indexes).toEqual([0, 1, 2, 4, 6, 8, 9, 7])
  expect(fleet.page(other, 0, 100).indexes).toEqual([5])
  expect([list.size, other.size, fleet.isIn(3, list), fleet.isIn(5, other)]).toEqual([8, 1, false, true])
})

test('pages of any size put together are the whole list', () => {
  const { fleet, list } = fleetOf(30)
  for (const index of [0, 4, 5, 6, 29]) fleet.place(index, null)
  fleet.generate(list, 10, RECIPE)
  const whole = fleet.page(list, 0, 1000).indexes
  for (const size of [1, 3, 7, 25, 40]) {
    const collected: number[] = []
    for (let position = 0; position < list.length;) {
      const page = fleet.page(list, position, size)
      collected.push(...page.indexes)
      position = page.next
    }
    expect(collected).toEqual(whole)
  }
})

test('a row is told in the words of the protocol version that was asked for', () => {
  const row = {
    serial_number: 'X',
    os: 'iPadOS',
    device_family: 'iPad',
    mdm_migration_deadline: 'D',
    imei: ['1'],
    is_replacement_device: true,
  }
  const told = (version: number) => rowAtVersion(row, version)
  expect(told(1)).toEqual({ serial_number: 'X' })
  expect(told(2)).toEqual({ serial_number: 'X', os: 'iOS', device_family: 'iPad' })
  expect(told(6)).toEqual(told(2))
  expect(told(7)).toEqual({ serial_number: 'X', os: 'iPadOS', device_family: 'iPad' })
  expect(told(8)).toEqual({ ...told(7), mdm_migration_deadline: 'D' })
  expect(told(9)).toEqual(told(8))
  expect(told(10)).toEqual(row)
})
