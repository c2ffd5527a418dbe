import { describe, expect, it, vi } from 'vitest'
import type { SecretId } from '../../../../../shared/model/ids.ts'
import type { VaultStatus } from '../../../../../shared/model/vault.ts'
import { Secret } from '../../../../../shared/secret.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { findSecret, listKeySlots, saveKeySlot, saveSecret } from '../../../../../main/db/secrets.ts'
import { noSealing, type OsSealing } from '../../../../../main/ports/sealing.ts'
import { createFakeSealing } from '../../../../fakes/sealing.ts'
import { flip, OTHER, outcome, PASSPHRASE, setUpVault } from './fixture.ts'

const WRONG = new Secret('incorrect horse battery')
const text = (secret: Secret<Uint8Array>) => Buffer.from(secret.reveal()).toString()

async function setUpUnlocked() {
  const setUp = setUpVault()
  await setUp.vault.create({ passphrase: PASSPHRASE })
  return setUp
}

/** The same store as another process, or the next start, sees it. */
const reopen = (db: WriteDb, sealing = createFakeSealing()) => setUpVault({ db, sealing }).vault

function damageSlot(db: WriteDb, kind: string, at: number): void {
  const slot = listKeySlots(db).find((candidate) => candidate.kind === kind)!
  saveKeySlot(db, { ...slot, sealed: flip(slot.sealed, at) })
}

describe('a store without a vault', () => {
  it('says so, and refuses to keep secrets', async () => {
    const { vault } = setUpVault()
    expect(vault.status()).toEqual({ state: 'missing', slots: [], secrets: 0 })
    expect(await outcome(() => vault.put('token-key', 'x'))).toBe('vault.missing')
    expect(await outcome(() => vault.requireUnlocked())).toBe('vault.missing')
    expect(await outcome(() => vault.unlock({ passphrase: PASSPHRASE }))).toBe('vault.missing')
    expect(await outcome(() => vault.unlock({}))).toBe('vault.missing')
    expect(await outcome(() => vault.changePassphrase({ newPassphrase: OTHER }))).toBe('vault.missing')
  })

  it('gets one with a passphrase, unlocked', async () => {
    const { vault, clock } = setUpVault()
    const slots = [{ kind: 'passphrase', createdAt: clock.now(), backend: null }]
    expect(await vault.create({ passphrase: PASSPHRASE })).toEqual({ state: 'unlocked', slots, secrets: 0 })
    expect(vault.isUnlocked()).toBe(true)
  })

  it('gets one from the operating system, whose name is remembered', async () => {
    const { vault, db, sealing } = setUpVault()
    const { slots } = await vault.create({})
    expect(slots).toMatchObject([{ kind: 'os', backend: 'keychain' }])
    expect((await reopen(db, sealing).unlock({})).state).toBe('unlocked')
  })

  it('gets none where the operating system seals nothing, or only seems to', async () => {
    expect(await outcome(() => setUpVault({ sealing: noSealing }).vault.create({}))).toBe('vault.sealing-unavailable')
    for (const backend of ['basic_text', 'unknown', 'none', '']) {
      const { vault } = setUpVault({ sealing: createFakeSealing(backend) })
      expect(await outcome(() => vault.create({}))).toBe('vault.sealing-unavailable')
      expect(vault.status().state).toBe('missing')
    }
  })

  it('gets none from a system that does not open what it sealed', async () => {
    const forgetful = { ...createFakeSealing(), open: () => new Uint8Array(32) }
    const failing: OsSealing = { ...noSealing, isAvailable: () => true, backend: () => 'keychain' }
    expect(await outcome(() => setUpVault({ sealing: forgetful }).vault.create({}))).toBe('vault.sealing-unavailable')
    expect(await outcome(() => setUpVault({ sealing: failing }).vault.create({}))).toBe('vault.sealing-unavailable')
  })

  it.each(['', '1234567', '            ', '  short   ', 'é'.normalize('NFD').repeat(7)])(
    'gets none with %j',
    async (weak) => {
      const { vault } = setUpVault()
      expect(await outcome(() => vault.create({ passphrase: new Secret(weak) }))).toBe('vault.weak-passphrase')
      expect(vault.status().state).toBe('missing')
    },
  )

  it('gets only one when two are made at once', async () => {
    const { db, vault } = setUpVault()
    const other = reopen(db)
    const outcomes = await Promise.all([
      outcome(() => vault.create({ passphrase: PASSPHRASE })),
      outcome(() => other.create({ passphrase: OTHER })),
    ])
    expect(outcomes.sort()).toEqual(['opened', 'vault.exists'])
    expect([vault.isUnlocked(), other.isUnlocked()].sort()).toEqual([false, true])
    expect(await outcome(() => vault.create({}))).toBe('vault.exists')
  })

  it('gets none over the secrets of a lost one', async () => {
    const { db, vault } = await setUpUnlocked()
    vault.put('token-key', 'precious')
    db.exec('DELETE FROM key_slots')
    expect(await outcome(() => reopen(db).create({ passphrase: PASSPHRASE }))).toBe('vault.damaged')
  })
})

