import { expect, test } from 'vitest'
import type { DeviceFilter } from '../../../../../shared/model/device.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { createDeviceMover, createDeviceReader, createDeviceService } from '../../../../../main/core/devices/index.ts'
import type { ReportTarget } from '../../../../../main/core/reports/index.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { openDeviceStore, updateDevice, type GivenDevice } from '../../../../fakes/device-store.ts'

const call = { signal: new AbortController().signal, report: () => {} }
const bySerial = { column: 'serial', direction: 'asc' } as const

function openService(devices: readonly GivenDevice[]) {
  const db = openDeviceStore(devices)
  const files = new Map<string, string>()
  const openTarget = async (path: string): Promise<ReportTarget> => {
    let text = ''
    return {
      write: async (part) => void (text += part),
      finish: async () => void files.set(path, text),
      discard: async () => {},
    }
  }
  const {
    handlers: list,
    countByGroup,
    countByProfile,
    selectIds,
    planMove,
  } = createDeviceReader({ db, clock: systemClock, openTarget })
  const { handlers } = createDeviceService({
    db,
    clock: { now: () => 7000 },
    reader: {
      ...list,
      countByGroup: async () => countByGroup(),
      countByProfile: async () => countByProfile(),
      selectIds: async (selection) => selectIds(selection),
      planMove: async (wish) => planMove(wish),
      onChanged: () => () => {},
    },
    moveDevices: createDeviceMover(db),
    refreshDevice: async (serial) =>
      void db.prepare("UPDATE devices SET asset_tag = 'asked' WHERE serial = ?").run(serial),
  })
  const open = (filter: DeviceFilter = {}) => handlers.openView({ filter, sort: bySerial }, call)
  const serials = async (view: number, offset = 0, limit = 1000) =>
    (await handlers.rows({ view, offset, limit }, call)).map(({ serial }) => serial)
  return { db, files, handlers, open, serials }
}

test('a view keeps its order, its rows are fresh and its revision tells that it is stale', async () => {
  const { db, handlers, open, serials } = openService([{ serial: 'B' }, { serial: 'A', assetTag: 'old' }])
  const before = await open()
  updateDevice(db, { serial: 'A', assetTag: 'new' })
  db.prepare("UPDATE devices SET serial = 'Z' WHERE serial = 'A'").run()
  const [first] = await handlers.rows({ view: before.view, offset: 0, limit: 1 }, call)
  expect(first).toMatchObject({ serial: 'Z', assetTag: 'new' })
  expect(await serials(before.view)).toEqual(['Z', 'B'])
  expect((await open()).revision).toBeGreaterThan(before.revision)
})

test('a page is cut where the view ends', async () => {
  const { open, serials } = openService(['A', 'B', 'C'].map((serial) => ({ serial })))
  const { view, total } = await open()
  expect([total, await serials(view, 1, 1), await serials(view, 2, 10), await serials(view, 9, 10)]).toEqual([
    3,
    ['B'],
    ['C'],
    [],
  ])
})

test('a closed view is gone, and so is the one not looked at for longest when many are open', async () => {
  const { handlers, open, serials } = openService([{ serial: 'A' }])
  const [closed, kept, forgotten] = [await open(), await open(), await open()]
  await handlers.closeView({ view: closed.view }, call)
  for (let n = 0; n < 7; n++) {
    await serials(kept.view)
    await open()
  }
  expect(await serials(kept.view)).toEqual(['A'])
  const isGone = expect.objectContaining({ code: 'view.gone' })
  await expect(serials(closed.view)).rejects.toEqual(isGone)
  await expect(serials(forgotten.view)).rejects.toEqual(isGone)
})

test('a device tells its group, its token and when it was last seen', async () => {
  const { handlers } = openService([
    { serial: 'A', tokenNo: 1, atApple: 'present', lastSeenAt: 4000 },
    { serial: 'B', tokenNo: 1, atApple: 'gone', lastSeenAt: 4000, groupNo: 4 },
    { serial: 'C', tokenNo: 1, atApple: 'present', lastSeenAt: 6000 },
    { serial: 'D', tokenNo: 2, atApple: 'present', lastSeenAt: 4000 },
  ])
  const { view } = await handlers.openView({ filter: {}, sort: bySerial }, call)
  const rows = await handlers.rows({ view, offset: 0, limit: 9 }, call)
  expect(
    rows.map(({ serial, token, tokenId, group, lastSeenAt }) => [serial, token, tokenId, group, lastSeenAt]),
  ).toEqual([
    ['A', 'HQ', 't1', '/Global/EMEA/Berlin', 5000],
    ['B', 'HQ', 't1', '/Global/EMEA-2', 4000],
    ['C', 'HQ', 't1', '/Global/EMEA/Berlin', 6000],
    ['D', 'lab', 't2', '/Global/EMEA-2', 4000],
  ])
})

