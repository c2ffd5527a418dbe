import { expect, test } from 'vitest'
import {
  dismissNotice,
  listDismissed,
  listFailureStreaks,
  readCheckedAt,
  recordCheck,
} from '../../../../main/db/notices.ts'
import type { WriteDb } from '../../../../main/db/open.ts'
import { openMemoryDb } from '../../../fakes/memory-db.ts'

function addToken(db: WriteDb, no: number, states: readonly string[], removedAt: number | null = null): void {
  db.prepare(
    `INSERT INTO tokens (no, id, name, group_no, consumer_key_hint, expires_at, state, state_since_at, version, created_at, removed_at)
     VALUES (?, ?, ?, 1, 'CK', 1, 'ok', 1, 1, 1, ?)`,
  ).run(no, `t${no}`, `Token ${no}`, removedAt)
  const insert = db.prepare(
    `INSERT INTO sync_runs (id, token_no, mode, state, started_at, requests, pages, received, added, modified, removed,
                            unchanged, found_only_by_fetch, assigned, error_code)
     VALUES (?, ?, 'sync', ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)`,
  )
  states.forEach((state, index) => {
    const [word, code = null] = state.split(' ')
    insert.run(`run-${no}-${index}`, no, word, 1000 * no + index, code)
  })
}

test('failures count from the last run that went well', () => {
  const db = openMemoryDb()
  addToken(db, 1, [
    'failed net.tls',
    'done',
    'failed net.tls',
    'cancelled',
    'interrupted',
    'failed auth.clock',
    'skipped',
  ])
  addToken(db, 2, ['failed net.tls', 'done'])
  addToken(db, 3, ['failed ade.busy'])
  addToken(db, 4, [])
  addToken(db, 5, ['failed ade.busy'], 9)
  expect(listFailureStreaks(db)).toEqual([
    { tokenId: 't1', count: 2, firstRunNo: 3, since: 1002, code: 'auth.clock' },
    { tokenId: 't3', count: 1, firstRunNo: 10, since: 3000, code: 'ade.busy' },
  ])
})

test('an id is new once', () => {
  const db = openMemoryDb()
  expect(readCheckedAt(db)).toBeNull()
  expect(recordCheck(db, ['a', 'b'], 10)).toEqual(['a', 'b'])
  expect(recordCheck(db, ['b', 'c'], 20)).toEqual(['c'])
  expect(recordCheck(db, ['a'], 5)).toEqual([])
  expect(readCheckedAt(db)).toBe(5)
})

test('what is dismissed stays so', () => {
  const db = openMemoryDb()
  recordCheck(db, ['a', 'b'], 10)
  dismissNotice(db, 'a', 11)
  dismissNotice(db, 'never told', 12)
  recordCheck(db, ['a'], 13)
  expect(listDismissed(db, ['a', 'b', 'never told'])).toEqual(new Set(['a', 'never told']))
})

test('the oldest are forgotten in time, but never what lasts', () => {
  const db = openMemoryDb()
  recordCheck(db, ['lasting'], 0)
  const many = Array.from({ length: 6000 }, (_, index) => `n${index}`)
  recordCheck(db, ['lasting', ...many], 1)
  expect(db.prepare('SELECT count(*) FROM told_notices').pluck().get()).toBe(6001)
  recordCheck(db, ['lasting', 'last'], 2)
  expect(db.prepare('SELECT count(*) FROM told_notices').pluck().get()).toBe(5001)
  expect(recordCheck(db, ['lasting'], 3)).toEqual([])
})
