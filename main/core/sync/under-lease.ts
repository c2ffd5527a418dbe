import type { Account } from '../../../shared/model/token.ts'
import type { SyncClient } from '../../clients/ade/client-type.ts'
import { releaseLease, type Lease } from '../../db/leases.ts'
import { keepLease } from './keep-lease.ts'
import { createProgress } from './progress.ts'
import {
  assertNotExpired,
  assertSameServer,
  assertStillConnected,
  takeSyncLease,
  type RunContext,
  type SyncJob,
  type SyncRunPorts,
} from './run-sync.ts'

/** What is told to Apple apart from a run that reads its list. */
export type AssignJob = Omit<SyncJob, 'isFullAsked' | 'isEmptyAccepted' | 'pageLimit'>

export type Held = {
  readonly job: SyncJob
  readonly lease: Lease
  readonly client: SyncClient
  readonly account: Account
  readonly progress: ReturnType<typeof createProgress>
  /** Aborted as well when the lease is lost. */
  readonly signal: AbortSignal
}

/**
 * Talks to Apple as the only one of this token: with its lease, and once the server has proved to be the one that is
 * meant. Undefined while a run of the token is under way. Rejects as the client does.
 */
export async function underLease<T>(
  ports: SyncRunPorts,
  { job: wanted, signal, report }: RunContext & { readonly job: AssignJob },
  work: (held: Held) => Promise<T>,
): Promise<T | undefined> {
  const job: SyncJob = { ...wanted, isFullAsked: false, isEmptyAccepted: false, pageLimit: null }
  const lease = takeSyncLease(ports, job)
  if (!lease) return undefined
  const keeper = keepLease(ports, lease, signal)
  const progress = createProgress({ tokenId: job.tokenId, token: job.token, mode: 'sync' }, report)
  let client: SyncClient | undefined
  try {
    assertStillConnected(ports.db, job)
    assertNotExpired(job, ports.clock.now())
    progress.phase('connecting')
    client = ports.openClient(progress.wait)
    const account = await client.account({ signal: keeper.signal })
    assertSameServer(job, account)
    return await work({ job, lease, client, account, progress, signal: keeper.signal })
  } finally {
    keeper.stop()
    await client?.close()
    releaseLease(ports.db, lease)
  }
}
