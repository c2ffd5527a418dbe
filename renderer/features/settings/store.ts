import { createStore, type StoreApi } from '../../lib/store.ts'

export type SettingsState = { readonly status: 'idle' }
export type SettingsStore = StoreApi<SettingsState>

export function createSettingsStore(): SettingsStore {
  return createStore<SettingsState>()(() => ({ status: 'idle' }))
}
