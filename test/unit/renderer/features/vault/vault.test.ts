import { expect, it } from 'vitest'
import { createVault, loadVault, receiveVault, unlockVault } from '../../../../../renderer/features/vault/actions.ts'
import { isUnlocked, passphraseProblem } from '../../../../../renderer/features/vault/selectors.ts'
import { createVaultStore } from '../../../../../renderer/features/vault/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { VaultState, VaultStatus } from '../../../../../shared/model/vault.ts'
import { createFakeDesk } from '../../fake-desk.ts'

const status = (state: VaultState): VaultStatus => ({ state, slots: [], secrets: 0 })

it('opens the page only when the vault is open', async () => {
  const store = createVaultStore()
  expect(isUnlocked(store.getState())).toBe(false)
  await loadVault(store, createFakeDesk({ vault: { status: () => status('locked') } }))
  expect(isUnlocked(store.getState())).toBe(false)
  receiveVault(store, status('unlocked'))
  expect(isUnlocked(store.getState())).toBe(true)
})

it('makes the vault with the passphrase, or without one with the operating system', async () => {
  const given: (string | undefined)[] = []
  const desk = createFakeDesk({
    vault: { create: ({ passphrase }) => (given.push(passphrase?.reveal()), status('unlocked')) },
  })
  const store = createVaultStore()
  await createVault(store, desk, 'correct horse')
  await createVault(store, desk)
  expect(given).toEqual(['correct horse', undefined])
  expect(isUnlocked(store.getState())).toBe(true)
})

it('stays closed and says so when the passphrase is wrong', async () => {
  const store = createVaultStore()
  const desk = createFakeDesk({
    vault: {
      unlock: () => {
        throw new AppError('vault.wrong-passphrase', 'it does not open the vault')
      },
    },
  })
  await unlockVault(store, desk, { passphrase: 'wrong' })
  expect(isUnlocked(store.getState())).toBe(false)
  expect(store.getState().attempt).toMatchObject({ status: 'failed', error: { code: 'vault.wrong-passphrase' } })
})

it('checks a new passphrase before it is sent', () => {
  expect(passphraseProblem('short', 'short').passphrase).toMatch(/at least 8/)
  expect(passphraseProblem('long enough', 'long enouhg').repeated).toMatch(/not the same/)
  expect(passphraseProblem('long enough', 'long enough')).toEqual({})
})
