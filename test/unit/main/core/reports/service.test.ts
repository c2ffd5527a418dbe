import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReportService } from '../../../../../main/core/reports/index.ts'
import type { WriteReport } from '../../../../../main/core/reports/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { STANDARD_FORMAT } from '../../../../../shared/model/report.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'

const NOW = new Date(2026, 10, 22, 5, 0).getTime()
const DAY_MS = 86_400_000
const CONTEXT = { signal: new AbortController().signal, report() {} }
const OWN = {
  columns: ['serial'] as const,
  filter: {},
  sort: { column: 'serial', direction: 'asc' } as const,
  format: STANDARD_FORMAT,
  fileType: 'csv' as const,
}

let folder = ''
let db: WriteDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-reports-'))
  db = openMemoryDb()
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

function open(write: WriteReport = writeSomething) {
  const clock = createFakeClock(NOW)
  const service = createReportService({
    db,
    clock,
    random: systemRandom,
    log: silentLog,
    writeReport: write,
    reader: { openView: refuse, rows: refuse, closeView: refuse, facets: refuse },
    credentials: () => [],
    reconciliation: () => ({ columns: [], total: 0, async *batches() {} }),
    removeFile: async (path) => rmSync(path, { force: true }),
  })
  const { handlers } = service
  const schedule = async (change: object = {}) =>
    handlers.saveSchedule(
      {
        ref: 'gone',
        path: join(folder, 'gone.csv'),
        rhythm: { weekday: null, minuteOfDay: 360 },
        keep: 2,
        isOn: true,
        ...change,
      },
      CONTEXT,
    )
  const list = async () => (await handlers.schedules({}, CONTEXT)).schedules
  return { ...service, clock, schedule, list }
}

const writeSomething: WriteReport = async ({ path }) => {
  writeFileSync(path, 'x')
  return 3
}

function refuse(): never {
  throw new Error('not asked here')
}

test('a schedule is due at its time, writes a dated file, keeps the newest and nothing else', async () => {
  const { startSchedule, clock, schedule, list } = open()
  writeFileSync(join(folder, 'gone-notes.csv'), 'a person’s own')
  const { nextAt } = await schedule()
  expect(new Date(nextAt!)).toEqual(new Date(2026, 10, 22, 6))
  const running = startSchedule()
  await clock.advance(DAY_MS * 4)
  await running.stop()
  expect(readdirSync(folder).toSorted()).toHaveLength(3)
  expect(readdirSync(folder)).toContain('gone-notes.csv')
  const [told] = await list()
  expect(told).toMatchObject({ failures: 0, lastRun: { state: 'done', rows: 3 } })
  expect(told!.nextAt).toBe(new Date(2026, 10, 26, 6).getTime())
})

test('a failure is told, tried again in an hour, and ends with the next success', async () => {
  let isBroken = true
  const { startSchedule, clock, schedule, list, failing } = open(async (wish, context) => {
    if (isBroken) throw new AppError('file.unwritable', 'the file cannot be written', { path: wish.path })
    return writeSomething(wish, context)
  })
  await schedule()
  const running = startSchedule()
  await clock.advance(1.5 * 3_600_000)
  expect(failing()).toMatchObject([{ failures: 1, lastRun: { state: 'failed', error: { code: 'file.unwritable' } } }])
  isBroken = false
  await clock.advance(3_600_000)
  await running.stop()
  expect(failing()).toEqual([])
  expect((await list())[0]!.nextAt).toBe(new Date(2026, 10, 23, 6).getTime())
})

test('of two programs over one store one writes it', async () => {
  const [one, other] = [open(), open()]
  await one.schedule()
  const running = [one.startSchedule(), other.startSchedule()]
  await one.clock.advance(2 * 3_600_000)
  await other.clock.advance(2 * 3_600_000)
  await Promise.all(running.map((each) => each.stop()))
  expect(readdirSync(folder)).toHaveLength(1)
})

