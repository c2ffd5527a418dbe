import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { ImportProgress, ImportWish } from '../../../../../shared/contract/imports.ts'
import { adoptConsoleRecords, createImporter, type Importer } from '../../../../../main/core/imports/index.ts'
import { readPlaces } from '../../../../../main/db/device-places.ts'
import { findDevice } from '../../../../../main/db/devices.ts'
import { listEvents } from '../../../../../main/db/events.ts'
import { findImport, IMPORT_LEASE, listImports, listRemarks } from '../../../../../main/db/imports.ts'
import { takeLease } from '../../../../../main/db/leases.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openByteSource } from '../../../../../main/ports/byte-source.ts'
import type { Serial } from '../../../../../shared/model/ids.ts'
import { insertDevices, openDeviceStore } from '../../../../fakes/device-store.ts'

const NOW = Date.UTC(2026, 1, 10)
const DAY = 86_400_000
const [A, B, C] = ['C02XG0FDH7JY', 'DMPVK1ABCD34', 'F9FXY12ZQ1'] as [Serial, Serial, Serial]
const HEADER = 'Serial Number,Friendly Name,Username,Enrollment Status,Token Status,Last Seen'

let db: WriteDb
let importer: Importer
let folder: string
let count = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-import-'))
  db = openDeviceStore([
    {
      serial: A,
      atApple: 'present',
      profileStatus: 'pushed',
      profilePushTime: NOW - 5 * DAY,
      enrollmentStatus: 'in-progress',
    },
    {
      serial: B,
      atApple: 'present',
      profileStatus: 'assigned',
      profileAssignTime: NOW - DAY,
      enrollmentStatus: 'registered',
    },
  ])
  importer = importerOf(db)
})

function importerOf(store: WriteDb, name = 'here:1'): Importer {
  return createImporter({
    db: store,
    openByteSource,
    clock: { now: () => NOW },
    identity: { name, isDead: () => false },
  })
}

function file(rows: readonly string[], at = NOW): string {
  const path = join(folder, `${++count}.csv`)
  writeFileSync(path, [HEADER, ...rows].join('\r\n'))
  utimesSync(path, at / 1000, at / 1000)
  return path
}

type Given = Partial<ImportWish> & {
  readonly signal?: AbortSignal
  readonly report?: (progress: ImportProgress) => void
}

function run(path: string, { signal = new AbortController().signal, report = () => {}, ...wish }: Given = {}) {
  return importer.run({ ...wish, path, id: `i${++count}` }, { signal, report })
}

function device(serial: Serial) {
  const found = findDevice(db, serial, readPlaces(db))!
  const { enrollmentStatus, tokenStatus, user, friendlyName, consoleLastSeenAt, consoleAsOf } = found.device
  const told = listEvents(db, found.id).filter(({ kind }) => kind === 'console-told')
  return { enrollmentStatus, tokenStatus, user, friendlyName, consoleLastSeenAt, consoleAsOf, told }
}

/** Everything an import writes, to see that nothing is left. */
function footprint() {
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all()
  return ['devices', 'events', 'imports', 'import_staging', 'import_remarks', 'console_records', 'leases'].map(rows)
}

test('what the console says is set with its date, told in the time line and counted', async () => {
  const path = file([`${A},iPhone of Anna,anna,Enrolled,Compliant,2026-02-09T08:00:00Z`, `${B},,bob,Registered,,`])
  const done = await run(path)
  expect(done).toMatchObject({ state: 'done', kind: 'console-lifecycle', asOf: NOW, finishedAt: NOW })
  expect(done.counts).toEqual({
    rows: 2,
    accepted: 2,
    repaired: 0,
    rejected: 0,
    duplicates: 0,
    notUnderstood: 0,
    devices: 2,
    changed: 2,
    unchanged: 0,
    older: 0,
    unknown: 0,
  })
  expect(device(A)).toMatchObject({
    enrollmentStatus: 'enrolled',
    tokenStatus: 'compliant',
    user: 'anna',
    friendlyName: 'iPhone of Anna',
    consoleLastSeenAt: Date.UTC(2026, 1, 9, 8),
    consoleAsOf: NOW,
    told: [
      {
        at: NOW,
        detail: {
          enrollmentStatus: ['in-progress', 'enrolled'],
          tokenStatus: ['none', 'compliant'],
          user: [null, 'anna'],
          friendlyName: [null, 'iPhone of Anna'],
        },
      },
    ],
  })
  expect(device(B)).toMatchObject({ enrollmentStatus: 'registered', user: 'bob', friendlyName: null })
  expect(db.prepare('SELECT count(*) FROM import_staging').pluck().get()).toBe(0)
})

