import { expect, test } from 'vitest'
import { cursorOf, rowsOf, start, connect } from './talk.ts'

const DAY_MS = 86_400_000

async function synced(options: Parameters<typeof start>[0] = {}) {
  const { simulator, values, client } = await start({ devices: 20, ...options })
  const { cursor } = await client.fetchAll()
  return { simulator, values, client, cursor, service: simulator.service }
}

/** What sync tells: `type serial` in order. */
async function told(client: Awaited<ReturnType<typeof connect>>, cursor: string) {
  return rowsOf(await client.sync(cursor)).map((row) => `${String(row['op_type'])} ${row.serial_number}`)
}

test('a fetch lists every device once, in pages of the limit, and ends in a cursor for sync', async () => {
  const { simulator, client } = await start({ devices: 25 })
  const { pages, rows, cursor } = await client.fetchAll(10)
  expect(pages.map((page) => page.length)).toEqual([10, 10, 5])
  expect(rows).toEqual([...simulator.service.listDevices()])
  expect((await client.call('POST', '/server/devices', { cursor })).text).toBe('EXHAUSTED_CURSOR')
  expect((await client.sync(cursor)).text).toBe('EXHAUSTED_CURSOR')
})

test('without a limit the default is used, above the maximum the maximum, and both are in the log', async () => {
  const { simulator, client } = await start({ devices: 10, pageLimit: { default: 2, maximum: 4 } })
  expect(rowsOf(await client.call('POST', '/server/devices', {}))).toHaveLength(2)
  expect(rowsOf(await client.call('POST', '/server/devices', { limit: 9 }))).toHaveLength(4)
  expect(simulator.log().map(({ facts }) => facts)).toEqual([{}, {}, { limit: 9 }])
})

test.each([0, -1, 1.5, '10', null])('a limit of %j is refused', async (limit) => {
  const { client } = await start()
  expect((await client.call('POST', '/server/devices', { limit })).text).toBe('MALFORMED_REQUEST_BODY')
})

test('sync tells what happened, in order and in pages', async () => {
  const { client, cursor, service } = await synced()
  const [first = '', second = ''] = [...service.listDevices()].map((row) => row.serial_number)
  const [third = ''] = service.addDevices(1)
  service.modifyDevice(first, { asset_tag: 'NEW' })
  service.removeDevice(second)
  const page = await client.sync(cursor, 2)
  expect(rowsOf(page)).toMatchObject([
    { serial_number: third, op_type: 'added' },
    { serial_number: first, op_type: 'modified', asset_tag: 'NEW' },
  ])
  expect(page.json['more_to_follow']).toBe(true)
  const last = await client.sync(cursorOf(page), 2)
  expect(rowsOf(last)).toMatchObject([{ serial_number: second, op_type: 'deleted' }])
  expect(last.json['more_to_follow']).toBe(false)
  expect((await client.sync(cursorOf(last))).text).toBe('EXHAUSTED_CURSOR')
})

test('with nothing new an empty page can be answered instead, with a cursor that is new', async () => {
  const { client, cursor } = await synced({ nothingNew: 'empty' })
  const page = await client.sync(cursor)
  expect([rowsOf(page), page.json['more_to_follow'], cursorOf(page) === cursor]).toEqual([[], false, false])
})

test('what happens during a fetch is told by the sync after it', async () => {
  const { simulator, client } = await start({ devices: 10 })
  const page = await client.call('POST', '/server/devices', { limit: 5 })
  const [gone = ''] = rowsOf(page).map((row) => row.serial_number)
  simulator.service.removeDevice(gone)
  const rest = await client.call('POST', '/server/devices', { cursor: cursorOf(page), limit: 5 })
  expect(rowsOf(rest)).toHaveLength(5)
  expect(await told(client, cursorOf(rest))).toEqual([`deleted ${gone}`])
})

test('a page can be asked for again with the same cursor', async () => {
  const { client } = await start({ devices: 10 })
  const first = await client.call('POST', '/server/devices', { limit: 4 })
  const ask = () => client.call('POST', '/server/devices', { cursor: cursorOf(first), limit: 4 })
  expect(rowsOf(await ask())).toEqual(rowsOf(await ask()))
})

test('a cursor is good for exactly seven days', async () => {
  let now = Date.parse('2026-11-22T10:00:00Z')
  const { client, cursor, simulator } = await synced({
    now: () => now,
    sessionLifetimeMs: 30 * DAY_MS,
    nothingNew: 'empty',
  })
  now += 7 * DAY_MS
  expect((await client.sync(cursor)).status).toBe(200)
  now += 1
  expect((await client.sync(cursor)).text).toBe('EXPIRED_CURSOR')
  expect(simulator.stats().answersByStatus).toMatchObject({ 400: 1 })
})

test('a cursor of another service, a changed one, an invented one and one from the middle of a fetch are invalid', async () => {
  const { simulator, client, cursor } = await synced()
  const other = await connect(simulator.url, simulator.issueValues(simulator.serviceNamed('Other')))
  const middle = cursorOf(await client.call('POST', '/server/devices', { limit: 5 }))
  const changed = (cursor.startsWith('0') ? '1' : '0') + cursor.slice(1)
  expect((await other.sync(cursor)).text).toBe('INVALID_CURSOR')
  for (const wrong of [changed, 'abcdef', 'not hex', middle]) {
    expect((await client.sync(wrong)).text).toBe('INVALID_CURSOR')
  }
})

