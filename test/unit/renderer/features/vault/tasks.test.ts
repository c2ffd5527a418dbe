import { expect, it } from 'vitest'
import { watchActivity, type Room } from '../../../../../renderer/features/vault/activity.ts'
import {
  backendName,
  isMistypedCode,
  isPartOfCode,
  passphraseStrength,
} from '../../../../../renderer/features/vault/selectors.ts'
import { createVaultStore } from '../../../../../renderer/features/vault/store.ts'
import {
  backUp,
  changePassphrase,
  forgetCode,
  makeCode,
  restore,
  saveCode,
} from '../../../../../renderer/features/vault/task-actions.ts'
import { receiveVault } from '../../../../../renderer/features/vault/actions.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { RestoreSummary, VaultStatus } from '../../../../../shared/model/vault.ts'
import { createFakeDesk, settle } from '../../fake-desk.ts'

const STATUS: VaultStatus = { state: 'unlocked', slots: [], secrets: 2 }
const CODE = '7Q4XM-0VZ1D-K2T9B-RRW3E-5HJ8N-PC6YA'
const COUNTS = {
  ...{ secrets: 1, groups: 2, keyPairs: 3, tokens: 4, settings: 5 },
  ...{ credentials: 6, profiles: 7, reports: 8, registrationTokens: 9, devices: 10 },
}

it('a refused passphrase is told at its task and changes nothing', async () => {
  const store = createVaultStore()
  const desk = createFakeDesk({
    vault: {
      changePassphrase: () => {
        throw new AppError('vault.wrong-passphrase', 'no')
      },
    },
  })
  expect(await changePassphrase(store, desk, { passphrase: 'old', newPassphrase: 'a longer one' })).toBe(false)
  expect(store.getState().tasks.passphrase).toMatchObject({ error: { code: 'vault.wrong-passphrase' } })
  expect(store.getState().tasks.backup.status).toBe('idle')
})

it('a recovery code is in the page until it is confirmed, given up, or the vault is locked', async () => {
  const desk = createFakeDesk({ vault: { addRecoveryCode: () => ({ recoveryCode: CODE, status: STATUS }) } })
  const store = createVaultStore()
  const made = async () => {
    await makeCode(store, desk)
    expect(store.getState().code).toBe(CODE)
  }
  await made()
  forgetCode(store, desk, { isConfirmed: true })
  expect(store.getState().code).toBeNull()
  expect(desk.feedback.getState().announcement).toMatch(/ready/)
  await made()
  forgetCode(store, desk, { isConfirmed: false })
  expect(desk.feedback.getState().announcement).toMatch(/not confirmed/)
  await made()
  receiveVault(store, { ...STATUS, state: 'locked' })
  expect(store.getState().code).toBeNull()
})

it('a code is saved where the person says, and nowhere when they change their mind', async () => {
  const saved: string[] = []
  let chosen: string | null = null
  const desk = createFakeDesk({
    shell: { chooseSavePath: () => chosen, saveText: ({ path, text }) => (saved.push(path, text), null) },
  })
  const store = createVaultStore()
  expect(await saveCode(store, desk, CODE)).toBeNull()
  chosen = '/safe/code.txt'
  expect(await saveCode(store, desk, CODE)).toBe('/safe/code.txt')
  expect(saved[0]).toBe('/safe/code.txt')
  expect(saved[1]).toContain(CODE)
})

it('a backup that fails leaves the form open, one that succeeds names its file', async () => {
  let isRefused = true
  const desk = createFakeDesk({
    shell: { chooseSavePath: () => '/b.adebackup' },
    vault: {
      backup: () => {
        if (isRefused) throw new AppError('file.exists', 'it is there')
        return STATUS
      },
    },
  })
  const store = createVaultStore()
  expect(await backUp(store, desk, 'a longer one')).toBe(false)
  expect(store.getState()).toMatchObject({ backupPath: null, tasks: { backup: { error: { code: 'file.exists' } } } })
  isRefused = false
  expect(await backUp(store, desk, 'a longer one')).toBe(true)
  expect(store.getState().backupPath).toBe('/b.adebackup')
})

it('a restore tells what came in', async () => {
  const summary: RestoreSummary = { ...STATUS, restored: COUNTS, kept: COUNTS }
  const desk = createFakeDesk({ vault: { restore: ({ file }) => (expect(file).toHaveLength(3), summary) } })
  const store = createVaultStore()
  expect(await restore(store, desk, { file: new Uint8Array(3), backupPassphrase: 'a longer one' })).toBe(true)
  expect(store.getState().restored).toEqual(summary)
})

it('tells the core of a person at most every 20 seconds', async () => {
  let touches = 0
  const desk = createFakeDesk({ vault: { touch: () => (touches++, null) } })
  const listeners = new Map<string, () => void>()
  const room: Room = { addEventListener: (type, listener) => void listeners.set(type, listener) }
  let now = 0
  watchActivity(room, desk, () => now)
  listeners.get('keydown')!()
  listeners.get('pointerdown')!()
  await settle()
  expect(touches).toBe(1)
  now = 20_000
  listeners.get('wheel')!()
  await settle()
  expect(touches).toBe(2)
})

it('guesses the strength of a passphrase', () => {
  expect(['password', 'aaaaaaaaaaaaaaaaaaaa', '12345678', 'summer24'].map(passphraseStrength)).toEqual(
    Array.from({ length: 4 }, () => 'weak'),
  )
  expect(passphraseStrength('four quiet words today')).toBe('strong')
})

it('compares a part of a code as the core reads it', () => {
  expect(isPartOfCode(CODE, 2, ' ovzid ')).toBe(true)
  expect(isPartOfCode(CODE, 2, '7Q4XM')).toBe(false)
  expect(isPartOfCode(CODE, 2, '')).toBe(false)
  expect(isPartOfCode(CODE, 9, ' ')).toBe(false)
})

it('names keyrings as people know them, and none as none', () => {
  expect(backendName('gnome_libsecret')).toMatch(/GNOME/)
  expect(backendName('kwallet6')).toBe('KWallet')
  expect(backendName('basic_text')).toMatch(/obscured/)
  expect(backendName('unknown')).toBe(backendName('none'))
})

it('a mistyped code is a matter of its field', () => {
  const failure = { code: 'bad-input', message: '', ref: '', path: 'recoveryCode' } as const
  expect(isMistypedCode(failure)).toBe(true)
  expect(isMistypedCode({ ...failure, path: 'passphrase' })).toBe(false)
})