describe('a locked vault', () => {
  it('opens with its passphrase, in whatever normal form it is typed', async () => {
    const { db, vault } = setUpVault()
    await vault.create({ passphrase: new Secret('Zürich-Bär-Öl'.normalize('NFD')) })
    const again = reopen(db)
    expect(again.status().state).toBe('locked')
    expect((await again.unlock({ passphrase: new Secret('Zürich-Bär-Öl'.normalize('NFC')) })).state).toBe('unlocked')
  })

  it('stays locked for a wrong passphrase', async () => {
    const { db } = await setUpUnlocked()
    const again = reopen(db)
    for (const wrong of [WRONG, new Secret(''), new Secret('x'.repeat(1024))]) {
      expect(await outcome(() => again.unlock({ passphrase: wrong }))).toBe('vault.wrong-passphrase')
    }
    expect(again.status().state).toBe('locked')
  })

  it('gives and takes no secret, but forgets one', async () => {
    const { db, vault } = await setUpUnlocked()
    const id = vault.put('token-key', 'precious')
    vault.lock()
    expect(vault.isUnlocked()).toBe(false)
    expect(await outcome(() => vault.open(id, 'token-key'))).toBe('vault.locked')
    expect(await outcome(() => vault.put('token-key', 'more'))).toBe('vault.locked')
    expect(await outcome(() => vault.requireUnlocked())).toBe('vault.locked')
    expect(await outcome(() => vault.addRecoveryCode())).toBe('vault.locked')
    expect(await outcome(() => vault.sealWithSystem({ enabled: true }))).toBe('vault.locked')
    expect(await outcome(() => vault.backup({ path: '/nowhere', backupPassphrase: OTHER }))).toBe('vault.locked')
    vault.remove(id)
    expect(findSecret(db, id)).toBeUndefined()
  })

  it('gives its secrets again once unlocked', async () => {
    const { vault } = await setUpUnlocked()
    const id = vault.put('token-key', 'precious')
    vault.lock()
    await vault.unlock({ passphrase: PASSPHRASE })
    expect(text(vault.open(id, 'token-key'))).toBe('precious')
  })

  it('is damaged with any byte of its slot changed or missing', async () => {
    const { db } = await setUpUnlocked()
    const [slot] = listKeySlots(db)
    const again = reopen(db)
    const open = () => outcome(() => again.unlock({ passphrase: PASSPHRASE }))
    for (let at = 0; at < slot!.sealed.length; at++) {
      saveKeySlot(db, { ...slot!, sealed: flip(slot!.sealed, at) })
      expect(await open()).toBe('vault.damaged')
      saveKeySlot(db, { ...slot!, sealed: slot!.sealed.subarray(0, at) })
      expect(await open()).toBe('vault.damaged')
    }
    saveKeySlot(db, { ...slot!, params: '{"a":1}' })
    expect(await open()).toBe('vault.damaged')
    saveKeySlot(db, slot!)
    expect(await open()).toBe('opened')
  })

  it('does not open with the slot of another kind', async () => {
    const { db, vault } = await setUpUnlocked()
    const { recoveryCode } = await vault.addRecoveryCode()
    db.exec(`UPDATE key_slots SET sealed = (SELECT sealed FROM key_slots WHERE kind = 'passphrase')`)
    const again = reopen(db)
    expect(await outcome(() => again.unlock({ recoveryCode: new Secret(recoveryCode) }))).toBe('vault.damaged')
    expect(await outcome(() => again.unlock({ passphrase: PASSPHRASE }))).toBe('opened')
  })
})

