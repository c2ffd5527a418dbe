import type { CallError } from '../../shared/contract/define.ts'
import { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { DevicesOfProfile, WishDevices } from '../core/assign/index.ts'
import type { StartAssign, StartRelease, StartRun } from '../core/sync/index.ts'
import type { RetireDevices } from '../core/tokens/index.ts'
import type { Log } from '../ports/log.ts'
import type { NetworkSettings } from '../ports/network.ts'
import { startJob, valueOf } from './start.ts'
import { syncJobContract, type SyncWorkerData } from './sync-contract.ts'

/**
 * Carries out runs, and what a removed token leaves to do, in a worker thread with a database handle of its own. The
 * thread starts with the first of them and ends with the last: they are rare, and a process that only waits should be
 * small.
 */
export function createSyncStarter({
  dbPath,
  version,
  log,
}: Omit<SyncWorkerData, 'keepsDebug'> & { readonly log: Log }) {
  const { keepsDebug = true } = log
  let running = 0
  let job: ReturnType<typeof start> | undefined

  function start() {
    const started = startJob('sync', syncJobContract, { dbPath, version, keepsDebug } satisfies SyncWorkerData)
    started.api.sync.logged(({ level, event, fields }) => log[level](event, fields))
    void forgetWhenItEnds(started)
    return started
  }

  async function forgetWhenItEnds(started: NonNullable<typeof job>): Promise<void> {
    const error = await started.failed
    if (error) log.error('sync.worker-failed', { error })
    if (job === started) job = undefined
  }

  type Calls = ReturnType<typeof start>['api']['sync']

  async function working<T>(work: (calls: Calls) => Promise<Result<T, CallError>>): Promise<T> {
    job ??= start()
    const used = job
    running += 1
    try {
      const result = await work(used.api.sync)
      // Not only who asked for a run may cancel it.
      if (!result.ok && result.error.code === 'cancelled') throw new AppError('cancelled', result.error.message)
      return valueOf(result, 'sync')
    } finally {
      running -= 1
      if (running === 0 && job === used) {
        job = undefined
        await used.api.sync.close({})
        await used.stop()
      }
    }
  }

  const startRun: StartRun = (request, { signal, report }) =>
    working((calls) => calls.run(asMessage(request), { signal, onProgress: report }))
  const startAssign: StartAssign = (request, { signal }) =>
    working((calls) => calls.assign(asMessage(request), { signal }))
  const startRelease: StartRelease = (request, { signal }) =>
    working((calls) => calls.release(asMessage(request), { signal }))
  const wishDevices: WishDevices = (request, { signal, report }) =>
    working((calls) => calls.wish(request, { signal, onProgress: report }))
  const devicesOfProfile: DevicesOfProfile = (wanted) => working((calls) => calls.devicesOfProfile(wanted))
  const retireDevices: RetireDevices = (request, { signal, report }) =>
    working((calls) => calls.retire(request, { signal, onProgress: report }))
  return { startRun, startAssign, startRelease, wishDevices, devicesOfProfile, retireDevices }
}

/** A message is parsed into arrays that may be written, and so expects such. */
function asMessage<T extends { readonly network: NetworkSettings }>(request: T) {
  return { ...request, network: { ...request.network, extraCertificates: [...request.network.extraCertificates] } }
}
