import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { isCancelled } from '../../../shared/errors.ts'
import type { Log } from '../../ports/log.ts'
import type { ShellStatus } from './shell-status.ts'

/** Asks for a run of every token. Each answers for itself: a failure is in its run and, if it matters, a notice. */
export async function syncAll(
  { sync }: CoreHandlers,
  { tokens }: Pick<ShellStatus, 'tokens'>,
  log: Log,
): Promise<void> {
  const call = { signal: new AbortController().signal, report: () => {} }
  const runs = tokens.map(async (tokenId) => sync.run({ tokenId }, call))
  for (const result of await Promise.allSettled(runs)) {
    if (result.status === 'rejected' && !isCancelled(result.reason)) {
      log.warn('shell.sync-not-started', { error: result.reason as unknown })
    }
  }
}

export async function lockVault({ vault }: CoreHandlers, log: Log): Promise<void> {
  try {
    await vault.lock({}, { signal: new AbortController().signal, report: () => {} })
  } catch (error) {
    log.warn('shell.vault-not-locked', { error })
  }
}
