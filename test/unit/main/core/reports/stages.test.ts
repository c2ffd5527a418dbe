import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeviceReader } from '../../../../../main/core/devices/index.ts'
import { createReportService } from '../../../../../main/core/reports/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { createWriterOver } from '../../../../../main/jobs/report-writer.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS } from '../../../../../shared/model/device.ts'
import { DEVICE_COLUMN_TITLES } from '../../../../../shared/model/device-columns.ts'
import { STANDARD_FORMAT } from '../../../../../shared/model/report.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'

const CONTEXT = { signal: new AbortController().signal, report() {} }
const DIMENSIONS = { enrollmentStatus: ENROLLMENT_STATUS, atApple: AT_APPLE, assignment: ASSIGNMENT }

let folder = ''
let db: WriteDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-stages-'))
  // Early states more often than late ones.
  db = openDeviceStore(
    Array.from({ length: 1000 }, (_, n) => ({
      serial: `S${String(n).padStart(4, '0')}`,
      enrollmentStatus: stateOf(ENROLLMENT_STATUS, n),
      atApple: stateOf(AT_APPLE, n * 3),
      assignment: stateOf(ASSIGNMENT, n * 7),
    })),
  )
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

function stateOf<T>(states: readonly T[], n: number): T {
  return states[Math.min((n * n) % 11, n % states.length)]!
}

function open() {
  const { handlers } = createReportService({
    db,
    clock: createFakeClock(Date.UTC(2026, 10, 22)),
    random: systemRandom,
    log: silentLog,
    writeReport: createWriterOver(db),
    reader: createDeviceReader({ db, clock: systemClock, openTarget: () => Promise.reject(new Error('no files here')) })
      .handlers,
    credentials: () => [],
    reconciliation: () => ({ columns: [], total: 0, async *batches() {} }),
    removeFile: async () => {},
  })
  return handlers
}

test('the charts count what the rows of the lifecycle report say, stage by stage', async () => {
  const handlers = open()
  const path = join(folder, 'lifecycle.csv')
  await handlers.write({ ref: 'lifecycle', path }, CONTEXT)
  const [titles = [], ...rows] = readFileSync(path, 'utf8')
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows).toHaveLength(1000)
  const stages = await handlers.stages({}, CONTEXT)
  for (const dimension of ['enrollmentStatus', 'atApple', 'assignment'] as const) {
    const place = titles.indexOf(DEVICE_COLUMN_TITLES[dimension])
    const inFile = new Map<string, number>()
    for (const cells of rows) inFile.set(cells[place]!, (inFile.get(cells[place]!) ?? 0) + 1)
    const inChart = new Map(stages[dimension].map(({ value, count }) => [value, count]))
    expect([...inChart].toSorted(), dimension).toEqual([...inFile].toSorted())
  }
})

test('a chart’s number is the number of rows of a report of that stage', async () => {
  const handlers = open()
  const stages = await handlers.stages({}, CONTEXT)
  const report = { columns: ['serial' as const], sort: { column: 'serial', direction: 'asc' } as const }
  for (const dimension of ['enrollmentStatus', 'atApple', 'assignment'] as const) {
    for (const stage of DIMENSIONS[dimension]) {
      const filter = { [dimension]: stage }
      const { total } = await handlers.preview({ ...report, filter, format: STANDARD_FORMAT }, CONTEXT)
      const counted = stages[dimension].find(({ value }) => value === stage)?.count ?? 0
      expect([stage, counted]).toEqual([stage, total])
    }
  }
})