describe('a secret', () => {
  it('comes back as the bytes it was, text or not', async () => {
    const { vault } = await setUpUnlocked()
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    const [key, values] = [vault.put('token-key', bytes), vault.put('token-credentials', 'ä€😀')]
    expect(Buffer.from(vault.open(key, 'token-key').reveal()).equals(bytes)).toBe(true)
    expect(text(vault.open(values, 'token-credentials'))).toBe('ä€😀')
    expect(vault.status().secrets).toBe(2)
  })

  it('takes a new value under its id, and keeps its kind', async () => {
    const { vault } = await setUpUnlocked()
    const id = vault.put('token-key', 'old')
    expect(vault.put('token-key', 'new', id)).toBe(id)
    expect(() => vault.put('token-credentials', 'other', id)).toThrow(/not of kind/)
    expect([text(vault.open(id, 'token-key')), vault.status().secrets]).toEqual(['new', 1])
  })

  it('is part of the transaction it is put in', async () => {
    const { db, vault } = await setUpUnlocked()
    let id: SecretId | undefined
    const failing = db.transaction(() => {
      id = vault.put('token-key', 'x')
      throw new Error('later in the same unit of work')
    })
    expect(() => failing()).toThrow()
    expect(findSecret(db, id!)).toBeUndefined()
  })

  it('is never sealed twice with one nonce', async () => {
    const { db, vault } = await setUpUnlocked()
    const nonces = Array.from({ length: 50 }, () => {
      const { sealed } = findSecret(db, vault.put('token-key', 'same'))!
      return Buffer.from(sealed.subarray(1, 13)).toString('hex')
    })
    expect(new Set(nonces).size).toBe(50)
  })

  it('is refused as another kind and in the place of another', async () => {
    const { db, vault } = await setUpUnlocked()
    const [one, two] = [vault.put('token-key', 'one'), vault.put('token-key', 'two')]
    const [first, second] = [findSecret(db, one)!, findSecret(db, two)!]
    saveSecret(db, { ...first, sealed: second.sealed })
    saveSecret(db, { ...second, sealed: first.sealed })
    for (const id of [one, two]) expect(await outcome(() => vault.open(id, 'token-key'))).toBe('vault.damaged')
    saveSecret(db, first)
    expect(await outcome(() => vault.open(one, 'token-credentials'))).toBe('vault.damaged')
    expect(await outcome(() => vault.open(one, 'token-key'))).toBe('opened')
  })

  it('that was tampered with is named by its kind, while the others open', async () => {
    const { db, vault } = await setUpUnlocked()
    const [good, bad] = [vault.put('token-credentials', 'good'), vault.put('token-key', 'bad')]
    const row = findSecret(db, bad)!
    for (let at = 0; at < row.sealed.length; at++) {
      saveSecret(db, { ...row, sealed: flip(row.sealed, at, 128) })
      expect(() => vault.open(bad, 'token-key')).toThrow(
        expect.objectContaining({ code: 'vault.damaged', facts: { kind: 'token-key', id: bad } }),
      )
      expect(text(vault.open(good, 'token-credentials'))).toBe('good')
    }
  })

  it('that is missing is named by its kind', async () => {
    const { vault } = await setUpUnlocked()
    expect(() => vault.open('gone' as SecretId, 'token-key')).toThrow(
      expect.objectContaining({ code: 'vault.damaged', facts: { kind: 'token-key', id: 'gone' } }),
    )
  })
})

