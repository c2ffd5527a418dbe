import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { SlotKind, VaultStatus } from '../../../shared/model/vault.ts'
import type { Scene } from './scenes.ts'

export const FAKE_PASSPHRASE = 'correct horse battery'
const FAKE_CODE = '7Q4XM-0VZ1D-K2T9B-RRW3E-5HJ8N-PC6YA'

/** A vault that remembers which ways in it has, and nothing else. `push` tells the page of a changed state. */
export function createFakeVault(scene: Scene, push: (status: VaultStatus) => void) {
  let vault: VaultStatus = scene.vault
  const set = (next: Partial<VaultStatus>) => {
    vault = { ...vault, ...next }
    push(vault)
    return vault
  }
  const addSlot = (kind: SlotKind, backend: string | null = null) =>
    set({
      state: 'unlocked',
      slots: [...vault.slots.filter((slot) => slot.kind !== kind), { kind, createdAt: Date.now(), backend }],
    })
  const check = (given: string | undefined) => {
    if (given !== undefined && given !== FAKE_PASSPHRASE) throw new AppError('vault.wrong-passphrase', 'not this one')
  }

  const handlers: CoreHandlers['vault'] = {
    status: () => vault,
    sealing: () => scene.sealing ?? { isAvailable: scene.shell === 'electron', backend: 'gnome_libsecret' },
    touch: () => null,
    create: ({ passphrase }) => (passphrase ? addSlot('passphrase') : addSlot('os', 'gnome_libsecret')),
    lock: () => set({ state: 'locked' }),
    unlock: async ({ passphrase, recoveryCode }) => {
      await pause(300)
      check(passphrase?.reveal())
      if (recoveryCode && recoveryCode.reveal() !== FAKE_CODE) {
        throw new AppError('bad-input', 'a sign of the code is mistyped', { path: 'recoveryCode' })
      }
      return set({ state: 'unlocked' })
    },
    changePassphrase: async ({ passphrase }) => {
      await pause(200)
      check(passphrase?.reveal())
      return addSlot('passphrase')
    },
    addRecoveryCode: () => ({ recoveryCode: FAKE_CODE, status: addSlot('recovery') }),
    sealWithSystem: ({ enabled }) =>
      enabled ? addSlot('os', 'gnome_libsecret') : set({ slots: vault.slots.filter(({ kind }) => kind !== 'os') }),
    backup: ({ path, backupPassphrase }) => {
      if (backupPassphrase.reveal().includes('exists')) throw new AppError('file.exists', `${path} exists`)
      return vault
    },
    restore: async ({ backupPassphrase }) => {
      await pause(200)
      check(backupPassphrase.reveal())
      const restored = {
        ...{ secrets: 9, groups: 41, keyPairs: 4, tokens: 3, settings: 6, credentials: 5 },
        ...{ profiles: 12, reports: 4, registrationTokens: 38, devices: 1204 },
      }
      return {
        ...set({ state: 'unlocked' }),
        restored,
        kept: {
          ...{ secrets: 0, groups: 1, keyPairs: 0, tokens: 0, settings: 2, credentials: 0 },
          ...{ profiles: 0, reports: 0, registrationTokens: 0, devices: 0 },
        },
      }
    },
  }
  return handlers
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
