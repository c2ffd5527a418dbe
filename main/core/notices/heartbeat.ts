import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'

const TICK_MS = 60_000
/** One tick less than a quarter of an hour, so that the pause is never longer. */
const PAUSE_MS = 14 * 60_000
/** More than this between the two clocks: the computer slept, or somebody set the time. */
const JUMP_MS = 60_000

/** Calls `look` at once, at least every 15 minutes, and soon after the clock has jumped, until it is stopped. */
export function startHeartbeat({ clock, log }: { readonly clock: Clock; readonly log: Log }, look: () => void) {
  const stopped = new AbortController()
  const { signal } = stopped

  async function beat(): Promise<void> {
    while (!signal.aborted) {
      try {
        look()
      } catch (error) {
        // A store that is locked for a moment must not end the heartbeat.
        log.warn('notices.look-failed', { error })
      }
      await rest()
    }
  }

  async function rest(): Promise<void> {
    const [startedAt, offset] = [clock.monotonic(), clock.now() - clock.monotonic()]
    do {
      await clock.sleep(TICK_MS, signal)
      if (Math.abs(clock.now() - clock.monotonic() - offset) > JUMP_MS) return
    } while (clock.monotonic() - startedAt < PAUSE_MS)
  }

  // Rejects only when a sleep is ended by `stop`.
  beat().catch(() => {})
  return { stop: () => stopped.abort() }
}