describe('the passphrase', () => {
  it('changes without touching the secrets; the old one opens no more', async () => {
    const { db, vault } = await setUpUnlocked()
    const id = vault.put('token-key', 'precious')
    const sealed = findSecret(db, id)
    await vault.changePassphrase({ passphrase: PASSPHRASE, newPassphrase: OTHER })
    const again = reopen(db)
    expect(await outcome(() => again.unlock({ passphrase: PASSPHRASE }))).toBe('vault.wrong-passphrase')
    await again.unlock({ passphrase: OTHER })
    expect([text(again.open(id, 'token-key')), findSecret(db, id)]).toEqual(['precious', sealed])
  })

  it('changes in a locked vault, which stays locked', async () => {
    const { db } = await setUpUnlocked()
    const again = reopen(db)
    const { state } = await again.changePassphrase({ passphrase: PASSPHRASE, newPassphrase: OTHER })
    expect([state, await outcome(() => again.unlock({ passphrase: OTHER }))]).toEqual(['locked', 'opened'])
  })

  it('does not change for a wrong or missing old one, nor to a weak one', async () => {
    const { vault } = await setUpUnlocked()
    const change = (passphrase: Secret | undefined, newPassphrase: Secret) =>
      outcome(() => vault.changePassphrase({ passphrase, newPassphrase }))
    expect(await change(WRONG, OTHER)).toBe('vault.wrong-passphrase')
    expect(await change(undefined, OTHER)).toBe('vault.wrong-passphrase')
    expect(await change(PASSPHRASE, new Secret('short'))).toBe('vault.weak-passphrase')
    expect(await outcome(() => vault.unlock({ passphrase: PASSPHRASE }))).toBe('opened')
  })

  it('once forgotten is set anew with the recovery code', async () => {
    const { db, vault } = await setUpUnlocked()
    const recoveryCode = new Secret((await vault.addRecoveryCode()).recoveryCode)
    const again = reopen(db)
    await again.changePassphrase({ recoveryCode, newPassphrase: OTHER })
    expect(await outcome(() => again.unlock({ passphrase: OTHER }))).toBe('opened')
  })

  it('is added to a vault of the operating system while that is unlocked', async () => {
    const { db, vault, sealing } = setUpVault()
    await vault.create({})
    vault.lock()
    expect(await outcome(() => vault.changePassphrase({ newPassphrase: OTHER }))).toBe('vault.locked')
    expect(await outcome(() => vault.unlock({ passphrase: OTHER }))).toBe('vault.wrong-passphrase')
    await vault.unlock({})
    await vault.changePassphrase({ newPassphrase: OTHER })
    expect(await outcome(() => reopen(db, sealing).unlock({ passphrase: OTHER }))).toBe('opened')
  })

  it('never seals zeros when the vault is locked while it changes', async () => {
    const { vault } = setUpVault()
    await vault.create({})
    const id = vault.put('token-key', 'precious')
    const changing = vault.changePassphrase({ newPassphrase: OTHER })
    vault.lock()
    await changing
    expect(vault.isUnlocked()).toBe(false)
    await vault.unlock({ passphrase: OTHER })
    expect(text(vault.open(id, 'token-key'))).toBe('precious')
  })
})

