import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SecretId } from '../../../../../shared/model/ids.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { findSecret, saveSecret } from '../../../../../main/db/secrets.ts'
import { noSealing } from '../../../../../main/ports/sealing.ts'
import {
  ALL,
  BACKUP_PASSPHRASE,
  CREDENTIALS,
  everything,
  NONE,
  PRIVATE_KEY,
  setUpOffice,
  useFolder,
} from './backup-fixture.ts'
import { flip, OTHER, outcome, PASSPHRASE, setUpVault } from './fixture.ts'

const at = useFolder()
let count = 0

async function backUp(office: Awaited<ReturnType<typeof setUpOffice>>): Promise<string> {
  const path = at(`backup-${count++}`)
  await office.vault.backup({ path, backupPassphrase: BACKUP_PASSPHRASE })
  return path
}

async function setUpBackup() {
  const office = await setUpOffice()
  return { ...office, path: await backUp(office) }
}

async function setUpOther() {
  const setUp = setUpVault()
  await setUp.vault.create({ passphrase: OTHER })
  return setUp
}

const restore = (path: string) => ({ path, backupPassphrase: BACKUP_PASSPHRASE })
const reveal = (secret: Secret<Uint8Array>) => Buffer.from(secret.reveal()).toString()

describe('a backup', () => {
  it('answers with the state of the vault and leaves it as it is', async () => {
    const { db, vault } = await setUpOffice()
    const before = everything(db)
    const status = await vault.backup({ path: at('status'), backupPassphrase: BACKUP_PASSPHRASE })
    expect([status.state, status.secrets]).toEqual(['unlocked', 2])
    expect(everything(db)).toEqual(before)
  })

  it.skipIf(process.platform === 'win32')('is a file only its owner may read, with nothing beside it', async () => {
    const { path } = await setUpBackup()
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(dirname(path)).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('does not overwrite a file', async () => {
    const { path, vault } = await setUpBackup()
    const before = readFileSync(path)
    expect(await outcome(() => vault.backup(restore(path)))).toBe('file.exists')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('wants a passphrase worth its name and a place to be written to', async () => {
    const { vault } = await setUpOffice()
    const weak = { path: at('weak'), backupPassphrase: new Secret('1234567') }
    expect(await outcome(() => vault.backup(weak))).toBe('vault.weak-passphrase')
    expect(await outcome(() => vault.backup(restore(at('no/where'))))).toBe('file.unwritable')
    expect(existsSync(at('weak'))).toBe(false)
  })

  it('is not made without a secret that no longer opens, and says which kind', async () => {
    const { db, vault, key } = await setUpOffice()
    const row = findSecret(db, key)!
    saveSecret(db, { ...row, sealed: flip(row.sealed, 20) })
    await expect(vault.backup(restore(at('partial')))).rejects.toMatchObject({
      code: 'vault.damaged',
      facts: { kind: 'token-key' },
    })
    expect(existsSync(at('partial'))).toBe(false)
  })
})

describe('restoring on another computer', () => {
  it('makes the vault with the passphrase given, and everything is there', async () => {
    const { path, key, credentials } = await setUpBackup()
    const { db, vault } = setUpVault()
    const summary = await vault.restore({ ...restore(path), passphrase: OTHER })
    const kept = { ...NONE, groups: 1 }
    expect(summary).toMatchObject({ state: 'unlocked', secrets: 2, restored: { ...ALL, groups: 2 }, kept })
    expect(reveal(vault.open(key, 'token-key'))).toBe(PRIVATE_KEY)
    expect(reveal(vault.open(credentials, 'token-credentials'))).toBe(CREDENTIALS)
    const again = setUpVault({ db }).vault
    expect(await outcome(() => again.unlock({ passphrase: PASSPHRASE }))).toBe('vault.wrong-passphrase')
    expect(await outcome(() => again.unlock({ passphrase: OTHER }))).toBe('opened')
  })

  it('lets tokens start with a fetch, without a cursor, at the interval they had', async () => {
    const { path } = await setUpBackup()
    const { db, vault } = setUpVault()
    await vault.restore({ ...restore(path), passphrase: OTHER })
    expect(
      db
        .prepare(
          `SELECT t.id, t.name, t.key_id, t.state, g.name AS "group", p.name AS parent, s.phase, s.cursor, s.device_count,
                  s.last_sync_at, s.interval_minutes
           FROM tokens t JOIN groups g ON g.no = t.group_no JOIN groups p ON p.no = g.parent_no
           JOIN sync_state s ON s.token_no = t.no`,
        )
        .all(),
    ).toEqual([
      {
        id: 'token',
        name: 'Berlin',
        key_id: 'pair',
        state: 'ok',
        group: 'Berlin',
        parent: 'EMEA',
        phase: 'fetch',
        cursor: null,
        device_count: 0,
        last_sync_at: null,
        interval_minutes: 30,
      },
    ])
  })

  it('brings back every column of every row but the ones that mean nothing elsewhere', async () => {
    const office = await setUpBackup()
    const { db, vault } = setUpVault()
    await vault.restore({ ...restore(office.path), passphrase: OTHER })
    // Row numbers are each store's own; `version` counts the changes made in one store; the removed are left out.
    const own: Readonly<Record<string, readonly string[]>> = {
      tokens: ['no', 'group_no', 'version'],
      key_pairs: ['group_no'],
      groups: ['no', 'parent_no'],
      settings: [],
    }
    for (const [table, columns] of Object.entries(own)) {
      const rows = (from: typeof db) =>
        (from.prepare(`SELECT * FROM ${table} ORDER BY 2, 1`).all() as Record<string, unknown>[]).map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))),
        )
      expect(rows(db)).toEqual(rows(office.db))
    }
  })

  it('is sealed by the operating system where no passphrase is given', async () => {
    const { path } = await setUpBackup()
    const { vault } = setUpVault()
    expect((await vault.restore(restore(path))).slots.map(({ kind }) => kind)).toEqual(['os'])
    const without = setUpVault({ sealing: noSealing })
    expect(await outcome(() => without.vault.restore(restore(path)))).toBe('vault.sealing-unavailable')
    expect(without.vault.status()).toEqual({ state: 'missing', slots: [], secrets: 0 })
  })

  it('wants a passphrase worth its name', async () => {
    const { path } = await setUpBackup()
    const { vault } = setUpVault()
    const weak = { ...restore(path), passphrase: new Secret('short') }
    expect([await outcome(() => vault.restore(weak)), vault.status().state]).toEqual([
      'vault.weak-passphrase',
      'missing',
    ])
  })

  it('brings secrets of a lost vault back to life', async () => {
    const office = await setUpBackup()
    office.db.exec('DELETE FROM key_slots')
    const { vault } = setUpVault({ db: office.db })
    await vault.restore({ ...restore(office.path), passphrase: OTHER })
    expect(reveal(vault.open(office.key, 'token-key'))).toBe(PRIVATE_KEY)
  })
})

