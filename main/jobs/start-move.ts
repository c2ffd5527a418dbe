import type { MoveDevices } from '../core/devices/index.ts'
import type { Log } from '../ports/log.ts'
import { moveJobContract, type MoveWorkerData } from './move-contract.ts'
import { threadPerCall } from './thread-per-call.ts'

/** Moves devices to a group in a worker thread: it may wait for a sync that writes, which the main thread must not. */
export function createMoveStarter({ dbPath, log }: MoveWorkerData & { readonly log: Log }): MoveDevices {
  const run = threadPerCall({
    name: 'move',
    contract: moveJobContract,
    workerData: { dbPath } satisfies MoveWorkerData,
    log,
    listen: ({ move }, tell) => move.logged(tell),
    close: ({ move }) => move.close({}),
  })
  return (wish, { signal, report }) => run(({ move }) => move.run(wish, { signal, onProgress: report }), signal)
}
