import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { SecretId } from '../../../../../shared/model/ids.ts'
import { Secret } from '../../../../../shared/secret.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { PASSPHRASE, setUpVault } from './fixture.ts'

export const BACKUP_PASSPHRASE = new Secret('kept in another drawer')

export const CREDENTIALS = 'CS_0123456789 the consumer secret'
export const PRIVATE_KEY = '-----BEGIN PRIVATE KEY----- MIIE the private key'

/** A folder of its own for one test file, gone when the file is done. */
export function useFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'ade-vault-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name) => join(folder, name)
}

/** An unlocked vault with one connected token in a group two levels deep, and a setting. */
export async function setUpOffice() {
  const setUp = setUpVault()
  await setUp.vault.create({ passphrase: PASSPHRASE })
  const key = setUp.vault.put('token-key', PRIVATE_KEY)
  const credentials = setUp.vault.put('token-credentials', CREDENTIALS)
  addOfficeRows(setUp.db, key, credentials)
  return { ...setUp, key, credentials }
}

/** Groups get their numbers in another order than they lie in the tree, as after a move. */
function addOfficeRows(db: WriteDb, key: SecretId, credentials: SecretId): void {
  db.prepare(
    `INSERT INTO groups (no, id, parent_no, name, type, group_id, created_at)
     VALUES (7, 'berlin', 1, 'Berlin', 'Location', 'ber', 5), (9, 'emea', 1, 'EMEA', 'Region', NULL, 6)`,
  ).run()
  db.exec('UPDATE groups SET parent_no = 9 WHERE no = 7')
  db.prepare(
    `INSERT INTO key_pairs (id, name, group_no, state, certificate, fingerprint_sha256, issuer_der, serial_number,
                            private_key_secret_id, created_at)
     VALUES ('pair', 'Berlin', 7, 'current', 'PEM', 'ab12', x'3003', '0f', ?, 11)`,
  ).run(key)
  db.prepare(
    `INSERT INTO tokens (no, id, name, group_no, key_id, credentials_secret_id, consumer_key_hint, server_name,
                         server_uuid, org_name, admin_id, account, expires_at, state, state_since_at, version, created_at)
     VALUES (3, 'token', 'Berlin', 7, 'pair', ?, 'CK_12', 'MDM', 'uuid-1', 'Org', 'a@b', '{"limits":[]}', 99, 'ok', 12, 4, 13)`,
  ).run(credentials)
  db.prepare(
    `INSERT INTO sync_state (token_no, phase, cursor, cursor_at, device_count, last_sync_at, interval_minutes)
     VALUES (3, 'sync', 'the cursor', 50, 2000, 51, 30)`,
  ).run()
  db.prepare(`INSERT INTO settings (name, value) VALUES ('language', '"de"')`).run()
}

const NO_WORK = { credentials: 0, profiles: 0, reports: 0, registrationTokens: 0, devices: 0 }
export const ALL = { secrets: 2, groups: 3, keyPairs: 1, tokens: 1, settings: 1, ...NO_WORK }
export const NONE = { secrets: 0, groups: 0, keyPairs: 0, tokens: 0, settings: 0, ...NO_WORK }

/** Every row a restore may touch, to compare before and after. */
export function everything(db: WriteDb): unknown {
  const tables = ['key_slots', 'secrets', 'groups', 'key_pairs', 'tokens', 'sync_state', 'settings']
  return tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all())
}
