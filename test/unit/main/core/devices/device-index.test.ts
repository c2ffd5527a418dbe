import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeviceFacets } from '../../../../../shared/contract/devices.ts'
import {
  ASSIGNMENT,
  AT_APPLE,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type Device,
  type DeviceFilter,
  type DeviceSort,
} from '../../../../../shared/model/device.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { createDeviceIndex, type DeviceIndex } from '../../../../../main/core/devices/index.ts'
import { readPlaces } from '../../../../../main/db/device-places.ts'
import { readDevices } from '../../../../../main/db/devices.ts'
import type { ReadDb, WriteDb } from '../../../../../main/db/open.ts'
import { insertDevices, openDeviceStore, updateDevice, type GivenDevice } from '../../../../fakes/device-store.ts'
import { belongs, naiveList } from './naive-list.ts'

/** All of them in `npm run test:soak`. */
const runs = (all: number) => (process.env['SOAK'] === undefined ? Math.ceil(all / 3) : all)

/** Short texts from a small alphabet, so that they meet: cases, accents in both forms, astral and control characters. */
const LETTERS = [
  'a',
  'A',
  'b',
  'B',
  'é',
  'e\u0301',
  'ß',
  'İ',
  'Σ',
  'ς',
  '😀',
  '\uFFFD',
  '\n',
  '\u0000',
  '\t',
  '"',
  ',',
  '_',
  '1',
  '',
]
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 4 }).map((letters) => letters.join(''))
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const time = maybe(
  fc.constantFrom(-62135596800000, -1, 0, 1, 65535, 65536, 4294967296, 1700000000000, 1700000000001, 6000),
)

