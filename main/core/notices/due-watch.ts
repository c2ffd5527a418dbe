import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import { isDue } from '../sync/index.ts'

/**
 * Remembers for how long runs have been due while this program was there to start them, by the clock that never jumps.
 * A computer that wakes up or a program that was closed is not late: its runs are due from now.
 */
export function createDueWatch({ now, monotonic }: Pick<Clock, 'now' | 'monotonic'>) {
  let since: ReadonlyMap<TokenId, number> = new Map()
  let wasUnlocked: boolean | null = null

  /** Milliseconds by token, for those with a due run. Locking and unlocking count anew. */
  return (schedules: readonly TokenSchedule[], isUnlocked: boolean): ReadonlyMap<TokenId, number> => {
    const before = isUnlocked === wasUnlocked ? since : new Map<TokenId, number>()
    const due = schedules.filter(
      (schedule) => !isRunning(schedule) && isDue(schedule.nextSyncAt, { ...schedule, now: now() }),
    )
    wasUnlocked = isUnlocked
    since = new Map(due.map(({ tokenId }) => [tokenId, before.get(tokenId) ?? monotonic()]))
    return new Map([...since].map(([tokenId, at]) => [tokenId, monotonic() - at]))
  }
}

function isRunning({ waitsFor }: TokenSchedule): boolean {
  return waitsFor === 'running' || waitsFor === 'other-process'
}
