import { AppError } from '../../../shared/errors.ts'
import type { SlotKind } from '../../../shared/model/vault.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { WriteDb } from '../../db/open.ts'
import { deleteKeySlot, listKeySlots, saveKeySlot, type KeySlot } from '../../db/secrets.ts'
import { KEY_BYTES } from './cipher.ts'
import {
  canSeal,
  openPassphraseSlot,
  openRecoverySlot,
  openSystemSlot,
  sealPassphraseSlot,
  sealRecoverySlot,
  sealSystemSlot,
  type SlotTools,
} from './key-slots.ts'
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts'

/** What a person gives to open the vault; without either, the operating system is asked. */
export type Proof = { readonly passphrase?: Secret | undefined; readonly recoveryCode?: Secret | undefined }

export type FreshVault = { readonly key: Uint8Array; readonly firstSlot: KeySlot }

export type WaysIn = ReturnType<typeof createWaysIn>

/** The key slots of the store: each is one way to the data key, none needs another. */
export function createWaysIn({ db, ...tools }: SlotTools & { readonly db: WriteDb }) {
  function find(kind: SlotKind): KeySlot | undefined {
    const slots = listKeySlots(db)
    if (slots.length === 0) throw new AppError('vault.missing', 'there is no vault')
    return slots.find((slot) => slot.kind === kind)
  }

  function require(kind: 'passphrase' | 'recovery'): KeySlot {
    const slot = find(kind)
    if (slot) return slot
    throw new AppError('vault.wrong-passphrase', `the vault has no ${kind} slot`, { facts: { slot: kind } })
  }

  function openWithSystem(): Promise<Uint8Array> {
    const slot = find('os')
    if (slot) return openSystemSlot(slot, tools.sealing)
    throw new AppError('vault.sealing-unavailable', 'the operating system was not given a key to this vault')
  }

  return {
    /** A new data key with its first slot, not stored yet. Fails with `vault.sealing-unavailable`. */
    async make(passphrase: Secret | undefined): Promise<FreshVault> {
      const key = tools.random.bytes(KEY_BYTES)
      const firstSlot = passphrase ? sealPassphraseSlot(key, passphrase, tools) : sealSystemSlot(key, tools)
      return { key, firstSlot: await firstSlot }
    },

    /** The data key. Fails as the contract's `unlock` says. */
    async open({ passphrase, recoveryCode }: Proof): Promise<Uint8Array> {
      if (recoveryCode) return openRecoverySlot(require('recovery'), readRecoveryCode(recoveryCode))
      if (passphrase) return openPassphraseSlot(require('passphrase'), passphrase)
      return openWithSystem()
    },

    hasPassphrase: () => find('passphrase') !== undefined,

    async setPassphrase(key: Uint8Array, passphrase: Secret): Promise<void> {
      saveKeySlot(db, await sealPassphraseSlot(key, passphrase, tools))
    },

    async setRecoveryCode(key: Uint8Array): Promise<Secret> {
      const { printed, bytes } = createRecoveryCode(tools.random)
      saveKeySlot(db, await sealRecoverySlot(key, bytes, tools))
      return printed
    },

    async setSystem(key: Uint8Array): Promise<void> {
      saveKeySlot(db, await sealSystemSlot(key, tools))
    },

    removeSystem(): void {
      if (!find('os') || deleteKeySlot(db, 'os')) return
      throw new AppError('bad-input', 'the vault would have no way in; set a passphrase first', { path: 'enabled' })
    },

    /** Seals the system's slot anew when it is there but opens no more, and this system can seal at all. */
    async renewSystem(key: Uint8Array): Promise<void> {
      if (!find('os') || !canSeal(tools.sealing)) return
      const isStale = await openWithSystem().then(
        (opened) => !Buffer.from(opened).equals(key),
        () => true,
      )
      if (isStale) saveKeySlot(db, await sealSystemSlot(key, tools))
    },
  }
}
