/**
 * One process that syncs one token once, for tests that kill it: `node runner.ts '{"dbPath":…}'`. Prints `started` when
 * the run begins and then the run as JSON. Everything is the product's own: worker thread, client, store.
 */
import type { Credentials } from '../../main/clients/ade/client-type.ts'
import { createSyncService } from '../../main/core/sync/index.ts'
import { openDb } from '../../main/db/open.ts'
import { createSyncStarter } from '../../main/jobs/start-sync.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { silentLog } from '../../main/ports/log.ts'
import { systemRandom } from '../../main/ports/random.ts'
import type { TokenId } from '../../shared/model/ids.ts'

export type RunnerInput = {
  readonly dbPath: string
  readonly appleUrl: string
  readonly credentials: Credentials
  readonly tokenId: string
  readonly isFull: boolean
}

const { dbPath, appleUrl, credentials, tokenId, isFull } = JSON.parse(process.argv[2]!) as RunnerInput // given by soak-world.ts
const db = openDb(dbPath)
const service = createSyncService({
  db,
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  network: { appleUrl, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 },
  tokens: { credentials: () => ({ values: credentials, version: 1 }), recordAnswer() {} },
  isVaultUnlocked: () => true,
  startRun: createSyncStarter({ dbPath, version: '0', log: silentLog }),
})

let hasStarted = false
const run = await service.handlers.run(
  { tokenId: tokenId as TokenId, full: isFull }, // the id the test gave
  {
    signal: new AbortController().signal,
    report() {
      if (!hasStarted) process.stdout.write('started\n')
      hasStarted = true
    },
  },
)
process.stdout.write(`${JSON.stringify(run)}\n`)
db.close()
