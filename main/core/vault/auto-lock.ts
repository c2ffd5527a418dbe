import type { VaultStatus } from '../../../shared/model/vault.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'

/** Short beside a minute, the least that can be chosen. */
const TICK_MS = 10_000
const MINUTE_MS = 60_000

type Ports = {
  readonly clock: Clock
  readonly log: Log
  /** Minutes without a touch; null never. Asked at every look. */
  readonly minutes: () => number | null
  readonly vault: {
    readonly isUnlocked: () => boolean
    readonly lock: () => unknown
    readonly onChanged: (listener: (status: VaultStatus) => void) => () => void
    readonly onTouched: (listener: () => void) => void
  }
}

/**
 * Locks the vault when nobody has touched the window for long enough. A run that is under way keeps the values it was
 * started with and ends well; what is due later waits for the vault. Time is measured by both clocks and the longer one
 * counts: the monotonic one stands still while the computer sleeps, the wall clock can be set back.
 */
export function startAutoLock({ clock, log, minutes, vault }: Ports) {
  const stopped = new AbortController()
  const { signal } = stopped
  let touchedAt = readClocks()

  function readClocks() {
    return { wall: clock.now(), monotonic: clock.monotonic() }
  }

  function touch(): void {
    touchedAt = readClocks()
  }

  function idleMs(): number {
    return Math.max(clock.now() - touchedAt.wall, clock.monotonic() - touchedAt.monotonic)
  }

  function lock(reason: 'idle' | 'away'): void {
    if (!vault.isUnlocked()) return
    log.info('vault.locks-itself', { reason })
    vault.lock()
  }

  async function loop(): Promise<void> {
    for (;;) {
      await clock.sleep(TICK_MS, signal)
      const limit = minutes()
      if (limit !== null && idleMs() >= limit * MINUTE_MS) lock('idle')
    }
  }

  vault.onTouched(touch)
  // Opening the vault is the surest sign of a person.
  const stopListening = vault.onChanged(({ state }) => {
    if (state === 'unlocked') touch()
  })
  // Rejects only when the sleep is ended by `stop`.
  loop().catch(() => {})

  return {
    /** The screen is locked or the computer goes to sleep: whoever wants the vault locked wants it now. */
    away(): void {
      if (minutes() !== null) lock('away')
    },

    stop(): void {
      stopListening()
      stopped.abort()
    },
  }
}
