import type { TokenId } from '../../../shared/model/ids.ts'
import type { StoredToken } from '../../db/tokens.ts'
import type { RunContext } from './run-sync.ts'
import type { SyncPorts } from './ports.ts'

/** Short enough that a computer waking from sleep, a clock that jumped and a new interval are noticed soon. */
const TICK_MS = 30_000

type SchedulerPorts = Pick<SyncPorts, 'clock' | 'log' | 'isVaultUnlocked'> & {
  readonly dueTokens: () => readonly StoredToken[]
  readonly run: (id: TokenId, context: RunContext) => Promise<unknown>
}

/** A run that could not even start leaves no plan for the next one. */
const PAUSE_AFTER_BROKEN_START_MS = 10 * 60_000

export type Schedule = {
  /** At once, without waiting for the next half minute: the computer woke up, the network is back. */
  readonly look: () => void
  readonly stop: () => void
}

/** Looks every half minute for tokens that are due. While the vault is locked they stay due. */
export function startScheduler({ clock, log, isVaultUnlocked, dueTokens, run }: SchedulerPorts): Schedule {
  const stopped = new AbortController()
  const { signal } = stopped
  const pausedUntil = new Map<TokenId, number>()

  async function start({ id, name }: StoredToken): Promise<void> {
    try {
      await run(id, { signal, report() {} })
      pausedUntil.delete(id)
    } catch (error) {
      if (signal.aborted) return
      log.warn('schedule.run-failed', { token: name, error })
      pausedUntil.set(id, clock.monotonic() + PAUSE_AFTER_BROKEN_START_MS)
    }
  }

  function tick(): void {
    if (!isVaultUnlocked()) return
    for (const token of dueTokens()) {
      if ((pausedUntil.get(token.id) ?? -Infinity) <= clock.monotonic()) void start(token)
    }
  }

  function look(): void {
    if (signal.aborted) return
    try {
      tick()
    } catch (error) {
      // A store that is locked for a moment must not end the schedule.
      log.warn('schedule.tick-failed', { error })
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      look()
      await clock.sleep(TICK_MS, signal)
    }
  }

  // Rejects only when the sleep is ended by `stop`.
  loop().catch(() => {})
  return { look, stop: () => stopped.abort() }
}
