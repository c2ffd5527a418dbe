import { AppError } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import { listTokens } from '../../db/tokens.ts'
import { isTermsCheckDue } from './plan-terms-check.ts'
import type { TokenPorts } from './ports.ts'

/** Short enough that a computer waking from sleep and a clock that jumped are noticed soon. */
const TICK_MS = 30_000

type TermsCheckPorts = Pick<TokenPorts, 'db' | 'clock' | 'log'> & {
  readonly isVaultUnlocked: () => boolean
  readonly verify: (id: TokenId, signal: AbortSignal) => Promise<unknown>
}

/**
 * Asks Apple again and again about tokens whose terms wait to be accepted, one after the other, each when it is due. The
 * answer moves the token's state and its next look; both are stored, so that a restart goes on where this ended.
 */
export function startTermsChecks({ db, clock, log, isVaultUnlocked, verify }: TermsCheckPorts) {
  const stopped = new AbortController()
  const { signal } = stopped

  function dueTokens() {
    const now = clock.now()
    return listTokens(db).filter(
      ({ state, expiresAt, termsCheckAt }) =>
        state === 'terms-not-accepted' && expiresAt > now && isTermsCheckDue(termsCheckAt, now),
    )
  }

  async function look(): Promise<void> {
    for (const { id, name } of dueTokens()) {
      if (signal.aborted || !isVaultUnlocked()) return
      try {
        await verify(id, signal)
        log.info('terms.accepted', { token: name })
      } catch (error) {
        if (signal.aborted) return
        log.info('terms.still-open', { token: name, code: error instanceof AppError ? error.code : 'internal' })
      }
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (isVaultUnlocked()) await look()
      } catch (error) {
        // A store that is locked for a moment must not end the checks.
        log.warn('terms.look-failed', { error })
      }
      await clock.sleep(TICK_MS, signal)
    }
  }

  // Rejects only when the sleep is ended by `stop`.
  loop().catch(() => {})
  return { stop: () => stopped.abort() }
}
