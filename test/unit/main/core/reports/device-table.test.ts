import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEVICE_COLUMNS, type Device, type DeviceColumn } from '../../../../../shared/model/device.ts'
import type { Serial, TokenId } from '../../../../../shared/model/ids.ts'
import { writeDeviceReport, type ReportTarget } from '../../../../../main/core/reports/index.ts'
import { createIsoTime } from '../../../../../main/core/reports/iso-time.ts'

const DEVICE: Device = {
  serial: 'C02A' as Serial,
  model: 'iPad, 10th',
  description: 'the "new" one',
  color: null,
  assetTag: null,
  family: 'iPad',
  os: 'iPadOS',
  token: 'HQ',
  tokenId: 't1' as TokenId,
  group: '/Global',
  atApple: 'present',
  goneSince: null,
  goneReason: null,
  profileStatus: 'pushed',
  profileUuid: 'AB12',
  profileName: null,
  assignment: 'assigned',
  assignmentError: null,
  nextAttemptAt: null,
  enrollmentStatus: 'in-progress',
  tokenStatus: 'none',
  user: 'anna',
  friendlyName: null,
  consoleLastSeenAt: null,
  consoleAsOf: 0,
  assignedDate: Date.UTC(2026, 0, 31, 23, 59, 59, 7),
  assignedBy: 'a@b.example',
  profileAssignTime: null,
  profilePushTime: null,
  migrationDeadline: null,
  firstSeenAt: 0,
  lastSeenAt: 1_700_000_000_123,
}

/** A target in memory that remembers how it ended. */
function createTarget(fail?: Error) {
  const written = { text: '', end: 'open' }
  const target: ReportTarget = {
    write: async (text) => {
      if (fail) throw fail
      written.text += text
    },
    finish: async () => void (written.end = 'finished'),
    discard: async () => void (written.end = 'discarded'),
  }
  return { target, written }
}

async function write(devices: readonly Device[], columns?: readonly DeviceColumn[]) {
  const { target, written } = createTarget()
  const progress: unknown[] = []
  const signal = new AbortController().signal
  const source = { total: devices.length, read: (from: number, to: number) => devices.slice(from, to) }
  const rows = await writeDeviceReport(source, { columns, target, signal, report: (step) => progress.push(step) })
  return { rows, progress, ...written }
}

test('the lifecycle report has a title per column, ISO times, nothing for what is absent, CRLF and a byte order mark', async () => {
  expect(await write([DEVICE])).toEqual({
    rows: 1,
    progress: [{ rows: 1, total: 1 }],
    end: 'finished',
    text:
      '\uFEFFSerial Number,Model,Description,Color,Asset Tag,Device Family,Operating System,Token,Organization Group,' +
      'At Apple,Gone Since,Gone Reason,Profile Status,Profile UUID,Profile Name,Assignment,Assignment Error,' +
      'Next Attempt,Enrollment Status,Token Status,User,Friendly Name,Console Last Seen,Console As Of,Assigned Date,Assigned By,Profile Assign Time,Profile Push Time,' +
      'Migration Deadline,First Seen,Last Seen\r\n' +
      'C02A,"iPad, 10th","the ""new"" one",,,iPad,iPadOS,HQ,/Global,present,,,pushed,AB12,,assigned,,,in-progress,none,anna,,,1970-01-01T00:00:00.000Z,' +
      '2026-01-31T23:59:59.007Z,a@b.example,,,,1970-01-01T00:00:00.000Z,2023-11-14T22:13:20.123Z\r\n',
  })
})

test('columns come in the order asked for', async () => {
  const { text } = await write([DEVICE], ['lastSeenAt', 'serial'])
  expect(text).toBe('\uFEFFLast Seen,Serial Number\r\n2023-11-14T22:13:20.123Z,C02A\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['a=1', 'a=1'],
  ['two\nlines', '"two\nlines"'],
  ['a,b', '"a,b"'],
])('the cell %j is written as %j', async (assetTag, cell) => {
  const { text } = await write([{ ...DEVICE, assetTag }], ['assetTag'])
  expect(text).toBe(`\uFEFFAsset Tag\r\n${cell}\r\n`)
})

test('every cell reads back as it was, but for the apostrophe before what a spreadsheet would run', async () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', 'a', '\t', 'é', '😀', "'", '-') }),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (tags) => {
      const devices = tags.map((assetTag) => ({ ...DEVICE, assetTag }))
      const { text } = await write(devices, ['assetTag', 'serial'])
      const expected = tags.map((tag) => [/^'*[=+\-@\t\r]/.test(tag) ? `'${tag}` : tag, 'C02A'])
      expect(parseCsv(text.slice(1))).toEqual([['Asset Tag', 'Serial Number'], ...expected])
    }),
  )
})

/** RFC 4180 read sign by sign. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '"' && isQuoted && text[at + 1] === '"') cell += text[at++]!
    else if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) cell += sign
    else if (sign === ',') [row, cell] = [[...row, cell], '']
    else if (sign === '\r' && text[++at] === '\n') {
      rows.push([...row, cell])
      ;[row, cell] = [[], '']
    } else cell += sign
  }
  return rows
}

test('every column of a device has a title and no two share one', async () => {
  const { text } = await write([])
  const titles = text.slice(1, -2).split(',')
  expect([titles.length, new Set(titles).size]).toEqual([DEVICE_COLUMNS.length, DEVICE_COLUMNS.length])
})

test('a large report is read in portions and tells how far it is', async () => {
  const { progress, rows } = await write(Array<Device>(2500).fill(DEVICE), ['serial'])
  expect([rows, progress]).toEqual([2500, [1000, 2000, 2500].map((done) => ({ rows: done, total: 2500 }))])
})

test('a cancelled report is discarded', async () => {
  const { target, written } = createTarget()
  const controller = new AbortController()
  const source = { total: 5000, read: () => [DEVICE] }
  const report = () => controller.abort()
  await expect(writeDeviceReport(source, { target, signal: controller.signal, report })).rejects.toThrow(/abort/)
  expect(written.end).toBe('discarded')
})

test('a report whose target fails is discarded and the failure told', async () => {
  const { target, written } = createTarget(new Error('disk full'))
  const signal = new AbortController().signal
  const source = { total: 1, read: () => [DEVICE] }
  await expect(writeDeviceReport(source, { target, signal, report: () => {} })).rejects.toThrow('disk full')
  expect(written.end).toBe('discarded')
})

test('times are written as toISOString writes them, whatever the year', () => {
  const isoTime = createIsoTime()
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (ms) => {
      expect(isoTime(ms)).toBe(new Date(ms).toISOString())
    }),
  )
})
