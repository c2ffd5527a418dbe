import Database from 'better-sqlite3'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MIGRATIONS, migrate, readVersion, SCHEMA_VERSION, type Migration } from '../../../../main/db/migrate.ts'
import { openDb, openReadOnlyDb, type WriteDb } from '../../../../main/db/open.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-db-'))
  path = join(folder, 'store.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A migration that a later version could bring. */
const next: Migration = {
  version: SCHEMA_VERSION + 10,
  up: (db) => db.exec("ALTER TABLE settings ADD COLUMN note TEXT NOT NULL DEFAULT 'new'"),
}
const broken: Migration = {
  version: SCHEMA_VERSION + 20,
  up: (db) => {
    db.exec('CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT')
    throw new Error('cannot go on')
  },
}

/**
 * Every migration from the version before it, with rows as that version wrote them: `[version before, rows, what must
 * be true afterwards]`. A new migration without a line here fails the last test of this table.
 */
const STEPS: readonly (readonly [from: number, fill: (db: WriteDb) => void, check: (db: WriteDb) => void])[] = [
  [0, () => {}, (db) => expect(db.prepare('SELECT no, name FROM groups').all()).toEqual([{ no: 1, name: 'Global' }])],
  [
    10,
    (db) => insertTokenAt10(db),
    (db) => {
      const revision = () => db.prepare('SELECT revision FROM group_tree').pluck().get()
      expect([revision(), db.prepare('SELECT count(*) FROM group_pages').pluck().get()]).toEqual([1, 0])
      db.exec("UPDATE tokens SET name = 'HQ', state = 'ok'")
      expect(revision()).toBe(1)
      db.exec("UPDATE tokens SET name = 'Head office'")
      expect(revision()).toBe(2)
    },
  ],
  [
    20,
    (db) =>
      db.exec(`INSERT INTO devices (id, serial, group_no, at_apple, assignment, enrollment_status, token_status,
                                    first_seen_at, last_seen_at) VALUES (1, 'A', 1, 1, 0, 0, 0, 0, 0)`),
    (db) => {
      expect(db.prepare('SELECT serial, group_no FROM devices').all()).toEqual([{ serial: 'A', group_no: null }])
      db.exec('UPDATE devices SET group_no = 1')
      expect(db.prepare('SELECT device_id FROM device_changes').pluck().all()).toEqual([1])
    },
  ],
  [
    30,
    (db) => {
      insertTokenAt10(db)
      db.exec(`INSERT INTO sync_runs VALUES (1, 'r1', 1, 'fetch', 'done', 5, 6, 1, 1, 1, 1, 0, 0, 0, 0, 0, NULL, NULL)`)
    },
    (db) => {
      expect(
        db
          .prepare('SELECT name, owner_name, account_at, terms_checks, terms_check_at, retiring_since_at FROM tokens')
          .raw()
          .all(),
      ).toEqual([['HQ', null, null, 0, null, null]])
      expect(db.prepare('SELECT id, added, warning, first_event_no, last_event_no FROM sync_runs').raw().all()).toEqual(
        [['r1', 1, null, null, null]],
      )
    },
  ],
  [40, () => {}, (db) => expect(db.prepare('SELECT count(*) AS told FROM told_notices').get()).toEqual({ told: 0 })],
  [
    50,
    (db) => insertTokenAt10(db),
    (db) => {
      db.exec(`INSERT INTO profiles VALUES (1, 'p1', 'Berlin', 1, '{}', '{}', '', 0, 0, NULL)`)
      db.exec('INSERT INTO default_profiles SELECT no, 1 FROM tokens')
      expect(() => db.exec(`INSERT INTO profiles VALUES (2, 'p2', 'BERLIN', 1, '{}', '{}', '', 0, 0, NULL)`)).toThrow()
    },
  ],
  [
    70,
    (db) =>
      db.exec(`INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at,
                                    last_seen_at) VALUES (1, 'A', 1, 0, 0, 0, 0, 0)`),
    (db) => {
      db.exec("INSERT INTO desired_profiles VALUES (1, NULL, NULL, 'person', 0)")
      expect(db.prepare('SELECT count(*) AS known FROM profile_assignments').get()).toEqual({ known: 0 })
    },
  ],
  [
    80,
    (db) => db.exec("INSERT INTO secrets (id, kind, sealed, created_at) VALUES ('s1', 'proxy-credentials', x'00', 0)"),
    (db) => {
      db.exec("INSERT INTO activation_locks (serial, secret_id, asked_at) VALUES ('A', 's1', 0)")
      expect(db.prepare('SELECT id FROM secrets').all()).toEqual([{ id: 's1' }])
    },
  ],
  [
    90,
    (db) =>
      db.exec(`INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at,
                                    last_seen_at) VALUES (1, 'A', 1, 0, 0, 0, 0, 0)`),
    (db) => {
      const insert = (id: string, content: string) =>
        db.exec(`INSERT INTO diagnoses (id, serial, tree, started_at, updated_at, open_count, content)
                 VALUES ('${id}', 'A', 'terms', 0, 0, 0, '${content}')`)
      insert('d1', '{}')
      expect(() => insert('d1', '{}')).toThrow()
      expect(() => insert('d2', 'no JSON')).toThrow()
      expect(db.prepare('SELECT serial FROM devices').pluck().all()).toEqual(['A'])
    },
  ],
  [
    100,
    (db) =>
      db.exec(`INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at,
                                    last_seen_at) VALUES (1, 'A', 1, 0, 4, 0, 0, 0)`),
    (db) => {
      expect(db.prepare('SELECT serial, enrollment_status, user_name, console_at FROM devices').all()).toEqual([
        { serial: 'A', enrollment_status: 4, user_name: null, console_at: null },
      ])
      db.exec("INSERT INTO import_staging (serial, device_id, line) VALUES ('A', 1, 2)")
      expect(() => db.exec("INSERT INTO import_staging (serial, device_id, line) VALUES ('A', 1, 3)")).toThrow()
      expect(() => db.exec("INSERT INTO import_remarks VALUES (1, 0, 1, 0, '', NULL, '')")).toThrow()
    },
  ],
  [
    110,
    (db) => db.exec("INSERT INTO settings (name, value) VALUES ('kept', '1')"),
    (db) => {
      const insert = (id: string) =>
        db.exec(`INSERT INTO reconciliations (id, at, portal, console, counts, causes, searched_near, has_rows)
                 VALUES ('${id}', 0, '{}', '{}', '{}', '[]', 1, 1)`)
      insert('a')
      expect(() => insert('a')).toThrow()
      db.exec("INSERT INTO reconciliation_rows VALUES (1, 1, 0, 0, 1, x'00')")
      expect(() => db.exec("INSERT INTO reconciliation_rows VALUES (2, 1, 0, 0, 1, x'00')")).toThrow()
      expect(() => db.exec('DELETE FROM reconciliations')).toThrow()
      expect(db.prepare("SELECT value FROM settings WHERE name = 'kept'").pluck().get()).toBe('1')
    },
  ],
  [
    MIGRATIONS.findLast(({ version }) => version < 130)!.version,
    (db) => db.exec("INSERT INTO secrets (id, kind, sealed, created_at) VALUES ('s1', 'bypass-code', x'00', 0)"),
    (db) => {
      const insert = (id: string, identity: string | null) =>
        db.exec(`INSERT INTO credentials (id, kind, name, identity, secret_id, facts, expires_at, state, state_since_at,
                                          version, created_at)
                 VALUES ('${id}', 'stoken', '${id}', ${identity}, 's1', '{}', 0, 'ok', 0, 1, 0)`)
      insert('a', null)
      insert('b', null)
      insert('c', "'library'")
      expect(() => insert('d', "'library'")).toThrow()
      expect(() => insert('A', null)).toThrow()
      expect(db.prepare('SELECT id FROM secrets').pluck().all()).toEqual(['s1'])
    },
  ],
  [
    130,
    () => {},
    (db) => {
      db.exec(`INSERT INTO reports (id, name, content, updated_at) VALUES ('a', 'Mine', '{}', 0);
               INSERT INTO report_schedules (no, id, report, path, minute_of_day, keep, failures)
               VALUES (1, 's', 'a', '/a.csv', 360, 1, 0);
               INSERT INTO report_runs (id, report, name, schedule_no, started_at, state, path, rotates)
               VALUES ('r', 'a', 'Mine', 1, 0, 'done', '/a.csv', 1)`)
      expect(() =>
        db.exec("INSERT INTO reports (id, name, content, updated_at) VALUES ('b', 'MINE', '{}', 0)"),
      ).toThrow('UNIQUE')
      expect(() => db.exec('UPDATE report_schedules SET weekday = 8')).toThrow('CHECK')
      db.exec('DELETE FROM report_schedules')
      expect(db.prepare('SELECT schedule_no FROM report_runs').pluck().all()).toEqual([null])
    },
  ],
  [
    MIGRATIONS.findLast(({ version }) => version < 150)!.version,
    (db) =>
      db.exec(`INSERT INTO devices (id, serial, at_apple, assignment, enrollment_status, token_status, first_seen_at,
                                    last_seen_at) VALUES (1, 'A', 1, 0, 0, 1, 0, 0);
               INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'g2', 1, 'EMEA', 'Container', 0)`),
    (db) => {
      const insert = (id: string, ended: string) =>
        db.exec(`INSERT INTO registration_tokens (id, device_id, factor, length, issued_at, ended_at, ended_by)
                 VALUES ('${id}', 1, 'single', 8, 0, ${ended})`)
      insert('a', "1, 'revoked'")
      insert('b', 'NULL, NULL')
      expect(() => insert('c', 'NULL, NULL')).toThrow('UNIQUE')
      expect(() => insert('d', '1, NULL')).toThrow('CHECK')
      db.exec("INSERT INTO registration_policies VALUES (2, 'two', 12)")
      expect(() => db.exec("INSERT INTO registration_policies VALUES (1, 'two', 5)")).toThrow('CHECK')
      db.exec('DELETE FROM groups WHERE no = 2')
      expect(db.prepare('SELECT count(*) FROM registration_policies').pluck().get()).toBe(0)
      expect(db.prepare('SELECT token_status FROM devices').pluck().all()).toEqual([1])
    },
  ],
  [
    150,
    (db) => {
      insertTokenAt10(db)
      db.exec("INSERT INTO sync_state (token_no, phase, device_count) VALUES (1, 'sync', 5)")
    },
    (db) => {
      // What is here now was not restored by this version.
      expect(db.prepare('SELECT device_count, spares_defaults FROM sync_state').raw().all()).toEqual([[5, 0]])
      expect(() => db.exec('UPDATE sync_state SET spares_defaults = 2')).toThrow('CHECK')
    },
  ],
  [
    160,
    (db) =>
      db.exec("INSERT INTO import_staging (serial, device_id, line) VALUES ('B', 1, 2), ('A', 0, 3), ('C', 1, 4)"),
    (db) => {
      const rows = db.prepare('SELECT device_id, serial, line FROM import_staging').raw().all()
      expect(rows).toEqual([
        [0, 'A', 3],
        [1, 'B', 2],
        [1, 'C', 4],
      ])
    },
  ],
]

function insertTokenAt10(db: WriteDb): void {
  db.exec(`INSERT INTO tokens (id, name, group_no, consumer_key_hint, expires_at, state, state_since_at, version, created_at)
           VALUES ('t1', 'HQ', 1, 'CK_', 0, 'expiring', 0, 1, 0)`)
}

test.each(STEPS)('the migration from version %i keeps the rows of that version', (from, fill, check) => {
  const db = new Database(':memory:') as unknown as WriteDb
  const before = MIGRATIONS.filter(({ version }) => version <= from)
  if (before.length > 0) migrate(db, before)
  fill(db)
  migrate(db, MIGRATIONS.slice(0, before.length + 1))
  check(db)
})

test('every migration has a test from the version before it', () => {
  expect(STEPS.map(([from]) => from)).toEqual([0, ...MIGRATIONS.slice(0, -1).map(({ version }) => version)])
})

test('migrations out of order are refused', () => {
  const db = new Database(':memory:') as unknown as WriteDb
  expect(() => migrate(db, [next, ...MIGRATIONS])).toThrow(/out of order/)
})

test('an existing store is copied aside, readable by its owner only, before it is migrated', () => {
  const db = openDb(path)
  db.prepare("INSERT INTO settings VALUES ('a', '1')").run()
  migrate(db, [...MIGRATIONS, next])
  expect(db.prepare('SELECT * FROM settings').all()).toEqual([{ name: 'a', value: '1', note: 'new' }])
  const copy = `${path}.before-${next.version}`
  expect(openReadOnlyDb(copy).prepare('SELECT * FROM settings').all()).toEqual([{ name: 'a', value: '1' }])
  if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600)
})

