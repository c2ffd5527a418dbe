import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { planArrivals } from '../../../../../main/core/assign/index.ts'
import { readBackup } from '../../../../../main/db/backup.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { listDeviceRecords } from '../../../../../main/db/reconcile-records.ts'
import { finishFetch } from '../../../../../main/db/sync-state.ts'
import type { SecretId } from '../../../../../shared/model/ids.ts'
import { BACKUP_PASSPHRASE, everything, setUpOffice, useFolder } from './backup-fixture.ts'
import { BACKUP_OF_VERSION_1 } from './backup-version-1.ts'
import { flip, OTHER, outcome, setUpVault } from './fixture.ts'

const at = useFolder()
let count = 0

const VALUE = 'REGISTER-ME-4711'
const BODY = '{"profile_name":"Sent 0815"}'
const NOTES = 'a note only we know: 4713'

/** Everything a person makes in the program, beside what `setUpOffice` has. */
function addWork(db: WriteDb, secrets: { readonly value: SecretId; readonly code: SecretId }): void {
  db.exec(`
    INSERT INTO tokens (no, id, name, group_no, consumer_key_hint, expires_at, state, state_since_at, version, created_at,
                        removed_at)
    VALUES (4, 'old', 'Old', 1, 'CK', 1, 'ok', 1, 1, 1, 2);
    INSERT INTO profiles (no, id, name, group_no, draft, console, notes, created_at, updated_at, removed_at)
    VALUES (5, 'profile', 'Standard', 7, '{"profile_name": "Draft"}', '{"a":1}', '${NOTES}', 3, 4, NULL),
           (6, 'removed', 'Removed', 7, '{}', '{}', '', 3, 4, 5);
    INSERT INTO profile_versions (no, profile_no, version, token_no, body, state, profile_uuid, published_at, app_version,
                                  checked_at)
    VALUES (8, 5, 1, 3, '${BODY}', 'published', 'UUID-1', 6, '1.0', 7),
           (9, 5, 2, 4, '{}', 'published', 'UUID-2', 6, '1.0', 7),
           (10, 5, 3, 3, '{"profile_name":"Asked"}', 'defining', NULL, 8, '1.0', NULL);
    INSERT INTO default_profiles VALUES (3, 5);
    INSERT INTO group_pages VALUES (9, 'default-profile', 'override', 'any', 'Standard');
    INSERT INTO registration_policies VALUES (7, 'two', 12);
    INSERT INTO reports (id, name, content, updated_at) VALUES ('report', 'Mine', '{"columns":["serial"]}', 9);
    INSERT INTO report_schedules (id, report, path, weekday, minute_of_day, keep, next_at, failures)
    VALUES ('nightly', 'report', '/exports/mine.csv', NULL, 120, 7, 1000, 0),
           ('weekly', 'lifecycle', '/exports/all.xlsx', 1, 60, 3, NULL, 0);
    INSERT INTO import_mappings VALUES ('serial|user', 'console', '{"serial":0}', 10);
    INSERT INTO settings VALUES ('saved-views', '[{"name":"Broken"}]');
    INSERT INTO removed_groups VALUES (12, 9);
    INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at, last_seen_at,
                         token_no, group_no, token_status_at)
    VALUES (1, 'C01', 1, 0, 4, 0, 1, 1, 3, 9, NULL), (2, 'C02', 1, 0, 4, 0, 1, 1, 3, 12, NULL),
           (3, 'C03', 1, 0, 1, 1, 1, 1, 3, NULL, 20), (4, 'C04', 2, 0, 1, 0, 1, 1, 3, 9, NULL),
           (5, 'C05', 1, 0, 1, 0, 1, 1, 3, NULL, NULL);
  `)
  db.prepare(
    `INSERT INTO registration_tokens (id, device_id, factor, length, secret_id, issued_at, ended_at, ended_by)
     VALUES ('first', 3, 'single', 8, NULL, 11, 12, 'replaced'), ('second', 3, 'two', 16, ?, 20, NULL, NULL)`,
  ).run(secrets.value)
  db.prepare(
    `INSERT INTO activation_locks (serial, secret_id, outcome, asked_at) VALUES ('C05', ?, 'SUCCESS', 13)`,
  ).run(secrets.code)
}

