import { readdirSync, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { openDb } from '../../../../../main/db/open.ts'
import { listKeySlots } from '../../../../../main/db/secrets.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { BACKUP_PASSPHRASE, useFolder } from './backup-fixture.ts'
import { OTHER, outcome, PASSPHRASE, setUpVault } from './fixture.ts'

const at = useFolder()
const KNOWN = 'CS_ee11dd22cc33bb44aa55 a known secret'

/** In the forms in which a text commonly lies in a file. */
function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  const base64 = bytes.toString('base64').replaceAll('=', '').slice(0, -1)
  return [bytes, Buffer.from(base64), Buffer.from(bytes.toString('hex')), Buffer.from(text, 'utf16le')]
}

it('a known secret, a passphrase or a recovery code appears in no database file, no backup, no log and no answer', async () => {
  const said: unknown[] = []
  const note = (event: string, fields: object) => void said.push(event, fields)
  const log = { debug: note, info: note, warn: note, error: note }
  const db = openDb(at('store.db'))
  const { vault } = setUpVault({ db, log })
  vault.onChanged((status) => void said.push(status))

  said.push(await vault.create({ passphrase: PASSPHRASE }))
  const { recoveryCode } = await vault.addRecoveryCode()
  said.push(await vault.sealWithSystem({ enabled: true }))
  const id = vault.put('token-credentials', KNOWN)
  said.push(vault.open(id, 'token-credentials'))
  said.push(await vault.backup({ path: at('backup'), backupPassphrase: BACKUP_PASSPHRASE }))
  said.push(await vault.restore({ path: at('backup'), backupPassphrase: BACKUP_PASSPHRASE }))
  said.push(await vault.changePassphrase({ passphrase: PASSPHRASE, newPassphrase: OTHER }))
  said.push(await vault.unlock({ passphrase: PASSPHRASE }).catch((error: unknown) => error))
  said.push(await vault.unlock({ recoveryCode: new Secret('mistyped') }).catch((error: unknown) => error))
  vault.put('token-credentials', `${KNOWN} renewed`, id)
  vault.remove(id)

  const files = readdirSync(at('.'))
  expect(files).toEqual(expect.arrayContaining(['store.db', 'store.db-wal', 'store.db-shm', 'backup']))
  const secrets = [KNOWN, recoveryCode, ...[PASSPHRASE, OTHER, BACKUP_PASSPHRASE].map((secret) => secret.reveal())]
  for (const form of secrets.flatMap(formsOf)) {
    for (const file of files) expect(readFileSync(at(file)).includes(form), file).toBe(false)
    expect(Buffer.from(inspect(said, { depth: 20, showHidden: true })).includes(form)).toBe(false)
    expect(Buffer.from(JSON.stringify(said)).includes(form)).toBe(false)
  }

  // The search would find them: what is not secret is there.
  expect(readFileSync(at('store.db-wal')).includes('token-credentials')).toBe(true)
  expect(listKeySlots(db)).toHaveLength(3)
  expect(await outcome(() => vault.unlock({ passphrase: OTHER }))).toBe('opened')
  db.close()
})