const fields = fc.record({
  model: maybe(text),
  description: maybe(text),
  color: maybe(text),
  assetTag: maybe(text),
  family: maybe(fc.constantFrom('iPad', 'Mac', 'FooPad')),
  os: maybe(text),
  profileStatus: maybe(fc.constantFrom('empty', 'assigned', 'pushed')),
  profileUuid: maybe(text),
  assignedBy: maybe(text),
  assignedDate: time,
  profileAssignTime: time,
  profilePushTime: time,
  migrationDeadline: time,
  tokenNo: maybe(fc.constantFrom(1, 2)),
  groupNo: maybe(fc.constantFrom(1, 2, 3, 4)),
  atApple: fc.constantFrom(...AT_APPLE),
  goneSince: time,
  goneReason: maybe(fc.constantFrom('deleted' as const, 'not-listed' as const)),
  assignment: fc.constantFrom(...ASSIGNMENT),
  assignmentError: maybe(text),
  nextAttemptAt: time,
  enrollmentStatus: fc.constantFrom(...ENROLLMENT_STATUS),
  tokenStatus: fc.constantFrom(...TOKEN_STATUS),
  user: maybe(text),
  friendlyName: maybe(text),
  consoleLastSeenAt: time,
  consoleAsOf: time,
  firstSeenAt: fc.constantFrom(0, 1000, 1700000000000),
  lastSeenAt: fc.constantFrom(0, 4999, 5001, 1700000000000),
})
const serial = fc.oneof(
  fc.stringMatching(/^C02[A-D]{1,4}$/),
  text.map((part) => part.toUpperCase()),
)
const device: fc.Arbitrary<GivenDevice> = fc.tuple(serial, fields).map(([name, rest]) => ({ serial: name, ...rest }))
const devices = fc.uniqueArray(device, { selector: (given) => given.serial, maxLength: 25 })

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 1 })
const filter: fc.Arbitrary<DeviceFilter> = fc.record({
  enrollmentStatus: optional(fc.constantFrom(...ENROLLMENT_STATUS)),
  profileStatus: optional(fc.constantFrom('assigned', 'PUSHED', 'none such', '')),
  assignment: optional(fc.constantFrom(...ASSIGNMENT)),
  tokenStatus: optional(fc.constantFrom(...TOKEN_STATUS)),
  family: optional(fc.constantFrom('iPad', 'MAC', '')),
  profileUuid: optional(fc.oneof(text, fc.constantFrom('a', 'B', ''))),
  group: optional(fc.constantFrom('/Global', '/Global/EMEA', '/Global/EMEA/Berlin', '/Global/nowhere')),
  tokenId: optional(fc.constantFrom('t1', 't2', 'other').map((id) => id as TokenId)),
  atApple: optional(fc.constantFrom(...AT_APPLE)),
  search: optional(text),
})
/** One or two members as a rule: a filter of ten random ones matches nothing. */
const fewMembers = fc.tuple(filter, fc.uniqueArray(fc.nat(9), { maxLength: 2 })).map(([all, places]) => {
  const members = Object.entries(all)
  return Object.fromEntries(places.map((place) => members[place]!))
})
const sort: fc.Arbitrary<DeviceSort> = fc.record({
  column: fc.constantFrom(...DEVICE_COLUMNS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
})

function everyDevice(db: ReadDb): Device[] {
  return readDevices(db, db.prepare('SELECT id FROM devices').pluck().all() as number[], readPlaces(db))
}

function list(db: ReadDb, index: DeviceIndex, wanted: DeviceFilter, order: DeviceSort): readonly string[] {
  const { ids } = index.select(wanted, order)
  return readDevices(db, [...ids], readPlaces(db)).map((found) => found.serial)
}

test('every list is what filtering and sorting plain devices gives', () => {
  fc.assert(
    fc.property(devices, fc.array(fc.tuple(fewMembers, sort), { minLength: 5, maxLength: 8 }), (given, questions) => {
      const db = openDeviceStore(given)
      const index = createDeviceIndex(db)
      const all = everyDevice(db)
      for (const [wanted, order] of questions) {
        expect(list(db, index, wanted, order)).toEqual(naiveList([...all], wanted, order))
      }
      db.close()
    }),
    { numRuns: runs(300) },
  )
})

test('facets count the devices that meet every other member of the filter', () => {
  fc.assert(
    fc.property(devices, fewMembers, (given, wanted) => {
      const db = openDeviceStore(given)
      const counted = createDeviceIndex(db).facets(wanted)
      for (const facet of Object.keys(counted) as (keyof DeviceFacets)[]) {
        const { [facet]: _, ...others } = wanted
        const matching = everyDevice(db).filter((found) => belongs(found, others))
        const expected = new Map<string | null, number>()
        for (const value of matching.flatMap((found) => valuesIn(found, facet))) {
          expected.set(value, (expected.get(value) ?? 0) + 1)
        }
        expect(new Map(counted[facet].map(({ value, count }) => [value, count]))).toEqual(expected)
        const order = counted[facet].map(({ value, count }) => (facet === 'group' ? value : -count))
        expect(order).toEqual(facet === 'group' ? order.toSorted() : order.toSorted((a, b) => Number(a) - Number(b)))
      }
      db.close()
    }),
    { numRuns: runs(100) },
  )
})

/** A device counts in each group above its own, and not at all where there is no token or group. */
function valuesIn(found: Device, facet: keyof DeviceFacets): readonly (string | null)[] {
  if (facet === 'tokenId') return found.tokenId === null ? [] : [found.tokenId]
  if (facet !== 'group') return [found[facet]]
  const names = found.group?.split('/').slice(1) ?? []
  return names.map((_, place) => `/${names.slice(0, place + 1).join('/')}`)
}

type Step = (db: WriteDb) => void
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: device.map(
      (given): Step =>
        (db) =>
          write(db, given),
    ),
  },
  fc.constantFrom<Step>(
    (db) => db.exec("UPDATE tokens SET name = name || 'x', group_no = 5 - group_no WHERE no = 1"),
    (db) => db.exec("UPDATE groups SET name = 'Wien' WHERE no = 3"),
    (db) => db.exec('UPDATE sync_state SET last_fetch_at = ifnull(last_fetch_at, 0) + 6000'),
    (db) => db.exec('UPDATE devices SET asset_tag = serial WHERE id % 2 = 0'),
    (db) => db.exec('DELETE FROM device_changes WHERE no < (SELECT max(no) FROM device_changes)'),
  ),
)

