import type { CallContext } from '../../../shared/contract/define.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RunId, Serial, TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Credentials } from '../../clients/ade/client-type.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { syncLeaseName, isLeaseHeld } from '../../db/leases.ts'
import { abandonRun, countFailures, findRun, listRunChanges, listRuns } from '../../db/sync-runs.ts'
import { planNextSync, readSyncState, setSyncInterval } from '../../db/sync-state.ts'
import { findToken, listTokens, type StoredToken } from '../../db/tokens.ts'
import { intervalOf, isDue, nextRunAt } from './plan-schedule.ts'
import { nextFullFetchAt } from './plan-sync.ts'
import type { StartRun, SyncPorts } from './ports.ts'
import type { ReleasedDevices } from './run-release.ts'
import { refreshDevice } from './refresh-device.ts'
import type { RunContext } from './run-sync.ts'
import { createSharedRun, type SharedRun } from './running.ts'
import { readSchedule } from '../groups/index.ts'
import { withCredentials } from '../tokens/index.ts'
import { readInterval } from './token-interval.ts'
import { startScheduler, type Schedule } from './scheduler.ts'
import type { AssignJob } from './under-lease.ts'

export type { SyncPorts, StartAssign, StartRelease, StartRun, RunRequest } from './ports.ts'
export { isDue } from './plan-schedule.ts'
export { runAssign, type FinishedAssign } from './run-assign.ts'
export type { AssignJob } from './under-lease.ts'
export { runRelease, type ReleasedDevices } from './run-release.ts'
export { runSync, type FinishedRun, type SyncJob, type SyncRunPorts } from './run-sync.ts'

export type RunManyRequest = {
  /** One token; without it all of them. */
  readonly tokenId?: TokenId | undefined
  readonly full?: boolean | undefined
  /** Of a full fetch: a list without devices is true. */
  readonly acceptEmpty?: boolean | undefined
  /** Only tokens whose schedule says so. */
  readonly onlyDue?: boolean | undefined
}

export type SyncService = ReturnType<typeof createSyncService>

