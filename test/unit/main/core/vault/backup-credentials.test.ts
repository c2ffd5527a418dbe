import { expect, it } from 'vitest'
import { readBackup } from '../../../../../main/db/backup.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { BACKUP_PASSPHRASE, setUpOffice, useFolder } from './backup-fixture.ts'
import { PASSPHRASE, setUpVault } from './fixture.ts'

const inFolder = useFolder()
const STOKEN = 'the whole base64 text of a content token'

function addCredentials(db: WriteDb, stoken: string, pushKey: string, name = 'Apps'): void {
  db.prepare(
    `INSERT INTO credentials (id, kind, name, identity, secret_id, facts, expires_at, state, state_since_at, version,
                              created_at, owner_name)
     VALUES ('stoken:1', 'stoken', ?, '42', ?, '{"orgName":"Org"}', 99, 'ok', 12, 3, 5, 'Ada')`,
  ).run(name, stoken)
  db.prepare(
    `INSERT INTO push_requests (id, name, csr, key_fingerprint, private_key_secret_id, created_at)
     VALUES ('r1', 'Berlin', 'PEM', 'ab', ?, 7)`,
  ).run(pushKey)
  db.exec(`INSERT INTO credential_contacts (credential_id, owner_name) VALUES ('anchor-certificate:ab', 'Bob')`)
}

it('brings content tokens, requests and contacts to another computer, once', async () => {
  const office = await setUpOffice()
  const stoken = office.vault.put('stoken', STOKEN)
  addCredentials(office.db, stoken, office.vault.put('push-key', 'a private key'))
  await office.vault.backup({ path: inFolder('whole'), backupPassphrase: BACKUP_PASSPHRASE })

  const home = setUpVault()
  const restore = { path: inFolder('whole'), backupPassphrase: BACKUP_PASSPHRASE }
  await home.vault.restore({ ...restore, passphrase: PASSPHRASE })
  const { credentials, pushRequests, credentialContacts } = readBackup(home.db)
  expect(credentials).toMatchObject([{ id: 'stoken:1', name: 'Apps', identity: '42', owner: { name: 'Ada' } }])
  expect(pushRequests).toMatchObject([{ id: 'r1', name: 'Berlin' }])
  expect(credentialContacts).toMatchObject([{ credentialId: 'anchor-certificate:ab', owner: { name: 'Bob' } }])
  expect(Buffer.from(home.vault.open(stoken, 'stoken').reveal()).toString()).toBe(STOKEN)

  const before = readBackup(home.db)
  await home.vault.restore(restore)
  expect(readBackup(home.db)).toEqual(before)
})

it('leaves out what is here already, with its secret', async () => {
  const office = await setUpOffice()
  addCredentials(office.db, office.vault.put('stoken', STOKEN), office.vault.put('push-key', 'a private key'))
  await office.vault.backup({ path: inFolder('same-library'), backupPassphrase: BACKUP_PASSPHRASE })
  const home = setUpVault()
  await home.vault.create({ passphrase: PASSPHRASE })
  home.db.exec(
    `INSERT INTO credentials (id, kind, name, identity, facts, expires_at, state, state_since_at, version, created_at)
     VALUES ('stoken:other', 'stoken', 'Here', '42', '{}', 1, 'ok', 1, 1, 1),
            ('manual:1', 'manual', 'apps', NULL, 'null', 1, 'ok', 1, 1, 1)`,
  )
  await home.vault.restore({ path: inFolder('same-library'), backupPassphrase: BACKUP_PASSPHRASE })
  expect(readBackup(home.db).credentials?.map(({ name }) => name)).toEqual(['Here', 'apps'])
  expect(home.db.prepare("SELECT count(*) FROM secrets WHERE kind = 'stoken'").pluck().get()).toBe(0)
  expect(home.db.prepare("SELECT count(*) FROM secrets WHERE kind = 'push-key'").pluck().get()).toBe(1)
})

it('gives a number to a name that is taken', async () => {
  const office = await setUpOffice()
  addCredentials(office.db, office.vault.put('stoken', STOKEN), office.vault.put('push-key', 'a private key'))
  await office.vault.backup({ path: inFolder('same-name'), backupPassphrase: BACKUP_PASSPHRASE })
  const home = setUpVault()
  await home.vault.create({ passphrase: PASSPHRASE })
  home.db.exec(
    `INSERT INTO credentials (id, kind, name, facts, expires_at, state, state_since_at, version, created_at)
     VALUES ('manual:1', 'manual', 'APPS', 'null', 1, 'ok', 1, 1, 1)`,
  )
  await home.vault.restore({ path: inFolder('same-name'), backupPassphrase: BACKUP_PASSPHRASE })
  expect(readBackup(home.db).credentials?.map(({ name }) => name)).toEqual(['APPS', 'Apps (2)'])
})
