import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WriteDb } from '../../../../main/db/open.ts'
import { openReader, startReader, type RunningReader } from '../../../../main/jobs/start-reader.ts'
import { silentLog } from '../../../../main/ports/log.ts'
import { insertDevices, openDeviceStore } from '../../../fakes/device-store.ts'

const call = { signal: new AbortController().signal, report: () => {} }
const everything = { filter: {}, sort: { column: 'serial', direction: 'asc' } } as const

let folder = ''
let db: WriteDb
let reader: RunningReader | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-reader-'))
  db = openDeviceStore([{ serial: 'B' }, { serial: 'A' }], join(folder, 'store.db'))
})
afterEach(async () => {
  await reader?.stop()
  db.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['a thread of its own', () => startReader({ dbPath: db.name, log: silentLog })],
  ['this process', () => openReader(db.name)],
])('a reader in %s lists, counts and exports', async (_where, open) => {
  reader = open()
  const { view, total } = await reader.api.openView(everything, call)
  const rows = await reader.api.rows({ view, offset: 0, limit: 10 }, call)
  const { atApple } = await reader.api.facets({ filter: {} }, call)
  insertDevices(db, [{ serial: 'C', groupNo: 4 }])
  expect(await reader.api.countByGroup()).toEqual([{ groupNo: 4, tokenNo: null, count: 1 }])
  const path = join(folder, 'out.csv')
  db.prepare("DELETE FROM devices WHERE serial = 'C'").run()
  const done = await reader.api.exportCsv({ ...everything, columns: ['serial'], path }, call)
  expect({ total, serials: rows.map(({ serial }) => serial), atApple, done, text: readFileSync(path, 'utf8') }).toEqual(
    {
      total: 2,
      serials: ['A', 'B'],
      atApple: [{ value: 'unknown', count: 2 }],
      done: { rows: 2, path },
      text: '\uFEFFSerial Number\r\nA\r\nB\r\n',
    },
  )
})

test('failures arrive with their code and path', async () => {
  reader = startReader({ dbPath: db.name, log: silentLog })
  const path = join(folder, 'no folder', 'out.csv')
  await expect(reader.api.rows({ view: 99, offset: 0, limit: 1 }, call)).rejects.toMatchObject({ code: 'view.gone' })
  await expect(reader.api.exportCsv({ ...everything, path }, call)).rejects.toMatchObject({
    code: 'file.unwritable',
    path,
  })
})

test('a change that another connection commits is told', async () => {
  const started = startReader({ dbPath: db.name, log: silentLog })
  reader = started
  const { revision } = await started.api.openView(everything, call)
  const told = new Promise<{ revision: number }>((resolve) => started.api.onChanged(resolve))
  insertDevices(db, [{ serial: 'C' }])
  expect((await told).revision).toBeGreaterThan(revision)
})

test('a cancelled export is told as cancelled and leaves no file', async () => {
  reader = startReader({ dbPath: db.name, log: silentLog })
  insertDevices(
    db,
    Array.from({ length: 20_000 }, (_, n) => ({ serial: `S${n}` })),
  )
  const controller = new AbortController()
  const report = () => controller.abort()
  const running = reader.api.exportCsv(
    { ...everything, path: join(folder, 'out.csv') },
    { signal: controller.signal, report },
  )
  await expect(running).rejects.toSatisfy((reason) => reason === controller.signal.reason)
  await expect.poll(() => readdirSync(folder).filter((name) => name.includes('.csv'))).toEqual([])
})
