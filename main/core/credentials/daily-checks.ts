import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { AppError } from '../../../shared/errors.ts'
import type { StoredStoken } from './plan-stoken.ts'

const MINUTE_MS = 60_000
/** Short enough that a computer waking from sleep is noticed soon. */
const TICK_MS = 5 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS
/** Apple wants no more than one question in five minutes; an hour is soon enough after a silence. */
const AGAIN_MS = 60 * MINUTE_MS

type DailyChecks = {
  readonly clock: Clock
  readonly log: Log
  readonly isVaultUnlocked: () => boolean
  readonly list: () => readonly StoredStoken[]
  readonly verify: (stored: StoredStoken, signal: AbortSignal) => Promise<unknown>
}

/** Asks about each content token once a day, one after the other; only where the vault is open, and none that has expired. */
export function startDailyChecks({ clock, log, isVaultUnlocked, list, verify }: DailyChecks) {
  const stopped = new AbortController()
  const { signal } = stopped
  const askedAt = new Map<string, number>()

  async function look(): Promise<void> {
    for (const stored of list()) {
      if (signal.aborted || !isVaultUnlocked()) return
      if (!isDue(stored, askedAt.get(stored.id), clock.now())) continue
      askedAt.set(stored.id, clock.now())
      try {
        await verify(stored, signal)
      } catch (error) {
        if (signal.aborted) return
        log.warn('stoken.check-failed', {
          credentialId: stored.id,
          code: error instanceof AppError ? error.code : 'internal',
        })
      }
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        await look()
      } catch (error) {
        // A store that is locked for a moment must not end the checks.
        log.warn('stoken.look-failed', { error })
      }
      await clock.sleep(TICK_MS, signal)
    }
  }

  // Rejects only when the sleep is ended by `stop`.
  loop().catch(() => {})
  return { stop: () => stopped.abort() }
}

/** A clock that was set back makes a check due, not late. */
export function isDue(
  { expiresAt, verifiedAt }: Pick<StoredStoken, 'expiresAt' | 'verifiedAt'>,
  askedAt: number | undefined,
  now: number,
): boolean {
  const isPast = (at: number | null | undefined, ms: number) => at == null || now - at >= ms || at > now + ms
  return expiresAt > now && isPast(verifiedAt, DAY_MS) && isPast(askedAt, AGAIN_MS)
}
