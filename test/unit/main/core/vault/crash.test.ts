import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDb } from '../../../../../main/db/open.ts'
import { listKeySlots, saveKeySlot } from '../../../../../main/db/secrets.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { useFolder } from './backup-fixture.ts'
import { OTHER, outcome, PASSPHRASE, setUpVault } from './fixture.ts'

const at = useFolder()
const passphrase = (number: number) => new Secret(`passphrase number ${number}`)

it('a passphrase change that was not committed leaves the old one, a committed one the new, at every copy of the files', async () => {
  const db = openDb(at('live.db'))
  const { vault } = setUpVault({ db })
  await vault.create({ passphrase: PASSPHRASE })
  const old = listKeySlots(db)[0]!
  await vault.changePassphrase({ passphrase: PASSPHRASE, newPassphrase: OTHER })
  const changed = listKeySlots(db)[0]!
  saveKeySlot(db, old)

  /** What a machine finds that lost power at this instant. */
  const openedBy = async (name: string) => {
    for (const suffix of ['', '-wal']) copyFileSync(at(`live.db${suffix}`), at(`${name}.db${suffix}`))
    const copy = openDb(at(`${name}.db`))
    const found = setUpVault({ db: copy }).vault
    const outcomes = [PASSPHRASE, OTHER].map((text) => outcome(() => found.unlock({ passphrase: text })))
    return Promise.all(outcomes).finally(() => copy.close())
  }
  db.exec('BEGIN IMMEDIATE')
  saveKeySlot(db, changed)
  expect(await openedBy('before')).toEqual(['opened', 'vault.wrong-passphrase'])
  db.exec('COMMIT')
  expect(await openedBy('after')).toEqual(['vault.wrong-passphrase', 'opened'])
  db.close()
})

it('a process killed while it changes the passphrase leaves the old one or the new one, never neither', async () => {
  const path = at('killed.db')
  const db = openDb(path)
  const { vault } = setUpVault({ db })
  await vault.create({ passphrase: passphrase(0) })
  const id = vault.put('token-key', 'precious')
  db.close()

  let current = 0
  for (const changesBeforeKill of [1, 7, 20, 3, 12]) {
    const last = await changeUntilKilled(path, current, changesBeforeKill)
    expect(last).toBeGreaterThan(current)
    const store = openDb(path)
    const survivor = setUpVault({ db: store }).vault
    // The kill may fall between the commit and its report, or several reports may be under way.
    const candidates = Array.from({ length: 50 }, (_, step) => last + step)
    const outcomes = await Promise.all(
      candidates.map((number) => outcome(() => survivor.unlock({ passphrase: passphrase(number) }))),
    )
    expect(outcomes.filter((result) => result === 'opened')).toHaveLength(1)
    expect(Buffer.from(survivor.open(id, 'token-key').reveal()).toString()).toBe('precious')
    current = candidates[outcomes.indexOf('opened')]!
    store.close()
  }
})

/** The last number reported before the kill. */
function changeUntilKilled(path: string, from: number, changes: number): Promise<number> {
  const script = join(import.meta.dirname, 'change-passphrase-forever.ts')
  const child = spawn(process.execPath, [script, path, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += String(chunk)
      if (text.split('\n').length > changes) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(Number(text.split('\n').at(-2) ?? -1)))
  })
}
