import { createStore, type StoreApi } from '../../lib/store.ts'

export type OverviewState = { readonly status: 'idle' }
export type OverviewStore = StoreApi<OverviewState>

export function createOverviewStore(): OverviewStore {
  return createStore<OverviewState>()(() => ({ status: 'idle' }))
}