describe('restoring into a vault in use', () => {
  it('adds what is missing, sealed with the key of this vault', async () => {
    const { path, key, credentials } = await setUpBackup()
    const { db, vault } = await setUpOther()
    const id = vault.put('token-key', 'was here')
    const { restored, kept, slots } = await vault.restore(restore(path))
    expect([restored, kept, slots.length]).toEqual([{ ...ALL, groups: 2 }, { ...NONE, groups: 1 }, 1])
    const again = setUpVault({ db }).vault
    await again.unlock({ passphrase: OTHER })
    expect([id, key].map((secret) => reveal(again.open(secret, 'token-key')))).toEqual(['was here', PRIVATE_KEY])
    expect(reveal(again.open(credentials, 'token-credentials'))).toBe(CREDENTIALS)
  })

  it('changes nothing when everything is there already', async () => {
    const { db, vault, path } = await setUpBackup()
    const before = everything(db)
    const { restored, kept } = await vault.restore(restore(path))
    expect([restored, kept, everything(db)]).toEqual([NONE, ALL, before])
  })

  it('keeps a newer value of a secret, a setting and a group that were here', async () => {
    const { db, vault, path, credentials } = await setUpBackup()
    vault.put('token-credentials', 'renewed', credentials)
    db.exec(`UPDATE settings SET value = '"en"'; UPDATE groups SET name = 'Berlin Mitte' WHERE id = 'berlin'`)
    const before = everything(db)
    await vault.restore(restore(path))
    expect([reveal(vault.open(credentials, 'token-credentials')), everything(db)]).toEqual(['renewed', before])
  })

  it('takes a group of the same name in the same place for the same group', async () => {
    const { path } = await setUpBackup()
    const { db, vault } = await setUpOther()
    db.exec(`INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'mine', 1, 'emea', 'Region', 1)`)
    expect((await vault.restore(restore(path))).restored.groups).toBe(1)
    const berlin = db.prepare(`SELECT parent_no FROM groups WHERE id = 'berlin'`).get()
    expect(berlin).toEqual({ parent_no: 2 })
  })

  it('takes a token whose server is connected for the same token, without its secret', async () => {
    const { path, credentials } = await setUpBackup()
    const other = await setUpOffice()
    other.db.exec(`UPDATE tokens SET id = 'mine', name = 'Mine'`)
    const { restored, kept } = await other.vault.restore(restore(path))
    expect([restored, kept]).toEqual([NONE, ALL])
    expect(findSecret(other.db, credentials)).toBeUndefined()
  })

  it('gives a token a number when its name is taken by another', async () => {
    const { path } = await setUpBackup()
    const other = await setUpOffice()
    other.db.exec(`UPDATE tokens SET id = 'mine', server_uuid = 'uuid-2', name = 'BERLIN'`)
    expect((await other.vault.restore(restore(path))).restored.tokens).toBe(1)
    const names = other.db.prepare('SELECT name FROM tokens ORDER BY no').pluck().all()
    expect(names).toEqual(['BERLIN', 'Berlin (2)'])
  })

  it('brings a removed token back in its own row, with its secret and its key pair, to be fetched', async () => {
    const { db, vault, path, credentials } = await setUpBackup()
    db.exec(`
      UPDATE tokens SET removed_at = 60, credentials_secret_id = NULL;
      DELETE FROM secrets WHERE id = '${credentials}';
      UPDATE key_pairs SET state = 'archived';
      INSERT INTO fetch_pages (token_no, page, device_ids) VALUES (3, 1, x'00');
    `)
    const { restored } = await vault.restore(restore(path))
    expect(restored).toEqual({ ...NONE, secrets: 1, tokens: 1 })
    expect(
      db
        .prepare(
          `SELECT t.no, t.version, t.removed_at, k.state, s.phase, s.cursor, (SELECT count(*) FROM fetch_pages) AS pages
           FROM tokens t JOIN key_pairs k ON k.id = t.key_id JOIN sync_state s ON s.token_no = t.no`,
        )
        .all(),
    ).toEqual([{ no: 3, version: 5, removed_at: null, state: 'current', phase: 'fetch', cursor: null, pages: 0 }])
    expect(reveal(vault.open(credentials, 'token-credentials'))).toBe(CREDENTIALS)
  })

  it('leaves removed tokens where they are: in the history of the computer they were on', async () => {
    const office = await setUpOffice()
    office.db.exec(`UPDATE tokens SET removed_at = 60, credentials_secret_id = NULL`)
    office.vault.remove(office.credentials)
    const { vault } = await setUpOther()
    const { restored } = await vault.restore(restore(await backUp(office)))
    expect(restored).toMatchObject({ tokens: 0, keyPairs: 1, secrets: 1 })
  })

  it('brings a secret that no row names', async () => {
    const office = await setUpOffice()
    const id: SecretId = office.vault.put('token-key', 'of a later noun')
    const { vault } = await setUpOther()
    await vault.restore(restore(await backUp(office)))
    expect(reveal(vault.open(id, 'token-key'))).toBe('of a later noun')
  })

  it('is refused while that vault is locked', async () => {
    const { path } = await setUpBackup()
    const { db, vault } = await setUpOther()
    vault.lock()
    const before = everything(db)
    expect([await outcome(() => vault.restore(restore(path))), everything(db)]).toEqual(['vault.locked', before])
  })
})

describe('what is not a backup', () => {
  it.each([
    ['missing', undefined, 'file.unreadable'],
    ['empty', '', 'backup.damaged'],
    ['a text', 'PK\u0003\u0004 some other file', 'backup.damaged'],
    ['large zeros', Buffer.alloc(100_000), 'backup.damaged'],
  ])('because it is %s is refused, and nothing is changed', async (name, content, code) => {
    const { db, vault } = await setUpOther()
    const before = everything(db)
    if (content !== undefined) writeFileSync(at(name), content)
    expect([await outcome(() => vault.restore(restore(at(name)))), everything(db)]).toEqual([code, before])
  })

  it('a wrong backup passphrase is named, and no vault is made', async () => {
    const { path } = await setUpBackup()
    const { db, vault } = setUpVault()
    const before = everything(db)
    const wrong = { path, backupPassphrase: PASSPHRASE, passphrase: OTHER }
    expect([await outcome(() => vault.restore(wrong)), everything(db)]).toEqual(['vault.wrong-passphrase', before])
  })
})
