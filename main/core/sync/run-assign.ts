import type { Account } from '../../../shared/model/token.ts'
import type { SyncClient } from '../../clients/ade/read-ahead.ts'
import { releaseLease } from '../../db/leases.ts'
import { assignDue } from './assign-due.ts'
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

export type AssignJob = Omit<SyncJob, 'isFullAsked' | 'isEmptyAccepted' | 'pageLimit'>

/** `busy`: another run of the token is under way, and tells Apple what is due when it ends. */
export type FinishedAssign = { readonly state: 'done' | 'busy'; readonly account: Account | null }

/** Tells Apple what is due on one token, without reading its list. Rejects as the client does; what was stored stays. */
export async function runAssign(
  ports: SyncRunPorts,
  wanted: AssignJob,
  { signal, report }: RunContext,
): Promise<FinishedAssign> {
  const { db, clock, log } = ports
  const job: SyncJob = { ...wanted, isFullAsked: false, isEmptyAccepted: false, pageLimit: null }
  const lease = takeSyncLease(ports, job)
  if (!lease) return { state: 'busy', account: null }
  const keeper = keepLease(ports, lease, signal)
  const progress = createProgress({ tokenId: job.tokenId, token: job.token, mode: 'sync' }, report)
  let client: SyncClient | undefined
  try {
    assertStillConnected(db, job)
    assertNotExpired(job, clock.now())
    progress.phase('connecting')
    client = ports.openClient(progress.wait)
    const account = await client.account({ signal: keeper.signal })
    assertSameServer(job, account)
    await assignDue({ db, clock, log, client, job, runNo: null, lease, signal: keeper.signal, progress }, account)
    return { state: 'done', account }
  } finally {
    keeper.stop()
    await client?.close()
    releaseLease(db, lease)
  }
}
