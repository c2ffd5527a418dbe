import { AppError } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import { listRemovals, removeToken, type PendingRemoval } from '../../db/remove-token.ts'
import type { TokenPorts } from './ports.ts'
import type { RetireContext, RetireDevices } from './retire-devices.ts'

type RemovalPorts = Pick<TokenPorts, 'db' | 'clock' | 'log'> & {
  readonly retireDevices: RetireDevices
  readonly changed: (id: TokenId) => void
}

/** Removals of this process: each goes on to its end, whoever waits for it. */
export function createRemovals({ db, clock, log, retireDevices, changed }: RemovalPorts) {
  const stopped = new AbortController()
  const active = new Map<TokenId, Promise<void>>()
  const reporters = new Map<TokenId, Set<RetireContext['report']>>()

  function start({ id, no }: PendingRemoval): Promise<void> {
    const known = active.get(id)
    if (known) return known
    const report: RetireContext['report'] = (progress) => {
      for (const tell of reporters.get(id) ?? []) tell(progress)
    }
    const work = retireDevices({ tokenNo: no }, { signal: stopped.signal, report })
      .then(() => log.info('token.devices-retired', { tokenId: id }))
      .finally(() => {
        active.delete(id)
        changed(id)
      })
    // What ends early is taken up at the next start; whoever waits hears of it.
    work.catch((error: unknown) => {
      if (!stopped.signal.aborted) log.error('token.removal-broke', { tokenId: id, error })
    })
    active.set(id, work)
    return work
  }

  return {
    list: () => listRemovals(db).map(({ id, name, since }) => ({ id, name, since })),

    /** Rejects with `token.not-found` or `db.busy`, and with `cancelled` when the caller stops waiting. */
    async remove(id: TokenId, { signal, report }: RetireContext): Promise<void> {
      removeToken(db, id, clock.now())
      log.info('token.removed', { tokenId: id })
      changed(id)
      const pending = listRemovals(db).find((removal) => removal.id === id)
      if (!pending) return
      const listening = reporters.get(id) ?? new Set()
      reporters.set(id, listening.add(report))
      try {
        await Promise.race([start(pending), untilAborted(signal)])
      } finally {
        listening.delete(report)
      }
    },

    /** Takes up what a program before this one left; resolves when nothing is left. */
    async resume(): Promise<void> {
      await Promise.all(listRemovals(db).map(start))
    },

    async close(): Promise<void> {
      stopped.abort()
      await Promise.allSettled(active.values())
    },
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(new AppError('cancelled', 'nobody waits for the removal any more'))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
