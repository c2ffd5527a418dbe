import type { RestoreSummary, SystemSealing, VaultStatus } from '../../../shared/model/vault.ts'
import { IDLE, LOADING, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

/** What is being done to the vault in its section of the settings; each has its own place for what went wrong. */
export const VAULT_TASKS = ['passphrase', 'code', 'system', 'backup', 'restore', 'demo'] as const
export type VaultTask = (typeof VAULT_TASKS)[number]

export type VaultPageState = {
  readonly status: Remote<VaultStatus>
  /** What the operating system offers. */
  readonly sealing: Remote<SystemSealing>
  /** The last try to make or open the vault. */
  readonly attempt: Remote<null>
  readonly tasks: Readonly<Record<VaultTask, Remote<null>>>
  /** A recovery code that was just made: shown until it is confirmed or given up, and nowhere else. */
  readonly code: string | null
  /** The file of the last backup. */
  readonly backupPath: string | null
  /** What the last restore did, until it was read. At the gate it keeps the door shut so long. */
  readonly restored: RestoreSummary | null
}

export type VaultStore = StoreApi<VaultPageState>

const AT_REST = { passphrase: IDLE, code: IDLE, system: IDLE, backup: IDLE, restore: IDLE, demo: IDLE } as const

export function createVaultStore(): VaultStore {
  return createStore<VaultPageState>()(() => ({
    status: LOADING,
    sealing: LOADING,
    attempt: IDLE,
    tasks: AT_REST,
    code: null,
    backupPath: null,
    restored: null,
  }))
}
