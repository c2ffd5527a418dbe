/**
 * One process that syncs one token once, for tests that kill it: `node runner.ts '{"dbPath":…}'`. Prints `started` when
 * the run begins and then what came of it as JSON. Everything is the product's own: worker thread, client, store.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Credentials } from '../../main/clients/ade/client-type.ts'
import { createAdeClient } from '../../main/clients/ade/index.ts'
import { createSyncService } from '../../main/core/sync/index.ts'
import { openDb } from '../../main/db/open.ts'
import { createSyncStarter } from '../../main/jobs/start-sync.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { silentLog } from '../../main/ports/log.ts'
import { systemRandom } from '../../main/ports/random.ts'
import type { TokenId } from '../../shared/model/ids.ts'
import type { SyncRun } from '../../shared/model/sync-run.ts'

export type RunnerInput = {
  readonly dbPath: string
  readonly appleUrl: string
  readonly credentials: Credentials
  readonly tokenId: string
  readonly isFull: boolean
  /** Looks a thousand times a second whether the main thread answers; each look takes the processor from somebody. */
  readonly watchesMain?: boolean
}

export type RunnerResult = {
  readonly run: SyncRun
  /** Of the run itself. The start of the thread is left out: from source it strips types, which the built program does not. */
  readonly elapsedMs: number
  /** Both of the whole process. */
  readonly cpuMs: number
  readonly maxRssBytes: number
  /** How long the main thread kept others waiting at worst; 0 where nobody looked. */
  readonly maxLoopDelayMs: number
}

const { dbPath, appleUrl, credentials, tokenId, isFull, watchesMain } = JSON.parse(process.argv[2]!) as RunnerInput // given by soak-world.ts
const db = openDb(dbPath)
const service = createSyncService({
  db,
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  network: { appleUrl, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 },
  openAdeClient: (values, network) =>
    createAdeClient(values, network, { clock: systemClock, random: systemRandom, log: silentLog, version: '0' }),
  tokens: { credentials: () => ({ values: credentials, version: 1 }), recordAnswer() {} },
  isVaultUnlocked: () => true,
  ...createSyncStarter({ dbPath, version: '0', log: silentLog }),
})

const RESOLUTION_MS = 1
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
if (watchesMain) delays.enable()
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
delays.disable()
const result: RunnerResult = {
  run,
  elapsedMs: run.finishedAt === null ? 0 : run.finishedAt - run.startedAt,
  cpuMs: cpuMs(),
  maxRssBytes: process.resourceUsage().maxRSS * 1024,
  maxLoopDelayMs: watchesMain ? delays.max / 1e6 - RESOLUTION_MS : 0,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
db.close()

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
