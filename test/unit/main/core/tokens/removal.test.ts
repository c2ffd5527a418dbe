import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTokenService, retireDevices } from '../../../../../main/core/tokens/index.ts'
import { openDb, type WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { removeToken, RETIRED_AT_ONCE } from '../../../../../main/db/remove-token.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { addToken } from '../sync/stage.ts'
import { createSetup } from './setup.ts'

const DEVICES = 4 * RETIRED_AT_ONCE + 7
const T1 = 't1' as TokenId

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-removal-'))
  path = join(folder, 'store.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Token 1 has every device, token 2 every third one too, which is shown on token 1 all the same. */
function fill(db: WriteDb): void {
  addToken(db, 1)
  addToken(db, 2)
  db.exec(`
    INSERT INTO secrets (id, kind, sealed, created_at) VALUES ('s1', 'token-credentials', x'00', 0);
    UPDATE tokens SET credentials_secret_id = 's1' WHERE no = 1;
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${DEVICES})
    INSERT INTO devices (id, serial, token_no, at_apple, assignment, enrollment_status, token_status, first_seen_at, last_seen_at)
      SELECT id, 'S' || id, 1, 1, 0, 1, 0, 0, 0 FROM n;
    INSERT INTO assignments (device_id, token_no, at_apple, since_at, op_deleted) SELECT id, 1, 1, 0, 0 FROM devices;
    INSERT INTO assignments (device_id, token_no, at_apple, since_at, op_deleted)
      SELECT id, 2, 1, 0, 0 FROM devices WHERE id % 3 = 0;
  `)
}

const count = (db: WriteDb, condition: string) =>
  db.prepare(`SELECT count(*) FROM devices WHERE ${condition}`).pluck().get() as number
const events = (db: WriteDb, kind: string) =>
  db.prepare('SELECT count(*) FROM events WHERE kind = ?').pluck().get(kind) as number

/** Everything that must be true in the end, however often it was interrupted. */
function expectRemoved(db: WriteDb): void {
  const shared = Math.floor(DEVICES / 3)
  expect(count(db, 'token_no = 1 AND at_apple = 1')).toBe(0)
  expect(
    count(
      db,
      "token_no = 1 AND at_apple = 2 AND gone_since_at = 99 AND gone_reason_id = (SELECT id FROM words WHERE text = 'token-removed')",
    ),
  ).toBe(DEVICES - shared)
  expect(count(db, 'token_no = 2 AND at_apple = 1')).toBe(shared)
  expect([events(db, 'removed'), events(db, 'moved')]).toEqual([DEVICES - shared, shared])
  expect(db.prepare('SELECT count(*) FROM assignments WHERE token_no = 1 AND at_apple = 1').pluck().get()).toBe(0)
  expect(db.prepare('SELECT retiring_since_at FROM tokens WHERE no = 1').pluck().get()).toBeNull()
}

/** As a killed program leaves it: some portions are done, the rest is not, and nothing says where it stopped. */
async function killAfter(db: WriteDb, portions: number): Promise<void> {
  const kill = new AbortController()
  let done = 0
  const clock = {
    ...systemClock,
    sleep: async () => (++done >= portions ? kill.abort(new Error('killed')) : undefined),
  }
  await expect(retireDevices({ db, clock }, { tokenNo: 1 }, { signal: kill.signal, report() {} })).rejects.toThrow(
    'killed',
  )
}

function serviceOver(db: WriteDb) {
  const { ports } = createSetup()
  return createTokenService({ ...ports, db, clock: systemClock })
}

describe('removing a token with many devices', () => {
  test('takes effect at once, and a killed program leaves what the next one finishes', async () => {
    let db = openDb(path)
    fill(db)
    removeToken(db, T1, 99)
    expect(db.prepare('SELECT removed_at, credentials_secret_id FROM tokens WHERE no = 1').get()).toEqual({
      removed_at: 99,
      credentials_secret_id: null,
    })
    expect(db.prepare('SELECT count(*) FROM secrets').pluck().get()).toBe(0)
    await killAfter(db, 2)
    expect(count(db, 'token_no = 1 AND at_apple = 1')).toBeGreaterThan(0)
    db.close()

    db = openDb(path)
    const service = serviceOver(db)
    expect(service.handlers.removals({}, { signal: new AbortController().signal, report() {} })).toMatchObject([
      { id: T1, name: 'token-1', since: 99 },
    ])
    await service.resumeRemovals()
    expectRemoved(db)
    expect(service.handlers.removals({}, { signal: new AbortController().signal, report() {} })).toEqual([])
    db.close()
  })

  test('killed after any number of portions ends the same', async () => {
    for (let portions = 1; portions <= 5; portions++) {
      const db = openMemoryDb()
      fill(db)
      removeToken(db, T1, 99)
      for (let kills = 0; kills < 2; kills++) await killAfter(db, Math.min(portions, 4))
      await retireDevices(
        { db, clock: systemClock },
        { tokenNo: 1 },
        { signal: new AbortController().signal, report() {} },
      )
      expectRemoved(db)
    }
  })

  test('tells how far it is, and goes on when nobody waits any more', async () => {
    const db = openMemoryDb()
    fill(db)
    const service = serviceOver(db)
    const leave = new AbortController()
    const told: number[] = []
    const waiting = service.handlers.remove(
      { tokenId: T1 },
      {
        signal: leave.signal,
        report: ({ looked }) => void told.push(looked),
      },
    )
    leave.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await service.resumeRemovals()
    expect(count(db, 'token_no = 1 AND at_apple = 1')).toBe(0)
    expect(told[0]).toBeLessThanOrEqual(DEVICES)
  })

  test('closing stops between two portions, and leaves the mark', async () => {
    const db = openMemoryDb()
    fill(db)
    const service = serviceOver(db)
    const removal = Promise.resolve(
      service.handlers.remove({ tokenId: T1 }, { signal: new AbortController().signal, report() {} }),
    )
    removal.catch(() => {})
    await service.close()
    expect(db.prepare('SELECT retiring_since_at IS NULL FROM tokens WHERE no = 1').pluck().get()).toBe(0)
    await serviceOver(db).resumeRemovals()
    expect(count(db, 'token_no = 1 AND at_apple = 1')).toBe(0)
  })

  test('a token that a restore brought back keeps its devices', async () => {
    const db = openMemoryDb()
    fill(db)
    removeToken(db, T1, 99)
    await killAfter(db, 1)
    const left = count(db, 'token_no = 1 AND at_apple = 1')
    db.exec('UPDATE tokens SET removed_at = NULL WHERE no = 1')
    await serviceOver(db).resumeRemovals()
    await retireDevices(
      { db, clock: systemClock },
      { tokenNo: 1 },
      { signal: new AbortController().signal, report() {} },
    )
    expect(count(db, 'token_no = 1 AND at_apple = 1')).toBe(left)
  })
})
