import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { RunChanges, SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { TableSort } from '../../ui/VirtualTable.tsx'

export type SyncPageState = {
  readonly schedules: Remote<readonly TokenSchedule[]>
  readonly runs: Remote<readonly SyncRun[]>
  /** Runs under way, whoever started them. */
  readonly running: ReadonlyMap<TokenId, SyncProgress>
  /** Runs started from this page, which are the ones it can cancel. */
  readonly own: ReadonlyMap<TokenId, AbortController>
  /** Why a run could not be started. A run that started and failed is in `runs`. */
  readonly refusals: ReadonlyMap<TokenId, Failure>
  readonly sort: TableSort
  /** The run whose details are shown. */
  readonly opened: { readonly run: SyncRun; readonly changes: Remote<RunChanges> } | null
  /** The token somebody is asked about: whether it really has no devices. */
  readonly accepting: { readonly tokenId: TokenId; readonly token: string } | null
}

export type SyncStore = StoreApi<SyncPageState>

export function createSyncStore(): SyncStore {
  return createStore<SyncPageState>()(() => ({
    schedules: IDLE,
    runs: IDLE,
    running: new Map(),
    own: new Map(),
    refusals: new Map(),
    sort: { column: 'started', direction: 'desc' },
    opened: null,
    accepting: null,
  }))
}