describe('the recovery code', () => {
  it('opens the vault; a newer one takes its place', async () => {
    const { db, vault } = await setUpUnlocked()
    const first = await vault.addRecoveryCode()
    expect(first.status.slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery'])
    const again = reopen(db)
    expect(await outcome(() => again.unlock({ recoveryCode: new Secret(first.recoveryCode) }))).toBe('opened')
    const second = await vault.addRecoveryCode()
    const unlock = (code: string) => outcome(() => again.unlock({ recoveryCode: new Secret(code) }))
    expect(await unlock(first.recoveryCode)).toBe('vault.wrong-passphrase')
    expect(await unlock(second.recoveryCode.toLowerCase())).toBe('opened')
    expect(await unlock(second.recoveryCode.replace(/.$/, 'U'))).toBe('bad-input')
  })

  it('is told apart from damage', async () => {
    const { db, vault } = await setUpUnlocked()
    const recoveryCode = new Secret((await vault.addRecoveryCode()).recoveryCode)
    damageSlot(db, 'recovery', 60)
    expect(await outcome(() => reopen(db).unlock({ recoveryCode }))).toBe('vault.damaged')
    expect(await outcome(() => reopen(db).unlock({ passphrase: PASSPHRASE }))).toBe('opened')
  })

  it('opens nothing where none was made', async () => {
    const { vault } = await setUpUnlocked()
    const { recoveryCode } = await (await setUpUnlocked()).vault.addRecoveryCode()
    expect(await outcome(() => vault.unlock({ recoveryCode: new Secret(recoveryCode) }))).toBe('vault.wrong-passphrase')
  })
})

describe('the operating system', () => {
  async function setUpBoth() {
    const setUp = setUpVault()
    await setUp.vault.create({ passphrase: PASSPHRASE })
    await setUp.vault.sealWithSystem({ enabled: true })
    setUp.vault.lock()
    return setUp
  }

  it('opens the vault by itself once it is allowed to, and no longer when it is not', async () => {
    const { vault } = await setUpBoth()
    expect((await vault.unlock({})).state).toBe('unlocked')
    await vault.sealWithSystem({ enabled: false })
    expect(await outcome(() => vault.unlock({}))).toBe('vault.sealing-unavailable')
    expect(await outcome(() => vault.unlock({ passphrase: PASSPHRASE }))).toBe('opened')
  })

  it('is not sent away while it is the only way in', async () => {
    const { vault } = setUpVault()
    await vault.create({})
    expect(await outcome(() => vault.sealWithSystem({ enabled: false }))).toBe('bad-input')
    expect(await outcome(() => vault.unlock({}))).toBe('opened')
  })

  it('that changed its keyring is named, until the passphrase lets it seal anew', async () => {
    const { vault, sealing } = await setUpBoth()
    sealing.switchTo('kwallet6')
    await expect(vault.unlock({})).rejects.toMatchObject({
      code: 'vault.backend-changed',
      facts: { sealedBy: 'keychain', now: 'kwallet6' },
    })
    expect(vault.isUnlocked()).toBe(false)
    const { slots } = await vault.unlock({ passphrase: PASSPHRASE })
    expect(slots.map(({ backend }) => backend)).toContain('kwallet6')
    expect(await outcome(() => vault.unlock({}))).toBe('opened')
  })

  it('that lost its key is named, until the passphrase lets it seal anew', async () => {
    const { vault, sealing } = await setUpBoth()
    sealing.loseKey()
    expect(await outcome(() => vault.unlock({}))).toBe('vault.backend-changed')
    await vault.unlock({ passphrase: PASSPHRASE })
    expect(await outcome(() => vault.unlock({}))).toBe('opened')
  })

  it('keeps its slot when it still opens', async () => {
    const { db, vault } = await setUpBoth()
    const before = listKeySlots(db)
    await vault.unlock({ passphrase: PASSPHRASE })
    expect(listKeySlots(db)).toEqual(before)
  })

  it('that seals no more is no way in, and does no harm to the others', async () => {
    const { db, vault, sealing } = await setUpBoth()
    sealing.setAvailable(false)
    const before = listKeySlots(db)
    expect(await outcome(() => vault.unlock({}))).toBe('vault.sealing-unavailable')
    expect(await outcome(() => vault.unlock({ passphrase: PASSPHRASE }))).toBe('opened')
    sealing.setAvailable(true)
    sealing.switchTo('basic_text')
    expect(await outcome(() => vault.unlock({}))).toBe('vault.sealing-unavailable')
    expect(await outcome(() => vault.unlock({ passphrase: PASSPHRASE }))).toBe('opened')
    expect(listKeySlots(db)).toEqual(before)
  })

  it.each(['{}', 'null', '[1]', '{"backend":"keychain","wrapped":7}', '{"backend":"kwallet","wrapped":"AA=="}'])(
    'does not open a slot whose params became %s',
    async (params) => {
      const { db, vault } = await setUpBoth()
      saveKeySlot(db, { ...listKeySlots(db).find(({ kind }) => kind === 'os')!, params })
      expect(vault.status().slots).toHaveLength(2)
      expect(await outcome(() => vault.unlock({}))).toBe('vault.damaged')
    },
  )

  it('does not open a slot with any byte changed', async () => {
    const { db, vault } = await setUpBoth()
    const slot = listKeySlots(db).find(({ kind }) => kind === 'os')!
    for (let at = 0; at < slot.sealed.length; at++) {
      saveKeySlot(db, { ...slot, sealed: flip(slot.sealed, at) })
      expect(await outcome(() => vault.unlock({}))).toBe('vault.damaged')
    }
  })
})

describe('listeners', () => {
  it('hear of every change until they stop listening, and no secret reaches the log', async () => {
    const lines: unknown[] = []
    const note = (event: string, fields: object) => void lines.push({ event, ...fields })
    const { vault } = setUpVault({ log: { debug: note, info: note, warn: note, error: note } })
    const heard = vi.fn<(status: VaultStatus) => void>()
    const stop = vault.onChanged(heard)
    await vault.create({ passphrase: PASSPHRASE })
    const { recoveryCode } = await vault.addRecoveryCode()
    vault.lock()
    stop()
    await vault.unlock({ passphrase: PASSPHRASE })
    expect(heard.mock.calls.map(([{ state, slots }]) => [state, slots.length])).toEqual([
      ['unlocked', 1],
      ['unlocked', 2],
      ['locked', 2],
    ])
    expect(JSON.stringify(lines)).not.toContain(recoveryCode)
    expect(JSON.stringify(lines)).not.toContain(PASSPHRASE.reveal())
  })
})