test('sync demands a cursor', async () => {
  const { client } = await start()
  expect((await client.call('POST', '/devices/sync', {})).text).toBe('CURSOR_REQUIRED')
})

test('cursors can be a thousand characters long', async () => {
  const { client, cursor, service } = await synced({ cursorLength: 1000 })
  expect(cursor).toMatch(/^[0-9a-f]{1000}$/)
  const [serial = ''] = service.addDevices(1)
  expect(await told(client, cursor)).toEqual([`added ${serial}`])
})

test('a silent release and a missed addition are found only by a full fetch', async () => {
  const { client, cursor, service } = await synced()
  const [released = ''] = [...service.listDevices()].map((row) => row.serial_number)
  service.releaseSilently(released)
  const missed = service.missFromSync()
  expect((await client.sync(cursor)).text).toBe('EXHAUSTED_CURSOR')
  const serials = (await client.fetchAll()).rows.map((row) => row.serial_number)
  expect([serials.includes(released), serials.includes(missed), serials.length]).toEqual([false, true, 20])
})

test('a moved device is deleted here and added there, without its profile', async () => {
  const { simulator, client, cursor, service } = await synced()
  const other = simulator.serviceNamed('Other')
  const there = await connect(simulator.url, simulator.issueValues(other))
  const before = await there.fetchAll()
  const [serial = ''] = [...service.listDevices()].map((row) => row.serial_number)
  service.assignProfile(serial, 'ABC')
  service.moveDevice(serial, other)
  expect(await told(client, cursor)).toEqual([`modified ${serial}`, `deleted ${serial}`])
  const [arrived] = rowsOf(await there.sync(before.cursor))
  expect(arrived).toMatchObject({ serial_number: serial, op_type: 'added', profile_status: 'empty' })
  expect(arrived).not.toHaveProperty('profile_uuid')
  expect([service.deviceCount(), other.deviceCount()]).toEqual([19, 1])
})

test('a move can be told as modified and removed, and the device can come back', async () => {
  const { simulator, client, cursor, service } = await synced()
  const other = simulator.serviceNamed('Other')
  const [serial = ''] = [...service.listDevices()].map((row) => row.serial_number)
  service.moveDevice(serial, other, 'modified')
  other.moveDevice(serial, service)
  expect(rowsOf(await client.sync(cursor))).toMatchObject([
    { serial_number: serial, op_type: 'modified', profile_status: 'removed' },
    { serial_number: serial, op_type: 'added', profile_status: 'empty' },
  ])
  expect((await client.fetchAll()).rows.filter((row) => row.serial_number === serial)).toHaveLength(1)
})

test('a replaced device leaves with the reason, and the new one names it', async () => {
  const { client, cursor, service } = await synced({ now: () => Date.parse('2026-11-22T23:30:00Z') })
  const [original = ''] = [...service.listDevices()].map((row) => row.serial_number)
  const replacement = service.replaceDevice(original)
  expect(rowsOf(await client.sync(cursor))).toMatchObject([
    { serial_number: original, op_type: 'deleted', released_by_replacement: true },
    { serial_number: replacement, op_type: 'added', is_replacement_device: true },
  ])
  const details = await client.call('GET', `/device/replacementDetails?device=${replacement}`)
  expect(details.json).toEqual({
    serial_number: replacement,
    original_device_serial_number: original,
    replacement_date: '2026-11-22',
  })
  const unknown = await client.call('GET', `/device/replacementDetails?device=${original}`)
  expect([unknown.status, unknown.text]).toEqual([404, 'DEVICE_NOT_FOUND'])
})

test('deleted devices can be told by serial number and event alone', async () => {
  const { client, cursor, service } = await synced({ deletedRows: 'bare' })
  const [serial = ''] = [...service.listDevices()].map((row) => row.serial_number)
  service.removeDevice(serial)
  expect(Object.keys(rowsOf(await client.sync(cursor))[0] ?? {})).toEqual(['serial_number', 'op_type', 'op_date'])
})

test('rows given as they are come back as they are', async () => {
  const { client, cursor, service } = await synced()
  const row = { serial_number: 'X', model: null, x_unknown: { deep: [1] } }
  service.addRows([row])
  expect(rowsOf(await client.sync(cursor))).toEqual([
    { ...row, op_type: 'added', op_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
  ])
  expect((await client.fetchAll()).rows.at(-1)).toEqual(row)
})

test('an ordinary day changes as many devices as asked, none of them twice', async () => {
  const { simulator, client, cursor, service } = await synced({ devices: 50 })
  const changed = simulator.changeSome({ adds: 5, modifies: 10, removes: 7 })
  const all = [...changed.added, ...changed.modified, ...changed.removed]
  expect([changed.added.length, changed.modified.length, changed.removed.length, new Set(all).size]).toEqual([
    5, 10, 7, 22,
  ])
  expect((await told(client, cursor)).toSorted()).toEqual(
    [
      ...changed.added.map((serial) => `added ${serial}`),
      ...changed.modified.map((serial) => `modified ${serial}`),
      ...changed.removed.map((serial) => `deleted ${serial}`),
    ].toSorted(),
  )
  expect(service.deviceCount()).toBe(48)
})
