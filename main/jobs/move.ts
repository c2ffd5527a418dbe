import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createDeviceMover } from '../core/devices/index.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { moveJobContract, type MoveWorkerData } from './move-contract.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'

const { dbPath } = workerData as MoveWorkerData // given by start-move.ts
const db = openDb(dbPath)
const moveDevices = createDeviceMover(db)

const log = createPushedLog((line) => served.push('move', 'logged', line))
const served = serve(
  moveJobContract,
  {
    move: {
      run: moveDevices,
      close: () => {
        db.close()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
