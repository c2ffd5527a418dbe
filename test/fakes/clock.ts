import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../main/ports/clock.ts'

type Sleeper = { readonly dueAt: number; readonly wake: () => void }

export type FakeClock = Clock & {
  /**
   * Lets time pass and wakes sleepers in the order they are due. Code that wakes runs on before the next one does,
   * so a loop that sleeps again and again is followed through to the end of the span.
   */
  readonly advance: (ms: number) => Promise<void>
  /** How many sleeps are waiting: tells a test that the code under test has come to rest. */
  readonly sleeping: () => number
}

/** A clock that stands still until told otherwise. `startMs`: milliseconds since 1970, UTC. */
export function createFakeClock(startMs = Date.UTC(2026, 0, 1)): FakeClock {
  const sleepers = new Set<Sleeper>()
  let elapsed = 0

  function nextDue(until: number): Sleeper | undefined {
    const due = [...sleepers].filter(({ dueAt }) => dueAt <= until)
    return due.sort((a, b) => a.dueAt - b.dueAt)[0]
  }

  return {
    now: () => startMs + elapsed,
    monotonic: () => elapsed,
    sleeping: () => sleepers.size,

    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const abort = () => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        const sleeper: Sleeper = {
          dueAt: elapsed + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener('abort', abort)
            sleepers.delete(sleeper)
            resolve()
          },
        }
        signal?.addEventListener('abort', abort, { once: true })
        sleepers.add(sleeper)
      }),

    advance: async (ms) => {
      const until = elapsed + ms
      await nextTurn()
      for (let sleeper = nextDue(until); sleeper; sleeper = nextDue(until)) {
        elapsed = Math.max(elapsed, sleeper.dueAt)
        sleeper.wake()
        await nextTurn()
      }
      elapsed = until
    },
  }
}
