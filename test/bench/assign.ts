/** `node test/bench/assign.ts`: a profile for many devices beside the server's own waiting time. Prints a line. */
import { createAdeClient } from '../../main/clients/ade/index.ts'
import { createWisher } from '../../main/core/assign/index.ts'
import { openDb } from '../../main/db/open.ts'
import { beginVersion, endVersion } from '../../main/db/profile-versions.ts'
import { insertProfile } from '../../main/db/profiles.ts'
import { systemClock as clock } from '../../main/ports/clock.ts'
import { silentLog as log } from '../../main/ports/log.ts'
import { systemRandom as random } from '../../main/ports/random.ts'
import type { ProfileId } from '../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../shared/model/profile.ts'
import { createStore, startSimulator, syncStore } from './processes.ts'

const DEVICES = process.argv.includes('--quick') ? 20_000 : 100_000
const LATENCY_MS = 100
const BOUND = 1.15
const BODY = { profile_name: 'Berlin', url: 'https://mdm.example.com/' }

const simulator = await startSimulator({ devices: DEVICES })
const store = createStore()
await syncStore(simulator, store.dbPath)
await wishForAll()
await simulator.set({ latencyMs: LATENCY_MS })
const before = await simulator.waitedMs()
const { elapsedMs, run } = await syncStore(simulator, store.dbPath)
const waitedMs = (await simulator.waitedMs()) - before
await simulator.stop()
store.remove()
if (run.assigned !== DEVICES) throw new Error(`${run.assigned} of ${DEVICES} devices got the profile`)
const ratio = elapsedMs / waitedMs
const verdict = ratio <= BOUND ? 'ok  ' : 'OVER'
process.stdout.write(
  `${verdict}  ${ratio.toFixed(2)} × (≤ ${BOUND} ×)  a profile for ${DEVICES} devices at ${LATENCY_MS} ms per answer, told and read back ` +
    `(${(elapsedMs / 1000).toFixed(1)} s), beside the server's waiting (${(waitedMs / 1000).toFixed(1)} s)\n`,
)
if (ratio > BOUND) process.exitCode = 1

/** As if a person had chosen the profile for every device of the list. */
async function wishForAll(): Promise<void> {
  const network = { appleUrl: simulator.url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  const client = createAdeClient(simulator.credentials, network, { clock, random, log, version: '0' })
  const { profileUuid } = await client.defineProfile(BODY)
  await client.close()
  const db = openDb(store.dbPath)
  const now = clock.now()
  const fields = { name: 'Berlin', groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
  insertProfile(db, 'p1' as ProfileId, fields, now)
  const version = beginVersion(db, { profileNo: 1, tokenNo: 1, body: '{}', appVersion: '0', now })
  endVersion(db, version, { state: 'published', profileUuid, now })
  const ids = Uint32Array.from({ length: DEVICES }, (_, index) => index + 1)
  const context = { signal: new AbortController().signal, report() {} }
  await createWisher(db)({ ids, profileNo: 1, now, isDryRun: false }, context)
  db.close()
}
