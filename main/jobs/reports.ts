import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnlyDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { createPushedLog } from './pushed-log.ts'
import { createWriterOver } from './report-writer.ts'
import { reportsJobContract, type ReportsWorkerData } from './reports-contract.ts'
import { workerPort } from './start.ts'

const { dbPath } = workerData as ReportsWorkerData // given by start-reports.ts
const db = openReadOnlyDb(dbPath)

const log = createPushedLog((line) => served.push('reports', 'logged', line))
const served = serve(
  reportsJobContract,
  {
    reports: {
      write: createWriterOver(db),
      close: () => {
        db.close()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
