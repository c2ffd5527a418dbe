import { createAdeClient } from '../../../../../main/clients/ade/index.ts'
import { toSyncClient } from '../../../../fakes/ade-client.ts'
import { createWisher } from '../../../../../main/core/assign/index.ts'
import { runAssign, runSync } from '../../../../../main/core/sync/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { beginVersion, endVersion } from '../../../../../main/db/profile-versions.ts'
import { insertProfile } from '../../../../../main/db/profiles.ts'
import { retryAssignments } from '../../../../../main/db/profile-assignments.ts'
import type { Clock } from '../../../../../main/ports/clock.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { createSimulator, type SimulatorOptions } from '../../../../../main/simulator/server.ts'
import type { ProfileId, RunId, TokenId } from '../../../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../../../../shared/model/profile.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { addToken } from '../sync/stage.ts'

const BODY = { profile_name: 'Berlin', url: 'https://mdm.example.com/' }

/** Apple as the simulator over HTTP, our store and our runs, and one clock for all of them that only moves when told. */
export async function createAssignWorld(options: SimulatorOptions = {}) {
  let elapsedMs = 0
  const start = Date.UTC(2026, 10, 22)
  const clock: Clock = {
    now: () => start + elapsedMs,
    monotonic: () => elapsedMs,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      // The renewal of a lease sleeps beside a run; waits of the client pass at once.
      if (ms < 15_000) elapsedMs += Math.ceil(ms)
      else await new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    },
  }
  const simulator = await createSimulator({ ...options, now: clock.now })
  const { service } = simulator
  const values = simulator.issueValues()
  const credentials = {
    consumerKey: values.consumer_key,
    consumerSecret: values.consumer_secret,
    accessToken: values.access_token,
    accessSecret: values.access_secret,
  }
  const db = openMemoryDb()
  addToken(db, 1)
  db.exec('UPDATE tokens SET server_uuid = NULL')
  const random = createSeededRandom(1)
  const network = { appleUrl: simulator.url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  const openClient = () =>
    toSyncClient(createAdeClient(credentials, network, { clock, random, log: silentLog, version: '0' }), clock)
  const ports = { db, openClient, clock, log: silentLog, identity: { name: 'here:1', isDead: () => false } }
  const signal = () => new AbortController().signal
  let runs = 0
  const job = () => ({
    runId: `run-${++runs}` as RunId,
    tokenId: 't1' as TokenId,
    tokenNo: 1,
    token: 'token-1',
    serverUuid: null,
    expiresAt: Number.MAX_SAFE_INTEGER,
  })

  return {
    db,
    clock,
    simulator,
    service,
    pass: (ms: number) => void (elapsedMs += ms),
    serials: () => [...service.listDevices()].map(({ serial_number }) => serial_number),
    sync: async (isFullAsked = false) =>
      (
        await runSync(
          ports,
          { ...job(), isFullAsked, isEmptyAccepted: true, pageLimit: null },
          { signal: signal(), report() {} },
        )
      ).run,
    assign: () => runAssign(ports, job(), { signal: signal(), report() {} }),
    retry: () => retryAssignments(db, { tokenNo: null, now: clock.now() }),
    wish: (serials: readonly string[], profileNo: number | null) =>
      createWisher(db)(
        { ids: idsOf(db, serials), profileNo, now: clock.now(), isDryRun: false },
        { signal: signal(), report() {} },
      ),
    /** A profile of our store, published at the simulator. */
    async publish(no: number): Promise<string> {
      if (!db.prepare('SELECT 1 FROM profiles WHERE no = ?').get(no)) {
        const fields = { name: `Profile ${no}`, groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
        insertProfile(db, `p${no}` as ProfileId, fields, clock.now())
      }
      const about = { profileNo: no, tokenNo: 1, body: '{}', appVersion: '0', now: clock.now() }
      const version = beginVersion(db, about)
      const client = openClient()
      const { profileUuid } = await createAdeClient(credentials, network, {
        clock,
        random,
        log: silentLog,
        version: '0',
      }).defineProfile(BODY)
      await client.close()
      endVersion(db, version, { state: 'published', profileUuid, now: clock.now() })
      return profileUuid
    },
    newestOf: (profileNo: number) =>
      db
        .prepare('SELECT profile_uuid FROM profile_versions WHERE profile_no = ? ORDER BY version DESC LIMIT 1')
        .pluck()
        .get(profileNo) as string,
    close: () => simulator.close(),
  }
}

export type AssignWorld = Awaited<ReturnType<typeof createAssignWorld>>

function idsOf(db: WriteDb, serials: readonly string[]): Uint32Array {
  const find = db.prepare('SELECT id FROM devices WHERE serial = ?').pluck()
  return Uint32Array.from(serials.flatMap((serial) => (find.get(serial) as number | undefined) ?? [])).sort()
}

/** What each present device should have and what Apple says it has, where the two differ. */
export function findUnfulfilled({ db, service }: AssignWorld): readonly string[] {
  const wishes = db
    .prepare(
      `SELECT serial, profile_uuid AS wanted, desired_profiles.profile_no AS profileNo
       FROM desired_profiles JOIN devices ON devices.id = device_id
       LEFT JOIN profile_versions ON profile_versions.no = desired_profiles.version_no`,
    )
    .all() as { serial: string; wanted: string | null; profileNo: number | null }[]
  const truth = new Map([...service.listDevices()].map((row) => [row.serial_number, row]))
  return wishes.flatMap(({ serial, wanted, profileNo }) => {
    const row = truth.get(serial)
    if (!row) return []
    const has = row.profile_status === 'assigned' || row.profile_status === 'pushed' ? row.profile_uuid : null
    const isRight = profileNo === null ? has === null : has === wanted
    return isRight ? [] : [`${serial} has ${String(has)} and should have ${String(profileNo === null ? null : wanted)}`]
  })
}