test('the same file again changes nothing and tells nothing', async () => {
  const path = file([`${A},x,anna,Enrolled,Compliant,`])
  await run(path)
  const before = device(A)
  expect((await run(path)).counts).toMatchObject({ devices: 1, changed: 0, unchanged: 1 })
  expect(device(A)).toEqual(before)
})

test('an older file overrules nothing that is newer and fills what is missing', async () => {
  await run(file([`${A},new name,,Enrolled,,2026-02-09`], NOW - DAY))
  const { counts } = await run(file([`${A},old name,anna,Unenrolled,Compliant,2026-01-01`], NOW - 3 * DAY))
  expect(counts).toMatchObject({ changed: 1, older: 0 })
  expect(device(A)).toMatchObject({
    enrollmentStatus: 'enrolled',
    friendlyName: 'new name',
    user: 'anna',
    tokenStatus: 'compliant',
    consoleAsOf: NOW - DAY,
  })
  expect((await run(file([`${A},older,bob,Unenrolled,,`], NOW - 4 * DAY))).counts).toMatchObject({
    older: 1,
    changed: 0,
  })
})

test('Apple’s newer word counts over what the console said of a device on its way', async () => {
  await run(file([`${B},,,Discovered,,`, `${A},,,Registered,,`], NOW - 3 * DAY))
  // Assigned after the file was made; pushed before it.
  expect(device(B).enrollmentStatus).toBe('registered')
  expect(device(A).enrollmentStatus).toBe('registered')
})

test('of two rows about a device the later heard of counts, and the other one is told', async () => {
  const rows = [`${A},one,,Unenrolled,,2026-02-01`, `${B},,,Enrolled,,`, `${A},two,,Enrolled,,2026-02-08`]
  const { id, counts } = await run(file(rows))
  expect(counts).toMatchObject({ rows: 3, accepted: 3, duplicates: 1, devices: 2 })
  expect(device(A)).toMatchObject({ friendlyName: 'two', enrollmentStatus: 'enrolled' })
  expect(remarks(id, 'duplicate')).toEqual([{ kind: 'duplicate', line: 2, text: A, serial: A, detail: '4' }])
})

function remarks(id: string, kind: 'duplicate' | 'unknown' | 'repaired' | 'rejected' | 'not-understood') {
  return listRemarks(db, findImport(db, id)!.no, { kind, offset: 0, limit: 100 }).rows
}

test('every repaired and refused row and every word not understood is kept with its line', async () => {
  const { id, counts } = await run(
    file([` ${A.toLowerCase()},,,Enrolled,,`, '7.64E+11,,,Enrolled,,', `${B},,,Frobnicated,,soon`]),
  )
  expect(counts).toMatchObject({ rows: 3, accepted: 1, repaired: 1, rejected: 1, notUnderstood: 2, devices: 2 })
  expect(remarks(id, 'repaired')).toEqual([
    { kind: 'repaired', line: 2, text: ` ${A.toLowerCase()}`, serial: A, detail: 'blanks lower-case' },
  ])
  expect(remarks(id, 'rejected')).toMatchObject([{ line: 3, text: '7.64E+11', detail: 'scientific-notation' }])
  expect(remarks(id, 'not-understood')).toMatchObject([
    { line: 4, text: 'Frobnicated', detail: 'enrollmentStatus' },
    { line: 4, text: 'soon', detail: 'lastSeen' },
  ])
  expect(device(B).enrollmentStatus).toBe('registered')
})

test('a serial number nobody knows becomes a record of the console, no device, and is adopted when Apple lists it', async () => {
  const { id, counts } = await run(file([`${C},iPad,carla,Enrolled,,`], NOW - DAY))
  expect(counts).toMatchObject({ devices: 1, unknown: 1, changed: 0 })
  expect(remarks(id, 'unknown')).toMatchObject([{ line: 2, serial: C }])
  expect(findDevice(db, C, readPlaces(db))).toBeUndefined()
  adoptConsoleRecords(db)
  expect(db.prepare('SELECT serial FROM console_records').pluck().all()).toEqual([C])
  insertDevices(db, [{ serial: C, atApple: 'present', profileStatus: 'assigned', enrollmentStatus: 'registered' }])
  adoptConsoleRecords(db)
  expect(device(C)).toMatchObject({ enrollmentStatus: 'enrolled', user: 'carla', consoleAsOf: NOW - DAY })
  expect(db.prepare('SELECT serial FROM console_records').pluck().all()).toEqual([])
})

test('the S of a bar code is taken away where only the rest is known', async () => {
  const { counts } = await run(file([`S${C},x,,Enrolled,,`, `S${A},y,,Enrolled,,`]))
  // Eleven letters may be a serial number of their own; thirteen are none.
  expect(counts).toMatchObject({ accepted: 1, repaired: 1, unknown: 1 })
  expect(device(A).friendlyName).toBe('y')
})

