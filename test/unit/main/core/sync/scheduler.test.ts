import { expect, it } from 'vitest'
import { startScheduler } from '../../../../../main/core/sync/scheduler.ts'
import type { StoredToken } from '../../../../../main/db/tokens.ts'
import { silentLog } from '../../../../../main/ports/log.ts'

/** A schedule that never comes to its next half minute. */
function sleepingSchedule() {
  const runs: string[] = []
  let due: readonly StoredToken[] = []
  const schedule = startScheduler({
    clock: { now: () => 0, monotonic: () => 0, sleep: () => new Promise(() => {}) },
    log: silentLog,
    isVaultUnlocked: () => true,
    dueTokens: () => due,
    run: async (id) => void runs.push(id),
  })
  return { schedule, runs, becomeDue: (id: string) => (due = [{ id, name: id } as StoredToken]) }
}

it('what became due while the computer slept is started as soon as somebody looks', () => {
  const { schedule, runs, becomeDue } = sleepingSchedule()
  becomeDue('berlin')
  expect(runs).toEqual([])
  schedule.look()
  expect(runs).toEqual(['berlin'])
})

it('after its end nothing is started any more', () => {
  const { schedule, runs, becomeDue } = sleepingSchedule()
  becomeDue('berlin')
  schedule.stop()
  schedule.look()
  expect(runs).toEqual([])
})
