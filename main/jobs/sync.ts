import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Credentials, WaitNotice } from '../clients/ade/client-type.ts'
import { withPageReader } from '../clients/ade/page-reader.ts'
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
import { startAde } from './start-ade.ts'
import { workerPort } from './start.ts'
import { syncJobContract, type SyncWorkerData } from './sync-contract.ts'

/**
 * Pages of the write-ahead log (256 MB) before they are moved into the file in the middle of a run, which holds the run up
 * for a quarter of a second: it dirties the same ones again and again. A first fetch of 100,000 devices does not come to it.
 */
const CHECKPOINT_PAGES = 32_000

const { dbPath, version, keepsDebug } = workerData as SyncWorkerData // given by start-sync.ts
const log = createPushedLog((line) => served.push('sync', 'logged', line), keepsDebug)
const ade = startAde({ version, log })

const db = openDb(dbPath)
db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
// A page writes rows about devices it has found or added in the same transaction, and devices are never deleted: checking
// each row once more would be a tenth of its cost. Every other connection checks, also in the tests of this code.
db.pragma('foreign_keys = OFF')

await ade.ready

function portsOf(credentials: Credentials, network: NetworkSettings): SyncRunPorts {
  const openClient = (onWait: (notice: WaitNotice) => void) =>
    withPageReader(ade.open(credentials, network, onWait), { clock: systemClock, random: systemRandom, onWait })
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

      close: async () => {
        db.close()
        await ade.stop()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
