import type { Desk } from '../../lib/desk.ts'
import { fromResult, startLoading } from '../../lib/remote.ts'
import type { OverviewStore } from './store.ts'

/** A sync tells of changes many times a second; counting a million devices is work, and nobody reads that fast. */
const PAUSE_MS = 2000

/** The place is on screen from now on. */
export async function showOverview(store: OverviewStore, desk: Desk): Promise<void> {
  store.setState({ isShown: true })
  await loadCounts(store, desk)
}

export function leaveOverview(store: OverviewStore): void {
  store.setState({ isShown: false })
}

/** Devices are no longer what they were. Away from the screen nothing is counted: arriving there counts. */
export async function receiveDeviceChange(store: OverviewStore, desk: Desk): Promise<void> {
  if (store.getState().isShown) await loadCounts(store, desk)
}

/** One reading at a time; what changes meanwhile is read after a pause. */
export async function loadCounts(store: OverviewStore, desk: Desk): Promise<void> {
  if (store.getState().isBusy) return store.setState({ isStale: true })
  store.setState(({ counts }) => ({ isBusy: true, isStale: false, counts: startLoading(counts) }))
  const result = await desk.api.reports.stages({})
  store.setState({ counts: fromResult(result) })
  setTimeout(() => {
    store.setState({ isBusy: false })
    const { isStale, isShown } = store.getState()
    if (isStale && isShown) void loadCounts(store, desk)
  }, PAUSE_MS)
}
