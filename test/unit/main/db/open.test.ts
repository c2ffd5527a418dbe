import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDb } from '../../../../main/db/open.ts'
import { run, sql } from '../../../../main/db/sql.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ade-desk-open-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const lastChange = (db: ReturnType<typeof openDb>) =>
  db.prepare('SELECT count(*) AS rows, max(no) AS last FROM device_changes').get() as { rows: number; last: number }

test('a store that somebody is writing to is opened without waiting for them', () => {
  const path = join(folder, 'store.db')
  const writer = openDb(path)
  run(writer, sql`INSERT INTO device_changes (no, device_id) VALUES (1, 1), (150000, 1)`)
  writer.exec('BEGIN IMMEDIATE')
  const reader = openDb(path)
  expect(lastChange(reader)).toEqual({ rows: 2, last: 150_000 })
  reader.close()
  writer.exec('COMMIT')
  writer.close()
})

test('of a long list of changes the newest are kept', () => {
  const path = join(folder, 'store.db')
  const before = openDb(path)
  run(before, sql`INSERT INTO device_changes (no, device_id) VALUES (1, 1), (300000, 1)`)
  before.close()
  const after = openDb(path)
  expect(lastChange(after)).toEqual({ rows: 1, last: 300_000 })
  after.close()
})
