import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { SyncRun } from '../../../shared/model/sync-run.ts'

/** The newest run of each token that did something; `runs` come newest first. */
export function lastRuns(runs: readonly SyncRun[]): ReadonlyMap<TokenId, SyncRun> {
  const last = new Map<TokenId, SyncRun>()
  for (const run of runs) if (run.state !== 'skipped' && !last.has(run.tokenId)) last.set(run.tokenId, run)
  return last
}

export function scheduleOf(schedules: readonly TokenSchedule[], id: TokenId): TokenSchedule | undefined {
  return schedules.find(({ tokenId }) => tokenId === id)
}