test.each(['reading', 'storing'] as const)('cancelled while %s it leaves nothing behind', async (phase) => {
  const path = file(Array.from({ length: 5000 }, (_, at) => `C02XG${String(at).padStart(6, '0')},x,,Enrolled,,`))
  const before = footprint()
  const controller = new AbortController()
  const report = (progress: ImportProgress) => progress.phase === phase && controller.abort()
  await expect(run(path, { signal: controller.signal, report })).rejects.toMatchObject({ name: 'AbortError' })
  expect(footprint()).toEqual(before)
})

test('cancelled while it is carried over it goes on to its end', async () => {
  const controller = new AbortController()
  const report = ({ phase }: ImportProgress) => phase === 'applying' && controller.abort()
  const { counts } = await run(file([`${A},x,,Enrolled,,`]), { signal: controller.signal, report })
  expect(counts).toMatchObject({ changed: 1 })
})

test('a file that was changed since it was looked at is refused, and nothing is taken over', async () => {
  const path = file([`${A},x,,Enrolled,,`])
  const { sha256 } = await importer.preview({ path }, { signal: new AbortController().signal, report: () => {} })
  writeFileSync(path, `${HEADER}\n${A},other,,Enrolled,,\n`)
  const before = footprint()
  await expect(run(path, { sha256 })).rejects.toMatchObject({ code: 'import.changed-meanwhile' })
  expect(footprint()).toEqual(before)
})

test('two imports at once: the second is refused', async () => {
  takeLease(db, { name: IMPORT_LEASE, owner: 'elsewhere:2', now: NOW, isAbandoned: () => false })
  await expect(run(file([`${A},x,,Enrolled,,`]))).rejects.toMatchObject({ code: 'import.already-running' })
  expect(listImports(db, 10)).toEqual([])
})

test('a list of serial numbers alone tells nothing of the console', async () => {
  const path = join(folder, 'plain.txt')
  writeFileSync(path, `${A}\n${B}\n`)
  await expect(run(path)).rejects.toMatchObject({ code: 'import.nothing-told' })
  await expect(run(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'file.unreadable' })
  expect(existsSync(join(folder, 'none.csv'))).toBe(false)
})

test('a file without a column of serial numbers is looked at, so that somebody can choose one, and not imported', async () => {
  const path = join(folder, 'colours.csv')
  writeFileSync(path, 'Colour,Size\nred,large\nblue,small\n')
  const context = { signal: new AbortController().signal, report: () => {} }
  const found = await importer.preview({ path }, context)
  expect(found).toMatchObject({ mapping: {}, counts: { rows: 0, accepted: 0 }, sizeBytes: 33 })
  expect(found.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(found.sample.map(({ cells }) => cells[0])).toEqual(['Colour', 'red', 'blue'])
  await expect(run(path)).rejects.toMatchObject({ code: 'import.no-serial-column' })
})

test('a look shows some remarks of each kind, however many there are of one', async () => {
  const many = Array.from({ length: 300 }, (_, at) => `C02XG${String(at).padStart(6, '0')},,,Strange ${at},,`)
  const context = { signal: new AbortController().signal, report: () => {} }
  const { remarks } = await importer.preview(
    { path: file([...many, ' c02xg0fdh7jy,,,Enrolled,,', '7.64E+11,,,,,']) },
    context,
  )
  const kinds = Map.groupBy(remarks, ({ kind }) => kind)
  expect([...kinds].map(([kind, of]) => [kind, of.length])).toEqual([
    ['not-understood', 100],
    ['repaired', 1],
    ['rejected', 1],
  ])
})

test('a mapping that somebody chose is remembered for the next file with this header', async () => {
  const path = join(folder, 'odd.csv')
  writeFileSync(path, `Code,Who,How\n${A},anna,Enrolled\n`)
  await expect(run(path)).rejects.toMatchObject({ code: 'import.nothing-told' })
  const mapping = { serial: 0, user: 1, enrollmentStatus: 2 }
  expect((await run(path, { mapping, remember: true })).counts).toMatchObject({ rows: 1, accepted: 1, rejected: 0 })
  expect(device(A)).toMatchObject({ user: 'anna', enrollmentStatus: 'enrolled' })
  writeFileSync(path, `CODE;WHO;HOW\n${A};bob;Unenrolled\n`)
  const context = { signal: new AbortController().signal, report: () => {} }
  expect(await importer.preview({ path }, context)).toMatchObject({ isRemembered: true, mapping, headerLine: 1 })
  await run(path)
  expect(device(A)).toMatchObject({ user: 'bob', enrollmentStatus: 'unenrolled' })
})

test('dates are read in the order that one of them proves', async () => {
  await run(file([`${A},,,Enrolled,,03/02/2026 00:00:00Z`, `${B},,,Enrolled,,25/01/2026`]))
  expect(device(A).consoleLastSeenAt).toBe(Date.UTC(2026, 1, 3))
})
