import {
  DEFAULT_CATEGORIES,
  type HostCategory,
  type NetworkCheck,
  type NetworkCheckProgress,
} from '../../../shared/model/network-check.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { TableSort } from '../../ui/VirtualTable.tsx'

export type NetcheckState = {
  readonly categories: readonly HostCategory[]
  /** As typed: a host per line. */
  readonly hosts: string
  readonly run: { readonly controller: AbortController; readonly progress: NetworkCheckProgress | null } | null
  readonly check: Remote<NetworkCheck>
  readonly sort: TableSort
  /** `host:port` of the row whose details are shown. */
  readonly shown: string | null
  /** A file somebody asked for: where it is, or why it is not there. */
  readonly saving: Remote<string>
}

export type NetcheckStore = StoreApi<NetcheckState>

/** The order of the check: by category, as a network team reads it. */
export const AS_CHECKED: TableSort = { column: 'order', direction: 'asc' }

export function createNetcheckStore(): NetcheckStore {
  return createStore<NetcheckState>()(() => ({
    categories: DEFAULT_CATEGORIES,
    hosts: '',
    run: null,
    check: IDLE,
    sort: AS_CHECKED,
    shown: null,
    saving: IDLE,
  }))
}
