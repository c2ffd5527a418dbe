import { LEASE_MS, renewLease, type Lease } from '../../db/leases.ts'
import type { SyncRunPorts } from './run-sync.ts'

const RENEW_EVERY_MS = LEASE_MS / 4

/**
 * Renews the lease while a run waits for Apple (each page does so too). The signal aborts with the caller's, or when
 * the lease went to another process because this computer slept: then nothing of this run may be written any more.
 */
export function keepLease({ db, clock }: Pick<SyncRunPorts, 'db' | 'clock'>, lease: Lease, outer: AbortSignal) {
  const stopped = new AbortController()
  const taken = new AbortController()

  async function renew(): Promise<void> {
    while (!stopped.signal.aborted) {
      await clock.sleep(RENEW_EVERY_MS, stopped.signal)
      if (!renewLease(db, extended(lease, clock.now()))) return taken.abort()
    }
  }

  // Ends by its own signal, or by a locked store: then the next page finds out whether the lease still holds.
  renew().catch(() => {})
  return {
    signal: AbortSignal.any([outer, taken.signal]),
    lost: () => taken.signal.aborted,
    stop: () => stopped.abort(),
  }
}

export function extended(lease: Lease, now: number): Lease {
  return { ...lease, expiresAt: now + LEASE_MS }
}
