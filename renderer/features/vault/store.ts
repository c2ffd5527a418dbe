import type { VaultStatus } from '../../../shared/model/vault.ts'
import { IDLE, LOADING, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type VaultPageState = {
  readonly status: Remote<VaultStatus>
  /** The last try to make or open the vault. */
  readonly attempt: Remote<null>
}

export type VaultStore = StoreApi<VaultPageState>

export function createVaultStore(): VaultStore {
  return createStore<VaultPageState>()(() => ({ status: LOADING, attempt: IDLE }))
}