test('one that is off is not written, and one that was missed is written when a program is there again', async () => {
  const { startSchedule, clock, schedule } = open()
  const { id } = await schedule({ isOn: false })
  const running = startSchedule()
  await clock.advance(DAY_MS)
  expect(readdirSync(folder)).toEqual([])
  await running.stop()
  await schedule({ id, isOn: true })
  await clock.advance(DAY_MS * 3)
  const later = startSchedule()
  await clock.advance(60_000)
  await later.stop()
  expect(readdirSync(folder)).toHaveLength(1)
})

test('names are taken once, presets and the word "list" are names', async () => {
  const { handlers } = open()
  const save = (name: string, id?: string) => async () =>
    handlers.save({ ...OWN, columns: ['serial'], name, ...(id !== undefined && { id }) }, CONTEXT)
  const made = await save('Mine')()
  for (const taken of ['mine', 'List', 'Lifecycle']) {
    await expect(save(taken)()).rejects.toMatchObject({ code: 'report.name-taken' })
  }
  await expect(save('Mine', made.id)()).resolves.toMatchObject({ id: made.id })
  await expect(save('Other', 'none')()).rejects.toMatchObject({ code: 'report.not-found' })
})

test('a report that is removed takes its schedules along and leaves its files and runs', async () => {
  const { handlers, schedule, list } = open()
  const made = await handlers.save({ ...OWN, columns: ['serial'], name: 'Mine' }, CONTEXT)
  const { id } = await schedule({ ref: made.id })
  const run = await handlers.runSchedule({ id }, CONTEXT)
  await handlers.remove({ id: made.id }, CONTEXT)
  expect([existsSync(run.path), await list()]).toEqual([true, []])
  expect(await handlers.runs({ limit: 5 }, CONTEXT)).toMatchObject([{ name: 'Mine', scheduleId: null, state: 'done' }])
})

test('what was cancelled is told as such', async () => {
  const controller = new AbortController()
  const { handlers } = open(async (_wish, { signal }) => {
    controller.abort()
    signal.throwIfAborted()
    return 0
  })
  const wish = { ref: 'gone', path: join(folder, 'x.csv') }
  await expect(handlers.write(wish, { signal: controller.signal, report() {} })).rejects.toThrow(/abort/)
  expect(await handlers.runs({ limit: 5 }, CONTEXT)).toMatchObject([{ state: 'cancelled', error: null }])
})

/** Writes until it is cancelled, and says how far it is. */
const writeForever: WriteReport = ({ path }, { signal, report }) => {
  report({ rows: 1000, total: 5000 })
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new AppError('cancelled', `${path} was cancelled`))),
  )
}

test('a scheduled one that is under way tells how far it is, can be ended by a person, and comes again at its time', async () => {
  const { startSchedule, clock, schedule, list, handlers, onProgress, failing } = open(writeForever)
  const told: unknown[] = []
  onProgress(({ id: _id, ...work }) => told.push(work))
  const { id } = await schedule()
  const running = startSchedule()
  await clock.advance(1.5 * 3_600_000)
  const work = { ref: 'gone', name: 'gone', scheduleId: id }
  expect(told).toEqual([
    { ...work, rows: 0, total: null },
    { ...work, rows: 1000, total: 5000 },
  ])
  const [now] = await handlers.running({}, CONTEXT)
  expect(now).toMatchObject({ ...work, rows: 1000, total: 5000 })

  await handlers.cancel({ id: now!.id }, CONTEXT)
  await clock.advance(1000)
  expect(await handlers.running({}, CONTEXT)).toEqual([])
  expect([failing(), readdirSync(folder)]).toEqual([[], []])
  expect((await list())[0]).toMatchObject({
    failures: 0,
    nextAt: new Date(2026, 10, 23, 6).getTime(),
    lastRun: { state: 'cancelled', error: null },
  })
  await running.stop()
})

test('ending one that has ended already is no failure', async () => {
  const { handlers } = open()
  const { id } = await handlers.write({ ref: 'gone', path: join(folder, 'x.csv') }, CONTEXT)
  expect(await handlers.cancel({ id }, CONTEXT)).toBeNull()
  expect(await handlers.running({}, CONTEXT)).toEqual([])
})
