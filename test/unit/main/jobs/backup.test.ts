import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDb } from '../../../../main/db/open.ts'
import { createBackupStarter } from '../../../../main/jobs/start-backup.ts'
import { silentLog } from '../../../../main/ports/log.ts'
import { insertDevices } from '../../../fakes/device-store.ts'
import { BACKUP_PASSPHRASE } from '../core/vault/backup-fixture.ts'
import { CHEAP, OTHER, outcome, PASSPHRASE, setUpVault } from '../core/vault/fixture.ts'

const DEVICES = 5000

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ade-backup-job-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function setUpDesk(name: string) {
  const dbPath = join(folder, name)
  const db = openDb(dbPath)
  const backupWork = createBackupStarter({ dbPath, log: silentLog, cost: CHEAP })
  return { db, vault: setUpVault({ db, backupWork }).vault }
}

test('a thread backs up and restores; the vault stays as it is, and the key here stays whole', async () => {
  const office = setUpDesk('office.db')
  await office.vault.create({ passphrase: PASSPHRASE })
  const secret = office.vault.put('stoken', 'a content token')
  office.db.exec(
    `INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'g2', 1, 'EMEA', 'Container', 0)`,
  )
  insertDevices(
    office.db,
    Array.from({ length: DEVICES }, (_, at) => ({ serial: `C02XG${at}`, atApple: 'present' as const, groupNo: 2 })),
  )
  const path = join(folder, 'backup')
  await office.vault.backup({ path, backupPassphrase: BACKUP_PASSPHRASE })
  expect(Buffer.from(office.vault.open(secret, 'stoken').reveal()).toString()).toBe('a content token')

  const home = setUpDesk('home.db')
  const wrong = { path, backupPassphrase: PASSPHRASE, passphrase: OTHER }
  expect(await outcome(() => home.vault.restore(wrong))).toBe('vault.wrong-passphrase')
  expect(home.vault.status().state).toBe('missing')
  const { restored } = await home.vault.restore({ ...wrong, backupPassphrase: BACKUP_PASSPHRASE })
  expect([restored.devices, restored.groups, home.vault.status().state]).toEqual([DEVICES, 1, 'unlocked'])
  expect(Buffer.from(home.vault.open(secret, 'stoken').reveal()).toString()).toBe('a content token')
  const moved = home.db.prepare(
    "SELECT count(*) FROM devices JOIN groups ON groups.no = group_no WHERE groups.id = 'g2'",
  )
  expect(moved.pluck().get()).toBe(DEVICES)
  home.vault.lock()
  await home.vault.unlock({ passphrase: OTHER })
  expect(home.vault.status().state).toBe('unlocked')
  office.db.close()
  home.db.close()
})
