import { AppError, isCancelled } from '../../../shared/errors.ts'
import type { RunId, TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Account } from '../../../shared/model/token.ts'
import { toAppError } from '../../../shared/store-failure.ts'
import type { SyncClient, WaitNotice } from '../../clients/ade/client-type.ts'
import { syncLeaseName, takeLease, type Lease } from '../../db/leases.ts'
import { isTokenRemoved } from '../../db/remove-token.ts'
import { readSyncState } from '../../db/sync-state.ts'
import { endRun, findRun, startRun } from '../../db/sync-runs.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { ProcessIdentity } from '../../ports/process-identity.ts'
import type { WriteDb } from '../ports.ts'
import { assignDue } from './assign-due.ts'
import { readDevices } from './conversation.ts'
import { adoptConsoleRecords } from '../imports/index.ts'
import { keepLease } from './keep-lease.ts'
import { linkReplacements } from './link-replacements.ts'
import { planSync } from './plan-sync.ts'
import { createProgress, type ProgressReport } from './progress.ts'

/** What a run is to do: plain values, so that they can be handed to a worker thread. */
export type SyncJob = {
  readonly runId: RunId
  readonly tokenId: TokenId
  readonly tokenNo: number
  readonly token: string
  /** Null for a token that was never proven. */
  readonly serverUuid: string | null
  /** Of the server token, milliseconds UTC. */
  readonly expiresAt: number
  readonly isFullAsked: boolean
  /** Somebody said that a list without devices is true. */
  readonly isEmptyAccepted: boolean
  /** Rows per page in place of what Apple announces. */
  readonly pageLimit: number | null
}

export type SyncRunPorts = {
  readonly db: WriteDb
  /** `onWait` is told before a pause between two attempts. */
  readonly openClient: (onWait: (notice: WaitNotice) => void) => SyncClient
  readonly clock: Clock
  readonly log: Log
  readonly identity: ProcessIdentity
}

export type RunContext = { readonly signal: AbortSignal; readonly report: (progress: SyncProgress) => void }

/** `account` as Apple told it at the start of the run, null when it did not come to that. */
export type FinishedRun = { readonly run: SyncRun; readonly account: Account | null }

/**
 * One run of one token, from the lease to the recorded end. Never rejects for trouble with Apple, the network or a
 * cancel: that is how the run ended, and it is in the record. What was stored before stays, and the next run goes on there.
 */
export async function runSync(ports: SyncRunPorts, job: SyncJob, { signal, report }: RunContext): Promise<FinishedRun> {
  const { db, clock, log } = ports
  const { tokenNo, runId: id } = job
  const state = readSyncState(db, tokenNo)
  const plan = planSync(state, { now: clock.now(), isFullAsked: job.isFullAsked })
  const lease = takeSyncLease(ports, job)
  const now = clock.now()
  if (!lease) {
    startRun(db, { id, tokenNo, mode: plan.mode, state: 'skipped', now })
    return { run: findRun(db, id)!, account: null }
  }
  const runNo = startRun(db, { id, tokenNo, mode: plan.mode, state: 'running', now })
  log.info('sync.started', { tokenId: job.tokenId, token: job.token, mode: plan.mode, reason: plan.reason })
  const keeper = keepLease(ports, lease, signal)
  const progress = createProgress({ tokenId: job.tokenId, token: job.token, mode: plan.mode }, report)
  let client: SyncClient | undefined
  let account: Account | null = null
  let end: Ended = { state: 'done', error: null }
  try {
    assertStillConnected(db, job)
    assertNotExpired(job, clock.now())
    progress.phase('connecting')
    client = ports.openClient(progress.wait)
    account = await client.account({ signal: keeper.signal })
    assertSameServer(job, account)
    const run = { db, clock, log, client, job, runNo, lease, signal: keeper.signal, progress }
    await readDevices(run, { plan, state, account })
    adoptConsoleRecords(db)
    await linkReplacements(run)
    await assignDue(run, account)
  } catch (error) {
    end = toEnd(error, ports, { signal, lost: keeper.lost() })
  } finally {
    keeper.stop()
    await client?.close()
  }
  const mode = progress.mode()
  endRun(db, { ...end, lease, runNo, tokenNo, mode, requests: client?.requestCount() ?? 0, now: clock.now() })
  const { state: ended, error } = end
  log.info('sync.ended', { tokenId: job.tokenId, token: job.token, mode, state: ended, error: error?.code ?? null })
  return { run: findRun(db, id)!, account }
}

/** What the parts of a run share. */
export type SyncRunning = Pick<SyncRunPorts, 'db' | 'clock' | 'log'> & {
  readonly client: SyncClient
  readonly job: SyncJob
  readonly runNo: number
  readonly lease: Lease
  readonly signal: AbortSignal
  readonly progress: ProgressReport
}

export function takeSyncLease({ db, clock, identity }: SyncRunPorts, job: SyncJob): Lease | undefined {
  return takeLease(db, {
    name: syncLeaseName(job.tokenId),
    owner: `${identity.name}:${job.runId}`,
    now: clock.now(),
    isAbandoned: (owner) => identity.isDead(owner.slice(0, owner.lastIndexOf(':'))),
  })
}

/** It was removed between the wish to run and the lease: nothing may be written for it any more. */
export function assertStillConnected(db: WriteDb, { tokenNo, token }: SyncJob): void {
  if (isTokenRemoved(db, tokenNo)) throw new AppError('token.not-found', `${token} was removed`)
}

/** Apple would refuse it; asking again and again helps nobody. `verify` asks all the same: this clock may be wrong. */
export function assertNotExpired({ expiresAt }: SyncJob, now: number): void {
  if (expiresAt > now) return
  throw new AppError('auth.expired', `the server token expired on ${new Date(expiresAt).toISOString().slice(0, 10)}`)
}

/** The devices of another server would look as if all of ours had gone. */
export function assertSameServer({ serverUuid }: SyncJob, account: Account): void {
  if (serverUuid === null || account.serverUuid === null) return
  if (serverUuid.toUpperCase() === account.serverUuid.toUpperCase()) return
  throw new AppError('token.other-server', 'the token answers for another server than before', {
    facts: { expected: serverUuid, told: account.serverUuid },
  })
}

type Ended = { readonly state: 'done' | 'failed' | 'cancelled' | 'interrupted'; readonly error: SyncRun['error'] }

function toEnd(error: unknown, { log }: SyncRunPorts, { signal, lost }: { signal: AbortSignal; lost: boolean }): Ended {
  if (lost || (error instanceof AppError && error.code === 'sync.already-running'))
    return { state: 'interrupted', error: null }
  if (isCancelled(error, signal)) return { state: 'cancelled', error: null }
  const failure = toAppError(error)
  if (failure) {
    const { code, message, facts } = failure
    log.warn('sync.failed', { code, message, ...facts, ...(failure !== error && { error }) })
    return { state: 'failed', error: { code, message } }
  }
  log.error('sync.broke', { error })
  return { state: 'failed', error: { code: 'internal', message: 'unexpected failure' } }
}