async function setUpWork() {
  const office = await setUpOffice()
  const value = office.vault.put('registration-token', JSON.stringify({ serial: 'C03', value: VALUE }))
  const code = office.vault.put('bypass-code', 'CODE-4712')
  addWork(office.db, { value, code })
  const path = at(`work-${count++}`)
  await office.vault.backup({ path, backupPassphrase: BACKUP_PASSPHRASE })
  return { ...office, path, value, code }
}

const restore = (path: string) => ({ path, backupPassphrase: BACKUP_PASSPHRASE })

/** What a backup would hold, but for secrets, which are sealed anew. */
function held(db: WriteDb) {
  const { secrets, ...rows } = readBackup(db)
  return { ...rows, secrets: secrets.map(({ id, kind }) => ({ id, kind })) }
}

it('everything people made comes to an empty data folder with the same values', async () => {
  const office = await setUpWork()
  const { db, vault } = setUpVault()
  const { restored, kept } = await vault.restore({ ...restore(office.path), passphrase: OTHER })
  expect(restored).toMatchObject({ profiles: 1, reports: 1, registrationTokens: 2, devices: 2, tokens: 1, settings: 2 })
  expect(kept).toMatchObject({ profiles: 0, reports: 0, registrationTokens: 0, devices: 0 })
  expect(held(db)).toEqual(held(office.db))
  expect(db.prepare('SELECT draft, console, notes, name FROM profiles').all()).toEqual([
    { draft: '{"profile_name": "Draft"}', console: '{"a":1}', notes: NOTES, name: 'Standard' },
  ])
  expect(
    db.prepare('SELECT version, body, state, profile_uuid FROM profile_versions ORDER BY version').raw().all(),
  ).toEqual([
    [1, BODY, 'published', 'UUID-1'],
    [3, '{"profile_name":"Asked"}', 'defining', null],
  ])
  expect(Buffer.from(vault.open(office.value, 'registration-token').reveal()).toString()).toContain(VALUE)
  expect(Buffer.from(vault.open(office.code, 'bypass-code').reveal()).toString()).toBe('CODE-4712')
})

it('devices wait in the list, unknown at Apple, with their group and the state of their registration token', async () => {
  const office = await setUpWork()
  const { db, vault } = setUpVault()
  await vault.restore({ ...restore(office.path), passphrase: OTHER })
  expect(
    db
      .prepare(
        `SELECT serial, at_apple, token_no, groups.id AS "group", token_status, token_status_at
         FROM devices LEFT JOIN groups ON groups.no = group_no ORDER BY serial`,
      )
      .raw()
      .all(),
  ).toEqual([
    ['C01', 0, null, 'emea', 0, null],
    // Its group was removed: it counts for the one above.
    ['C02', 0, null, 'emea', 0, null],
    ['C03', 0, null, null, 1, 20],
  ])
  // Nobody has listed them here: they are no side of a reconciliation.
  expect([...listDeviceRecords(db)].flat()).toEqual([])
  expect([...listDeviceRecords(office.db)].flat().length).toBe(5)
})

it('a second restore changes nothing', async () => {
  const office = await setUpWork()
  const { db, vault } = setUpVault()
  await vault.restore({ ...restore(office.path), passphrase: OTHER })
  const before = [held(db), everything(db)]
  const { restored } = await vault.restore(restore(office.path))
  expect(Object.values(restored).every((rows) => rows === 0)).toBe(true)
  expect([held(db), everything(db)]).toEqual(before)
})

