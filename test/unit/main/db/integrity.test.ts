import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkIntegrity } from '../../../../main/db/integrity.ts'
import { openDb, openReadOnlyDb } from '../../../../main/db/open.ts'
import { repairStore } from '../../../../main/db/repair.ts'

const NOW = Date.UTC(2026, 10, 22, 7)
const PAGE_BYTES = 4096
const ROWS = 2000

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-db-'))
  path = join(folder, 'store.db')
  const db = openDb(path)
  const insert = db.prepare('INSERT INTO settings VALUES (?, ?)')
  db.transaction(() => {
    for (let n = 0; n < ROWS; n++) insert.run(`name ${String(n).padStart(5, '0')}`, JSON.stringify('x'.repeat(100)))
  })()
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Overwrites one page in the middle of the settings. */
function damage(): Buffer {
  const page = readFileSync(path).indexOf('name 01000') / PAGE_BYTES
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, Math.floor(page) * PAGE_BYTES)
  closeSync(file)
  return readFileSync(path)
}

test('a sound store is called sound, quickly and fully', () => {
  const db = openReadOnlyDb(path)
  expect([checkIntegrity(db, 'quick'), checkIntegrity(db)]).toEqual(Array(2).fill({ isSound: true, problems: [] }))
})

test('a damaged page is found, quickly and fully', () => {
  damage()
  const db = openReadOnlyDb(path)
  for (const depth of ['quick', 'full'] as const) {
    expect(checkIntegrity(db, depth)).toMatchObject({
      isSound: false,
      problems: expect.arrayContaining([expect.any(String)]),
    })
  }
})

test('a row that refers to nothing is found', () => {
  const db = openDb(path)
  db.pragma('foreign_keys = OFF')
  db.prepare("INSERT INTO device_raw VALUES (7, '{}')").run()
  expect(checkIntegrity(db)).toEqual({ isSound: false, problems: ['a row of device_raw refers to none of devices'] })
})

test('a repair keeps what can be read on both sides of the damage and sets the damaged store aside', () => {
  const damaged = damage()
  const { setAside, tables } = repairStore(path, NOW)

  const db = openDb(path)
  expect(checkIntegrity(db)).toEqual({ isSound: true, problems: [] })
  const names = db.prepare('SELECT name FROM settings ORDER BY name').pluck().all()
  expect(names.length).toBeGreaterThan(ROWS - 100)
  expect([names[0], names.at(-1)]).toEqual(['name 00000', 'name 01999'])
  expect(tables).toContainEqual({ table: 'settings', rows: names.length, isComplete: false })
  expect(tables).toContainEqual({ table: 'groups', rows: 1, isComplete: true })
  expect(setAside).toBe(`${path}.damaged-2026-11-22T07-00-00-000Z`)
  expect(readFileSync(setAside).equals(damaged)).toBe(true)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('the repair of a sound store loses nothing', () => {
  repairStore(path, NOW)
  expect(openDb(path).prepare('SELECT count(*) FROM settings').pluck().get()).toBe(ROWS)
})

test('a file without anything readable is set aside and an empty store takes its place', () => {
  writeFileSync(path, Buffer.alloc(PAGE_BYTES * 4, 0xa5))
  const { setAside } = repairStore(path, NOW)
  expect(statSync(setAside).size).toBe(PAGE_BYTES * 4)
  expect(openDb(path).prepare('SELECT name FROM groups').pluck().all()).toEqual(['Global'])
})

test('the repair of a store from a newer version is refused and changes nothing', () => {
  const db = openDb(path)
  db.pragma('user_version = 9990')
  db.close()
  const before = readFileSync(path)
  expect(() => repairStore(path, NOW)).toThrow(expect.objectContaining({ code: 'db.from-future' }))
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.includes('repair'))).toEqual([])
})
