import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createAnswerKeeper, createReconciliationMaker } from '../core/reconcile/job.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { openByteSource } from '../ports/byte-source.ts'
import { createPushedLog } from './pushed-log.ts'
import { readSideElsewhere } from './read-side-elsewhere.ts'
import { reconcileJobContract, type ReconcileWorkerData } from './reconcile-contract.ts'
import { workerPort } from './start.ts'

const { dbPath } = workerData as ReconcileWorkerData // given by start-reconcile.ts
const db = openDb(dbPath)

const log = createPushedLog((line) => served.push('reconcile', 'logged', line))
const served = serve(
  reconcileJobContract,
  {
    reconcile: {
      make: createReconciliationMaker({ db, openByteSource, readElsewhere: readSideElsewhere }),
      keepAnswers: createAnswerKeeper(db),
      close: () => {
        db.close()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