it('what is here stays: the profile, the report, the group of a listed device, its registration token', async () => {
  const office = await setUpWork()
  const here = setUpVault()
  await here.vault.create({ passphrase: OTHER })
  const mine = here.vault.put('registration-token', 'mine')
  here.db.exec(`
    INSERT INTO profiles (id, name, group_no, draft, console, notes, created_at, updated_at)
    VALUES ('profile', 'Mine by now', 1, '{"profile_name": "Newer"}', '{}', 'newer', 3, 4), ('p2', 'standard', 1, '{}', '{}', '', 3, 4);
    INSERT INTO reports (id, name, content, updated_at) VALUES ('r2', 'MINE', '{}', 9);
    INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at, last_seen_at)
    VALUES (1, 'C01', 1, 0, 4, 0, 1, 1), (3, 'C03', 1, 0, 1, 1, 1, 1);
    INSERT INTO registration_tokens (id, device_id, factor, length, secret_id, issued_at) VALUES ('m', 3, 'single', 8, '${mine}', 30);
  `)
  const { restored } = await here.vault.restore(restore(office.path))
  expect(restored).toMatchObject({ profiles: 0, reports: 1, registrationTokens: 0, devices: 1 })
  const rows = (sql: string) => here.db.prepare(sql).raw().all()
  expect(rows('SELECT name, notes FROM profiles ORDER BY no')).toEqual([
    ['Mine by now', 'newer'],
    ['standard', ''],
  ])
  expect(rows('SELECT name FROM reports ORDER BY no')).toEqual([['MINE'], ['Mine (2)']])
  expect(rows('SELECT serial, group_no IS NULL FROM devices WHERE at_apple = 1')).toEqual([
    ['C01', 1],
    ['C03', 1],
  ])
  expect(rows('SELECT id, secret_id FROM registration_tokens')).toEqual([['m', mine]])
  expect(rows(`SELECT count(*) FROM secrets WHERE kind = 'registration-token'`)).toEqual([[1]])
})

it('a restore gives no default profile to devices that have long been at Apple; later arrivals get it', async () => {
  const office = await setUpWork()
  const { db, vault } = setUpVault()
  await vault.restore({ ...restore(office.path), passphrase: OTHER })
  const [tokenNo] = db.prepare(`SELECT no FROM tokens WHERE id = 'token'`).pluck().all() as [number]
  const list = (id: number) => {
    db.prepare(
      `INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at, last_seen_at, token_no)
       VALUES (?, ?, 1, 0, 1, 0, 1, 1, ?)`,
    ).run(id, `D${id}`, tokenNo)
    planArrivals(db, { ids: [id], arrived: [id], tokenNo, now: 50 })
  }
  const wishes = () => db.prepare('SELECT device_id, source FROM desired_profiles').raw().all()
  list(100)
  expect(wishes()).toEqual([])
  finishFetch(db, tokenNo, { now: 60, miscounted: 0 })
  list(101)
  expect(wishes()).toEqual([[101, 'default']])
})

it('nothing of it can be read in the file, and a changed one is one clear failure that changes nothing', async () => {
  const { path } = await setUpWork()
  const bytes = readFileSync(path)
  const [plain, wide] = [bytes.toString('latin1'), bytes.toString('utf16le')]
  for (const known of [
    VALUE,
    NOTES,
    'CODE-4712',
    'Standard',
    'Sent 0815',
    'C03',
    '/exports',
    BACKUP_PASSPHRASE.reveal(),
  ]) {
    expect([known, plain.includes(known), wide.includes(known)]).toEqual([known, false, false])
  }
  const { db, vault } = setUpVault()
  const before = [held(db), everything(db)]
  for (const place of [0, 30, 60, Math.floor(bytes.length / 2), bytes.length - 40, bytes.length - 1]) {
    const input = { file: flip(bytes, place), backupPassphrase: BACKUP_PASSPHRASE, passphrase: OTHER }
    expect(await outcome(() => vault.restore(input))).toBe('backup.damaged')
  }
  expect([held(db), everything(db)]).toEqual(before)
})

it('a backup from before there was all this still restores, as far as it goes', async () => {
  const { db, vault } = setUpVault()
  const file = Buffer.from(BACKUP_OF_VERSION_1, 'base64')
  const { restored } = await vault.restore({ file, backupPassphrase: BACKUP_PASSPHRASE, passphrase: OTHER })
  expect(restored).toMatchObject({
    secrets: 3,
    groups: 2,
    tokens: 1,
    credentials: 1,
    settings: 1,
    profiles: 0,
    devices: 0,
  })
  const { tokens, credentials, groups } = held(db)
  expect(tokens).toMatchObject([{ id: 'token', name: 'Berlin', serverUuid: 'uuid-1', intervalMinutes: 30 }])
  expect(credentials).toMatchObject([{ identity: '42', owner: { name: 'Ada' } }])
  expect(groups.find(({ id }) => id === 'berlin')?.pages).toMatchObject([{ page: 'schedule', value: '60' }])
  const secret = credentials![0]!.secretId!
  expect(Buffer.from(vault.open(secret, 'stoken').reveal()).toString()).toBe('STOKEN')
})
