import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { VaultState, VaultStatus } from '../../../shared/model/vault.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { WriteDb } from '../../db/open.ts'
import { countSecrets, listKeySlots, saveFirstKeySlot } from '../../db/secrets.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Files } from '../../ports/files.ts'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import type { OsSealing } from '../../ports/sealing.ts'
import { createBackupWork, type BackupWork } from './backup.ts'
import { createDataKeyHolder } from './data-key.ts'
import type { ScryptCost } from './derive-key.ts'
import { canSeal, slotBackend } from './key-slots.ts'
import { requireStrongPassphrase } from './passphrase.ts'
import { createSecretStore } from './secret-store.ts'
import { createWaysIn, type Proof } from './ways-in.ts'

export type VaultDependencies = {
  readonly db: WriteDb
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly sealing: OsSealing
  readonly files: Files
  /** Lower in tests only. */
  readonly cost?: ScryptCost
  /** Without it this thread does it. */
  readonly backupWork?: BackupWork | undefined
}

export type Vault = ReturnType<typeof createVaultService>

/** The sealed keystore: the handlers of the contract's `vault`, and what other services keep secrets with. */
export function createVaultService(dependencies: VaultDependencies) {
  const { db, log, sealing, backupWork = createBackupWork(dependencies) } = dependencies
  const listeners = new Set<(status: VaultStatus) => void>()
  const touchListeners = new Set<() => void>()
  const restoreListeners = new Set<() => void>()
  const dataKey = createDataKeyHolder()
  const ways = createWaysIn(dependencies)
  const secrets = createSecretStore({ ...dependencies, requireKey })

  function state(): VaultState {
    if (dataKey.get()) return 'unlocked'
    return listKeySlots(db).length > 0 ? 'locked' : 'missing'
  }

  function status(): VaultStatus {
    const slots = listKeySlots(db).map((slot) => ({
      kind: slot.kind,
      createdAt: slot.createdAt,
      backend: slotBackend(slot),
    }))
    return { state: state(), slots, secrets: countSecrets(db) }
  }

  function requireKey(): Uint8Array {
    const key = dataKey.get()
    if (key) return key
    if (state() === 'missing') throw new AppError('vault.missing', 'there is no vault')
    throw new AppError('vault.locked', 'the vault is locked')
  }

  /** For work that waits: a copy, because `lock()` may zero the held key meanwhile, and zeros must never be sealed. */
  async function withKey<T>(use: (key: Uint8Array) => Promise<T>): Promise<T> {
    const key = new Uint8Array(requireKey())
    try {
      return await use(key)
    } finally {
      key.fill(0)
    }
  }

  function announce(event: string): VaultStatus {
    const now = status()
    log.info(event, { state: now.state, slots: now.slots.map(({ kind }) => kind), secrets: now.secrets })
    for (const listener of listeners) listener(now)
    return now
  }

  const handlers = {
    status,

    async create({ passphrase }: { readonly passphrase?: Secret | undefined }) {
      if (passphrase) requireStrongPassphrase(passphrase)
      if (state() !== 'missing') throw alreadyThere()
      if (countSecrets(db) > 0) throw new AppError('vault.damaged', 'there are secrets, but no slot holds their key')
      const { key, firstSlot } = await ways.make(passphrase)
      if (!saveFirstKeySlot(db, firstSlot)) throw alreadyThere()
      dataKey.hold(key)
      return announce('vault.created')
    },

    async unlock(proof: Proof) {
      const key = await ways.open(proof)
      if (isProven(proof)) await ways.renewSystem(key).catch((error) => log.warn('vault.system-slot-stale', { error }))
      dataKey.hold(key)
      return announce('vault.unlocked')
    },

    lock() {
      dataKey.forget()
      return announce('vault.locked')
    },

    touch() {
      for (const listener of touchListeners) listener()
      return null
    },

    sealing: () => ({ isAvailable: canSeal(sealing), backend: sealing.backend() }),

    async changePassphrase({ newPassphrase, ...proof }: Proof & { readonly newPassphrase: Secret }) {
      requireStrongPassphrase(newPassphrase)
      if (isProven(proof)) {
        const key = await ways.open(proof)
        await ways.setPassphrase(key, newPassphrase)
        key.fill(0)
      } else if (ways.hasPassphrase()) {
        throw new AppError('vault.wrong-passphrase', 'the old passphrase is needed to set a new one')
      } else {
        await withKey((key) => ways.setPassphrase(key, newPassphrase))
      }
      return announce('vault.passphrase-changed')
    },

    async addRecoveryCode() {
      const recoveryCode = await withKey(ways.setRecoveryCode)
      return { recoveryCode: recoveryCode.reveal(), status: announce('vault.recovery-code-made') }
    },

    async sealWithSystem({ enabled }: { readonly enabled: boolean }) {
      await withKey(async (key) => (enabled ? ways.setSystem(key) : ways.removeSystem()))
      return announce('vault.system-slot-changed')
    },

    async backup({ path, backupPassphrase }: { readonly path: string; readonly backupPassphrase: Secret }) {
      requireStrongPassphrase(backupPassphrase)
      await withKey((key) => backupWork.write({ path, passphrase: backupPassphrase }, key))
      return announce('vault.backed-up')
    },

    async restore({ path, file, backupPassphrase, passphrase }: RestoreInput) {
      const isNew = state() === 'missing'
      if (!isNew) requireKey()
      if (isNew && passphrase) requireStrongPassphrase(passphrase)
      const source = { path, file, passphrase: backupPassphrase }
      const fresh = isNew ? await ways.make(passphrase) : undefined
      const restore = (key: Uint8Array) => backupWork.restore(source, { key, firstSlot: fresh?.firstSlot })
      const counts = fresh ? await restore(fresh.key) : await withKey(restore)
      if (fresh) dataKey.hold(fresh.key)
      for (const listener of restoreListeners) listener()
      return { ...announce('vault.restored'), ...counts }
    },
  } satisfies CoreHandlers['vault']

  return {
    handlers,
    status,
    lock: handlers.lock,
    ...secrets,

    isUnlocked: () => dataKey.get() !== undefined,

    /** Throws `vault.locked` or `vault.missing`. */
    requireUnlocked: () => void requireKey(),

    /** Hears of every change of state or slots. Returns the function that stops listening. */
    onChanged(listener: (status: VaultStatus) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    /** Hears that rows of other nouns came with a backup. */
    onRestored: (listener: () => void): void => void restoreListeners.add(listener),

    /** Hears that somebody is at the window. */
    onTouched: (listener: () => void): void => void touchListeners.add(listener),
  }
}

type RestoreInput = {
  readonly path?: string | undefined
  readonly file?: Uint8Array | undefined
  readonly backupPassphrase: Secret
  readonly passphrase?: Secret | undefined
}

function isProven({ passphrase, recoveryCode }: Proof): boolean {
  return passphrase !== undefined || recoveryCode !== undefined
}

function alreadyThere(): AppError {
  return new AppError('vault.exists', 'there is a vault already')
}