test('a new store is not copied', () => {
  openDb(path).close()
  expect(readdirSync(folder)).toEqual(['store.db'])
})

test('a migration that fails leaves the store as it was', () => {
  const db = openDb(path)
  expect(() => migrate(db, [...MIGRATIONS, next, broken])).toThrow('cannot go on')
  expect(readVersion(db)).toBe(SCHEMA_VERSION)
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 })
  expect(db.prepare('SELECT * FROM settings').all()).toEqual([])
})

test('a store from a newer version is refused and not touched', () => {
  const db = openDb(path)
  db.pragma(`user_version = ${SCHEMA_VERSION + 10}`)
  db.close()
  const before = readFileSync(path)
  const refused = expect.objectContaining({ code: 'db.from-future', path })
  expect(() => openDb(path)).toThrow(refused)
  expect(() => openReadOnlyDb(path)).toThrow(refused)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a file that is no database is called damaged', () => {
  writeFileSync(path, 'this is a shopping list, and it is long enough to be looked at by SQLite'.repeat(20))
  expect(() => openDb(path)).toThrow(expect.objectContaining({ code: 'db.damaged' }))
})

test('a store that is read only for diagnosis cannot be written', () => {
  openDb(path).close()
  expect(() => openReadOnlyDb(path).prepare("INSERT INTO settings VALUES ('a', '1')").run()).toThrow(/readonly/)
})

test('processes that open a new store at once all succeed', async () => {
  const script = join(folder, 'open.ts')
  const openModule = new URL('../../../../main/db/open.ts', import.meta.url).href
  writeFileSync(script, `import { openDb } from '${openModule}'\nopenDb(process.argv[2]).close()\n`)
  const codes = await Promise.all(
    Array.from({ length: 4 }, async () => (await once(fork(script, [path], { execArgv: [] }), 'exit'))[0] as number),
  )
  expect(codes).toEqual([0, 0, 0, 0])
  expect(readVersion(openReadOnlyDb(path))).toBe(SCHEMA_VERSION)
})
