import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createAdeClient } from '../clients/ade/index.ts'
import { runSync, type SyncRunPorts } from '../core/sync/index.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { systemClock } from '../ports/clock.ts'
import type { Log, LogFields } from '../ports/log.ts'
import { systemIdentity } from '../ports/process-identity.ts'
import { systemRandom } from '../ports/random.ts'
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

const log = createPushedLog((level, event, fields) => served.push('sync', 'logged', { level, event, fields }))

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

type Write = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: LogFields) => void

function createPushedLog(write: Write): Log {
  const send = (level: Parameters<Write>[0]) => (event: string, fields: LogFields) => write(level, event, fields)
  return { debug: send('debug'), info: send('info'), warn: send('warn'), error: send('error') }
}
