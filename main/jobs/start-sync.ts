import { AppError } from '../../shared/errors.ts'
import type { StartRun } from '../core/sync/index.ts'
import type { Log } from '../ports/log.ts'
import { startJob } from './start.ts'
import { syncJobContract, type SyncWorkerData } from './sync-contract.ts'

/**
 * Carries out runs in a worker thread with a database handle of its own. The thread starts with the first run and ends
 * with the last one: runs are rare, and a process that only waits should be small.
 */
export function createSyncStarter({ dbPath, version, log }: SyncWorkerData & { readonly log: Log }) {
  let running = 0
  let job: ReturnType<typeof start> | undefined

  function start() {
    const started = startJob('sync', syncJobContract, { dbPath, version } satisfies SyncWorkerData)
    started.api.sync.logged(({ level, event, fields }) => log[level](event, fields))
    void forgetWhenItEnds(started)
    return started
  }

  async function forgetWhenItEnds(started: NonNullable<typeof job>): Promise<void> {
    const error = await started.failed
    if (error) log.error('sync.worker-failed', { error })
    if (job === started) job = undefined
  }

  const startRun: StartRun = async (request, { signal, report }) => {
    job ??= start()
    const used = job
    running += 1
    try {
      const input = {
        ...request,
        network: { ...request.network, extraCertificates: [...request.network.extraCertificates] },
      }
      const result = await used.api.sync.run(input, { signal, onProgress: report })
      if (result.ok) return result.value
      throw new AppError(result.error.code, result.error.message, { facts: { ref: result.error.ref } })
    } finally {
      running -= 1
      if (running === 0 && job === used) {
        job = undefined
        await used.api.sync.close({})
        await used.stop()
      }
    }
  }
  return startRun
}