function write(db: WriteDb, given: GivenDevice): void {
  const isKnown = db.prepare('SELECT 1 FROM devices WHERE serial = ?').get(given.serial) !== undefined
  if (isKnown) updateDevice(db, given)
  else insertDevices(db, [given])
}

test.each([
  ['whose columns are all there', { partsAtFirst: Infinity, partsBetween: 0 }],
  ['that is still reading ahead', { partsAtFirst: 5, partsBetween: 3 }],
])('an index %s catches up after any changes and answers as one that is built anew', (_what, parts) => {
  const { partsAtFirst, partsBetween } = parts
  const warmUp = (index: DeviceIndex, most: number) => {
    for (let part = 0; part < most && index.warmUp(); part++);
  }
  fc.assert(
    fc.property(
      devices,
      fc.array(fc.tuple(fc.array(step, { maxLength: 3 }), fewMembers, sort), { minLength: 4, maxLength: 10 }),
      (given, rounds) => {
        const db = openDeviceStore(given)
        const index = createDeviceIndex(db, { partIds: 2 })
        warmUp(index, partsAtFirst)
        for (const [steps, wanted, order] of rounds) {
          for (const change of steps) {
            change(db)
            warmUp(index, partsBetween)
          }
          expect(list(db, index, wanted, order)).toEqual(naiveList(everyDevice(db), wanted, order))
          expect(index.facets(wanted)).toEqual(createDeviceIndex(db).facets(wanted))
        }
        db.close()
      },
    ),
    { numRuns: runs(120) },
  )
})

test('the revision moves with every change of a device, a token or a group, and only then', () => {
  const db = openDeviceStore([{ serial: 'A' }])
  const index = createDeviceIndex(db)
  const seen = [index.revision(), index.revision()]
  for (const change of [
    "UPDATE devices SET asset_tag = 'x'",
    "UPDATE tokens SET name = 'other' WHERE no = 1",
    "UPDATE groups SET name = 'other' WHERE no = 3",
    "UPDATE settings SET value = '1'",
  ]) {
    db.exec(change)
    seen.push(index.revision())
  }
  insertDevices(db, [{ serial: 'B' }])
  seen.push(index.revision())
  expect(seen.map((revision) => revision - seen[0]!)).toEqual([0, 0, 1, 2, 3, 3, 4])
})

test('many texts that change do not pile up, and are found', () => {
  const db = openDeviceStore(Array.from({ length: 30_000 }, (_, n) => ({ serial: `S${n}`, assetTag: `TAG-${n}` })))
  const index = createDeviceIndex(db)
  const order = { column: 'assetTag', direction: 'desc' } as const
  expect(index.select({ search: 'tag-2999' }, order).ids.length).toBe(11)
  for (const round of [1, 2, 3]) {
    db.exec(`UPDATE devices SET asset_tag = 'NEW-${round}-' || id WHERE id <= 15000`)
    expect(index.select({ search: `new-${round}-` }, order).ids.length).toBe(15_000)
    expect(index.select({ search: 'tag-2999' }, order).ids.length).toBe(10)
  }
})

test('the last of many devices may lack a text, whatever the letters of the others', () => {
  const devices = Array.from({ length: 3000 }, (_, n) => ({
    serial: `S${n + 1000}`,
    assetTag: n < 1500 ? `é${n % 7}` : null,
  }))
  const db = openDeviceStore(devices)
  const index = createDeviceIndex(db)
  for (const direction of ['asc', 'desc'] as const) {
    const order = { column: 'assetTag', direction } as const
    expect(list(db, index, {}, order)).toEqual(naiveList(everyDevice(db), {}, order))
  }
})
