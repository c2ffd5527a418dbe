import { createStore, type StoreApi } from '../../lib/store.ts'

export type GroupsState = { readonly status: 'idle' }
export type GroupsStore = StoreApi<GroupsState>

export function createGroupsStore(): GroupsStore {
  return createStore<GroupsState>()(() => ({ status: 'idle' }))
}
