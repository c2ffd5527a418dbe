import type { StageCounts } from '../../../shared/contract/reports.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

/** What only this place knows: how many devices are in which state. Everything else belongs to other places. */
export type OverviewState = {
  readonly counts: Remote<StageCounts>
  /** On screen: only then are counts read again when devices change. */
  readonly isShown: boolean
  /** A reading, or the pause after one. */
  readonly isBusy: boolean
  /** Devices have changed since the last reading began. */
  readonly isStale: boolean
}
export type OverviewStore = StoreApi<OverviewState>

export function createOverviewStore(): OverviewStore {
  return createStore<OverviewState>()(() => ({ counts: IDLE, isShown: false, isBusy: false, isStale: false }))
}
