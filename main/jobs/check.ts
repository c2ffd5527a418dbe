import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { checkStore } from '../db/check-store.ts'
import { openReadOnlyDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { silentLog } from '../ports/log.ts'
import { checkContract, type CheckWorkerData } from './check-contract.ts'
import { workerPort } from './start.ts'

const { dbPath } = workerData as CheckWorkerData // given by start-check.ts

function store() {
  const db = openReadOnlyDb(dbPath)
  try {
    return checkStore(db)
  } finally {
    db.close()
  }
}

serve(checkContract, { check: { store } }, workerPort(parentPort!), {
  log: silentLog,
  ref: () => randomUUID().slice(0, 8),
})
