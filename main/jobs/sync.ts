import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createAdeClient, loadTransport, type Credentials, type WaitNotice } from '../clients/ade/index.ts'
import { withReadAhead } from '../clients/ade/read-ahead.ts'
import { createWisher } from '../core/assign/index.ts'
import { runAssign, runRelease, runSync, type SyncRunPorts } from '../core/sync/index.ts'
import { retireDevices } from '../core/tokens/index.ts'
import { openDb } from '../db/open.ts'
import { listDevicesOfProfile } from '../db/profile-wishes.ts'
import { serve } from '../ipc/server.ts'
import { systemClock } from '../ports/clock.ts'
import type { NetworkSettings } from '../ports/network.ts'
import { systemIdentity } from '../ports/process-identity.ts'
import { systemRandom } from '../ports/random.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'
import { syncJobContract, type SyncWorkerData } from './sync-contract.ts'

/**
 * Pages of the write-ahead log (160 MB) before they are moved into the file in the middle of a run. It dirties the same
 * ones again and again, and nothing is read from Apple meanwhile; an ordinary run never comes to it.
 */
const CHECKPOINT_PAGES = 20_000

const { dbPath, version } = workerData as SyncWorkerData // given by start-sync.ts
const transport = loadTransport()
const log = createPushedLog((line) => served.push('sync', 'logged', line))

const db = openDb(dbPath)
db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
// A page writes rows about devices it has found or added in the same transaction, and devices are never deleted: checking
// each row once more would be a tenth of its cost. Every other connection checks, also in the tests of this code.
db.pragma('foreign_keys = OFF')

await transport

function portsOf(credentials: Credentials, network: NetworkSettings): SyncRunPorts {
  const openClient = (onWait: (notice: WaitNotice) => void) =>
    withReadAhead(
      createAdeClient(credentials, network, { clock: systemClock, random: systemRandom, log, version, onWait }),
    )
  return { db, openClient, clock: systemClock, log, identity: systemIdentity }
}

const served = serve(
  syncJobContract,
  {
    sync: {
      run: async ({ job, credentials, network }, context) => {
        const finished = await runSync(portsOf(credentials, network), job, context)
        // Here and not at somebody's next small write in the main thread, which never does it (start-core.ts).
        db.pragma('wal_checkpoint(PASSIVE)')
        return finished
      },

      assign: ({ job, credentials, network }, { signal }) =>
        runAssign(portsOf(credentials, network), job, { signal, report() {} }),

      release: ({ job, credentials, network, serials }, { signal }) =>
        runRelease(portsOf(credentials, network), { job, serials }, { signal, report() {} }),

      wish: createWisher(db),

      devicesOfProfile: (wanted) => Uint32Array.from(listDevicesOfProfile(db, wanted)),

      retire: async (request, context) => {
        try {
          return await retireDevices({ db, clock: systemClock }, request, context)
        } finally {
          db.pragma('wal_checkpoint(PASSIVE)')
        }
      },

      close: () => {
        db.close()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