export function createSyncService(ports: SyncPorts) {
  const { db, clock } = ports
  const active = new Map<TokenId, SharedRun & RunWish>()
  const progressListeners = new Set<(progress: SyncProgress) => void>()
  const changeListeners = new Set<(id: TokenId) => void>()

  function requireToken(id: TokenId): StoredToken {
    const token = findToken(db, id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    return token
  }

  function changed(id: TokenId): void {
    for (const listener of changeListeners) listener(id)
  }

  /** A second request for a token joins the run that is under way, unless it asks for more. */
  async function run(id: TokenId, wish: RunWish, context: RunContext): Promise<SyncRun> {
    const current = active.get(id)
    if (current && covers(current, wish)) return current.join(context)
    if (current) await current.ended.catch(() => {})
    context.signal.throwIfAborted()
    const token = requireToken(id)
    const { values, version } = ports.tokens.credentials(id)
    const shared = createSharedRun(connecting(token), async ({ signal, report }) => {
      const reportAll = (progress: SyncProgress) => {
        report(progress)
        for (const listener of progressListeners) listener(progress)
      }
      try {
        return await runOnce(ports, { ...wish, token, values, version }, { signal, report: reportAll })
      } finally {
        active.delete(id)
        changed(id)
      }
    })
    active.set(id, { ...shared, ...wish })
    changed(id)
    return shared.join(context)
  }

  function schedule(token: StoredToken): TokenSchedule {
    const state = readSyncState(db, token.no)
    const interval = readInterval(db, token.no)
    return {
      tokenId: token.id,
      token: token.name,
      nextSyncAt: state.nextSyncAt,
      lastSuccessAt: state.lastSuccessAt,
      lastFetchAt: state.lastFetchAt,
      cursorAt: state.lastFetchAt === null ? null : state.cursorAt,
      intervalMinutes: intervalOf(interval.minutes),
      intervalFrom: interval.from,
      group: token.group,
      nextFetchAt: nextFullFetchAt(state.lastFetchAt),
      waitsFor: waitsFor(token),
    }
  }

  function waitsFor(token: StoredToken): TokenSchedule['waitsFor'] {
    if (active.has(token.id)) return 'running'
    if (isLeaseHeld(db, syncLeaseName(token.id), clock.now())) return 'other-process'
    if (!ports.isVaultUnlocked()) return 'vault'
    return countFailures(db, token.no) > 0 ? 'back-off' : null
  }

  function dueTokens(): readonly StoredToken[] {
    return listTokens(db).filter(({ no }) => {
      const { nextSyncAt } = readSyncState(db, no)
      return isDue(nextSyncAt, { now: clock.now(), intervalMinutes: readInterval(db, no).minutes })
    })
  }

  /** A nightly task must not stay silent about a token that can do nothing any more; it costs no request. */
  function dueOrExpired(): readonly StoredToken[] {
    const due = new Set(dueTokens().map(({ id }) => id))
    return listTokens(db).filter(({ id, expiresAt }) => due.has(id) || expiresAt <= clock.now())
  }

  /** A new interval counts from the last success. */
  function afterLastSuccess(tokenNo: number, intervalMinutes: number | null): number {
    const { lastSuccessAt } = readSyncState(db, tokenNo)
    const now = clock.now()
    return nextRunAt({ state: 'done' }, { now: Math.min(lastSuccessAt ?? now, now), intervalMinutes }, 0)
  }

  /** Asks Apple in the worker with a token's credentials; the answer moves the token's state. */
  function asking<T>(
    tokenNo: number,
    work: (request: { job: AssignJob; credentials: Credentials; network: NetworkSettings }) => Promise<T>,
  ): Promise<T> {
    const token = listTokens(db).find(({ no }) => no === tokenNo)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    const runId = ports.random.uuid() as RunId // branded where it is made
    const { id: tokenId, name, serverUuid, expiresAt } = token
    const job = { runId, tokenId, tokenNo, token: name, serverUuid, expiresAt }
    return withCredentials(ports.tokens, tokenId, (credentials) => work({ job, credentials, network: ports.network }))
  }

  const schedules = (): readonly TokenSchedule[] => listTokens(db).map(schedule)

  const handlers: CoreHandlers['sync'] = {
    run: ({ tokenId, full = false, acceptEmpty = false }, context) =>
      run(tokenId, { isFull: full || acceptEmpty, isEmptyAccepted: acceptEmpty }, context),

    cancel: ({ tokenId }) => {
      active.get(tokenId)?.cancel()
      return null
    },

    running: () => [...active.values()].map((shared) => shared.progress()),

    runs: (input) => listRuns(db, input),

    runChanges: (input) => listRunChanges(db, input),

    schedules,

    setInterval: ({ tokenId, intervalMinutes }) => {
      const token = requireToken(tokenId)
      setSyncInterval(db, {
        tokenNo: token.no,
        intervalMinutes,
        nextSyncAt: afterLastSuccess(token.no, intervalMinutes ?? readSchedule(db, token.no).minutes),
      })
      changed(tokenId)
      return schedule(token)
    },
  }

  return {
    handlers,
    schedules,

    /**
     * Runs one token, all, or those that are due; a failure of one is in its run and does not stop the others.
     * Rejects with `vault.locked`, `vault.missing` or `token.not-found` before anything has run, and when it is cancelled.
     */
    async runMany(request: RunManyRequest, context: CallContext<SyncProgress>): Promise<readonly SyncRun[]> {
      const only = request.tokenId
      const candidates = request.onlyDue ? dueOrExpired() : listTokens(db)
      const chosen = only === undefined ? candidates : candidates.filter(({ id }) => id === only)
      if (only !== undefined) requireToken(only)
      for (const { id } of chosen) ports.tokens.credentials(id)
      const { full = false, acceptEmpty = false } = request
      const wish = { isFull: full || acceptEmpty, isEmptyAccepted: acceptEmpty }
      const ended = await Promise.allSettled(chosen.map(({ id }) => run(id, wish, context)))
      context.signal.throwIfAborted()
      return ended.map((result) => {
        if (result.status === 'rejected') throw result.reason
        return result.value
      })
    },

    /**
     * Tells Apple which profiles devices of this token should have; `busy` where a run is under way, which does so when it
     * ends. Rejects with what Apple answered, and the token's state says so too.
     */
    assign: (tokenNo: number, context: { readonly signal: AbortSignal }): Promise<'done' | 'busy'> =>
      asking(tokenNo, async (request) => (await ports.startAssign(request, context)).state),

    /** Releases devices of this token; Apple's word by serial number. Rejects as `assign` does. */
    release: (
      { tokenNo, serials }: { readonly tokenNo: number; readonly serials: readonly Serial[] },
      context: { readonly signal: AbortSignal },
    ): Promise<ReleasedDevices> => asking(tokenNo, (request) => ports.startRelease({ ...request, serials }, context)),

    /**
     * The groups give these tokens another schedule: their next run is planned anew. A token that never ran stays due,
     * one that waits after failures goes on waiting, and one with an interval of its own is not concerned.
     */
    replan(tokenNos: readonly number[]): void {
      for (const { id, no } of listTokens(db).filter((token) => tokenNos.includes(token.no))) {
        const { nextSyncAt, intervalMinutes } = readSyncState(db, no)
        if (nextSyncAt !== null && intervalMinutes === null && countFailures(db, no) === 0)
          planNextSync(db, no, afterLastSuccess(no, readInterval(db, no).minutes))
        changed(id)
      }
    },

    /** Asks Apple about one device and stores what it says. Rejects like `tokens.verify`, and while a run is under way. */
    refreshDevice: (serial: Serial, { signal }: { readonly signal: AbortSignal }): Promise<void> =>
      refreshDevice(ports, serial, signal),

    /** Runs tokens when they are due. Only a program that stays open calls this; ends with `close`. */
    startSchedule(): Schedule {
      // While the terms wait to be accepted, tokens are looked at by themselves (core/tokens/terms-checks.ts).
      const isFree = ({ id, state }: StoredToken) =>
        state !== 'terms-not-accepted' && !isLeaseHeld(db, syncLeaseName(id), clock.now())
      return startScheduler({
        ...ports,
        dueTokens: () => dueTokens().filter(isFree),
        run: (id, context) => run(id, { isFull: false, isEmptyAccepted: false }, context),
      })
    },

    onProgress(listener: (progress: SyncProgress) => void): () => void {
      progressListeners.add(listener)
      return () => void progressListeners.delete(listener)
    },

    /** A run of this token started or ended, or its schedule is another one. */
    onChanged(listener: (id: TokenId) => void): () => void {
      changeListeners.add(listener)
      return () => void changeListeners.delete(listener)
    },

    /** Cancels what is under way and waits until it is recorded. */
    async close(): Promise<void> {
      for (const shared of active.values()) shared.cancel()
      await Promise.allSettled([...active.values()].map(({ ended }) => ended))
    },
  }
}

/** What a caller asks of a run. */
type RunWish = { readonly isFull: boolean; readonly isEmptyAccepted: boolean }

function covers(current: RunWish, wish: RunWish): boolean {
  return (current.isFull || !wish.isFull) && (current.isEmptyAccepted || !wish.isEmptyAccepted)
}

function connecting({ id, name }: StoredToken): SyncProgress {
  return { tokenId: id, token: name, mode: 'sync', phase: 'connecting', pages: 0, received: 0 }
}

type Once = RunWish & {
  readonly token: StoredToken
  readonly values: Parameters<StartRun>[0]['credentials']
  readonly version: number
}

/** Starts the run where it runs, then records what it means for the token and its schedule. */
async function runOnce(
  ports: SyncPorts,
  { token, isFull, isEmptyAccepted, values, version }: Once,
  context: RunContext,
): Promise<SyncRun> {
  const { db, clock, random, log, network } = ports
  const runId = random.uuid() as RunId // branded where it is made
  const job = {
    runId,
    tokenId: token.id,
    tokenNo: token.no,
    token: token.name,
    serverUuid: token.serverUuid,
    expiresAt: token.expiresAt,
    isFullAsked: isFull,
    isEmptyAccepted,
    pageLimit: ports.pageLimit ?? null,
  }
  try {
    const { run, account } = await ports.startRun({ job, credentials: values, network }, context)
    if (run.state === 'skipped') return run
    const outcome = run.error?.code ?? (run.state === 'done' ? 'success' : undefined)
    if (outcome) ports.tokens.recordAnswer(token.id, { outcome, version, account: account ?? undefined })
    planNext(ports, token, run)
    return run
  } catch (error) {
    // The worker broke: nobody else can end its run.
    log.error('sync.worker-broke', { token: token.name, error })
    abandonRun(db, { id: runId, leaseName: syncLeaseName(token.id), now: clock.now() })
    const run = findRun(db, runId)
    if (!run) throw error
    planNext(ports, token, run)
    return run
  }
}

function planNext({ db, clock, random }: SyncPorts, { id, no }: StoredToken, { state, error }: SyncRun): void {
  // The next look at the terms is the next run too, and is planned with the answer.
  const isLookPlanned = error?.code === 'terms.not-accepted' && findToken(db, id)?.termsCheckAt != null
  if (isLookPlanned) return
  const { minutes: intervalMinutes } = readInterval(db, no)
  const ending =
    state === 'done' || state === 'cancelled'
      ? { state }
      : ({ state: 'failed', code: error?.code ?? 'internal', failures: Math.max(1, countFailures(db, no)) } as const)
  planNextSync(db, no, nextRunAt(ending, { now: clock.now(), intervalMinutes }, random.fraction()))
}
