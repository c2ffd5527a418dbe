import { setTimeout as delay } from 'node:timers/promises'

/** Time as the core sees it: the wall clock for people and Apple, the monotonic one for lengths and leases. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** Milliseconds from an arbitrary start, never backwards. */
  readonly monotonic: () => number
  /** Rejects at once with the signal's reason when it aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (ms, signal) => {
    signal?.throwIfAborted()
    try {
      await delay(ms, undefined, signal ? { signal } : {})
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}