test('a device is shown with Apple’s answer and its time line, newest first', async () => {
  const { db, handlers } = openService([{ serial: 'A', tokenNo: 1 }])
  db.exec(`
    INSERT INTO device_raw VALUES (1, '{"serial_number":"A","extra":1}');
    INSERT INTO sync_runs (no, id, token_no, mode, state, started_at, requests, pages, received, added, modified, removed,
                           unchanged, found_only_by_fetch, assigned)
      VALUES (1, 'run-1', 1, 'fetch', 'done', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    INSERT INTO events (device_id, at, kind, token_no, run_no, detail) VALUES
      (1, 1000, 'added', 2, 1, NULL), (1, 3000, 'moved', 1, NULL, '{"fromTokenNo":2}'),
      (1, 3000, 'modified', 1, NULL, '{"color":[null,"BLUE"]}'), (1, 2000, 'removed', 2, NULL, '{"reason":"deleted"}');
  `)
  const { device, raw, timeline } = await handlers.show({ serial: toSerial('a') }, call)
  expect([device.serial, raw]).toEqual(['A', { serial_number: 'A', extra: 1 }])
  const bare = { fromToken: null, runId: null }
  expect(timeline).toEqual([
    {
      ...bare,
      at: 3000,
      kind: 'modified',
      text: 'Color set to “BLUE”.',
      token: 'HQ',
      detail: { color: [null, 'BLUE'] },
    },
    {
      ...bare,
      at: 3000,
      kind: 'moved',
      text: 'Moved to token HQ from token lab.',
      token: 'HQ',
      fromToken: 'lab',
      detail: { fromTokenNo: 2 },
    },
    {
      ...bare,
      at: 2000,
      kind: 'removed',
      text: 'Left token lab: unassigned or released at Apple.',
      token: 'lab',
      detail: { reason: 'deleted' },
    },
    { ...bare, at: 1000, kind: 'added', text: 'Added to token lab.', token: 'lab', runId: 'run-1', detail: {} },
  ])
})

test('a serial number that nobody has seen is said to be unknown', async () => {
  const { handlers } = openService([])
  await expect(async () => handlers.show({ serial: toSerial('nope') }, call)).rejects.toMatchObject({
    code: 'device.not-found',
  })
})

test('an export writes the matching part of the list', async () => {
  const { files, handlers } = openService(
    ['A', 'B', 'C', 'D', 'E'].map((serial) => ({ serial, family: serial === 'C' ? 'Mac' : 'iPad' })),
  )
  const selection = { filter: { family: 'iPad' }, sort: { column: 'serial', direction: 'desc' } } as const
  const done = await handlers.exportCsv({ ...selection, columns: ['serial'], offset: 1, limit: 2, path: 'x.csv' }, call)
  expect(done).toEqual({ rows: 2, path: 'x.csv' })
  expect(files.get('x.csv')).toBe('\uFEFFSerial Number\r\nD\r\nB\r\n')
})

test('a cancelled export leaves no file', async () => {
  const { files, handlers } = openService([{ serial: 'A' }])
  const signal = AbortSignal.abort()
  const input = { filter: {}, sort: bySerial, path: 'x.csv' }
  await expect(handlers.exportCsv(input, { signal, report: () => {} })).rejects.toThrow(/abort/)
  expect([...files]).toEqual([])
})

test('a device that was asked about is shown as Apple told it', async () => {
  const { handlers } = openService([{ serial: 'A', tokenNo: 1 }])
  expect((await handlers.refresh({ serial: toSerial('a') }, call)).device.assetTag).toBe('asked')
})

test('the serial numbers of a part of a view come in its order', async () => {
  const { handlers, open } = openService(['C', 'A', 'B'].map((serial) => ({ serial })))
  const { view } = await open()
  expect(await handlers.serials({ view, offset: 1, limit: 9 }, call)).toBe('B\nC')
})

test('an export of a selection leaves out what is not selected, and what does not match any more', async () => {
  const { files, handlers } = openService(
    ['A', 'B', 'C'].map((serial) => ({ serial, family: serial === 'C' ? 'Mac' : 'iPad' })),
  )
  const input = { filter: { family: 'iPad' }, sort: bySerial, columns: ['serial' as const], path: 'x.csv' }
  const serials = [toSerial('B'), toSerial('C')]
  expect(await handlers.exportCsv({ ...input, selection: { kind: 'serials', serials } }, call)).toMatchObject({
    rows: 1,
  })
  expect(files.get('x.csv')).toBe('\uFEFFSerial Number\r\nB\r\n')
})
