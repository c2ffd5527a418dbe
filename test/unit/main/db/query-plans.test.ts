import { expect, test } from 'vitest'
import { columnQuery, IDS_BY_SERIAL } from '../../../../main/db/device-columns.ts'
import { DEVICES_BY_ID } from '../../../../main/db/devices.ts'
import { eventsOfDevice } from '../../../../main/db/events.ts'
import { openDb } from '../../../../main/db/open.ts'

/** What SQLite is going to do, step by step. A scan of a large table, or a sort of one, is a mistake in any of these. */
function planOf(text: string, ...params: readonly unknown[]): readonly string[] {
  const steps = openDb(':memory:')
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .all(...params) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

test('a page of the list finds each device by its id', () => {
  expect(planOf(DEVICES_BY_ID, '[]')).toEqual([
    'SCAN wanted VIRTUAL TABLE INDEX 1:',
    'SEARCH devices USING INTEGER PRIMARY KEY (rowid=?)',
    'USE TEMP B-TREE FOR ORDER BY',
  ])
})

test('a device is found by its serial number', () => {
  expect(planOf('SELECT * FROM devices WHERE serial = ?', 'A')).toEqual([
    'SEARCH devices USING INDEX sqlite_autoindex_devices_1 (serial=?)',
  ])
})

test('the order by serial number is read from the index alone', () => {
  expect(planOf(IDS_BY_SERIAL)).toContain('SCAN devices USING COVERING INDEX sqlite_autoindex_devices_1')
})

test('a part of a column is read in the order of the ids', () => {
  expect(planOf(columnQuery('model_id'), 1, 2)).toEqual([
    'SEARCH devices USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
  ])
})

test('the time line of a device is read from its index, in order', () => {
  const { text, params } = eventsOfDevice(1)
  expect(planOf(text, ...params)).toEqual([
    'SEARCH events USING INDEX events_by_device (device_id=?)',
    'SEARCH sync_runs USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
  ])
})

test('Apple’s last answer is found by the device', () => {
  expect(planOf('SELECT json FROM device_raw WHERE device_id = ?', 1)).toEqual([
    'SEARCH device_raw USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})

test('the runs of a token are read from their index, newest first', () => {
  expect(planOf('SELECT * FROM sync_runs WHERE token_no = ? ORDER BY no DESC LIMIT 20', 1)).toEqual([
    'SEARCH sync_runs USING INDEX sync_runs_by_token (token_no=?)',
  ])
})

test('the changes since the last look are read from their end', () => {
  expect(planOf('SELECT device_id FROM device_changes WHERE no > ? ORDER BY no LIMIT 10', 1)).toEqual([
    'SEARCH device_changes USING INTEGER PRIMARY KEY (rowid>?)',
  ])
})
