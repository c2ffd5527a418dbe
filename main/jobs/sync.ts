import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createAdeClient } from '../clients/ade/index.ts'
import { runSync, type SyncRunPorts } from '../core/sync/index.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { systemClock } from '../ports/clock.ts'
import { systemIdentity } from '../ports/process-identity.ts'
import { systemRandom } from '../ports/random.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'
import { syncJobContract, type SyncWorkerData } from './sync-contract.ts'

/** Pages of the write-ahead log before they are moved into the file: a sync dirties the same ones again and again. */
const CHECKPOINT_PAGES = 8000

const { dbPath, version } = workerData as SyncWorkerData // given by start-sync.ts
const port = parentPort!

const db = openDb(dbPath)
db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
// A page writes rows about devices it has found or added in the same transaction, and devices are never deleted: checking
// each row once more would be a tenth of its cost. Every other connection checks, also in the tests of this code.
db.pragma('foreign_keys = OFF')

const log = createPushedLog((line) => served.push('sync', 'logged', line))

const served = serve(
  syncJobContract,
  {
    sync: {
      run: ({ job, credentials, network }, context) => {
        const openClient: SyncRunPorts['openClient'] = (onWait) =>
          createAdeClient(credentials, network, { clock: systemClock, random: systemRandom, log, version, onWait })
        return runSync({ db, openClient, clock: systemClock, log, identity: systemIdentity }, job, context)
      },
    },
  },
  workerPort(port),
  { log, ref: () => randomUUID().slice(0, 8) },
)
