import { AppError } from '../../shared/errors.ts'
import type { MoveDevices } from '../core/devices/index.ts'
import type { Log } from '../ports/log.ts'
import { moveJobContract, type MoveWorkerData } from './move-contract.ts'
import { startJob } from './start.ts'

/**
 * Moves devices to a group in a worker thread with a database handle of its own: it may wait for a sync that writes,
 * which the main thread must not. Each move has its thread; moves are rare.
 */
export function createMoveStarter({ dbPath, log }: MoveWorkerData & { readonly log: Log }): MoveDevices {
  return async (move, { signal, report }) => {
    const job = startJob('move', moveJobContract, { dbPath } satisfies MoveWorkerData)
    job.api.move.logged(({ level, event, fields }) => log[level](event, fields))
    void job.failed.then((error) => error && log.error('move.worker-failed', { error }))
    try {
      const result = await job.api.move.run(move, { signal, onProgress: report })
      if (result.ok) return result.value
      const { code, message, facts, ref } = result.error
      signal.throwIfAborted()
      if (code === 'cancelled') throw new Error('the thread that moves devices ended')
      throw new AppError(code, message, { facts: { ...facts, ref } })
    } finally {
      await job.api.move.close({})
      await job.stop()
    }
  }
}
