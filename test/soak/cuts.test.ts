import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSyncClient } from '../fakes/ade-client.ts'
import { createAdeClient } from '../../main/clients/ade/index.ts'
import { runSync } from '../../main/core/sync/index.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { silentLog } from '../../main/ports/log.ts'
import { systemRandom } from '../../main/ports/random.ts'
import { systemIdentity } from '../../main/ports/process-identity.ts'
import type { RunId, TokenId } from '../../shared/model/ids.ts'
import { createSoakWorld, findDifferences, type SoakWorld } from './soak-world.ts'

/** 100 in `npm run test:soak`. */
const ROUNDS = Number(process.env['SOAK_CUT_ROUNDS'] ?? 8)
const SEED = Number(process.env['SOAK_SEED'] ?? 1)

/** Back-off passes a hundred times faster. */
const clock = {
  ...systemClock,
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.ceil(ms / 100), signal),
}

describe('connections cut at any byte', () => {
  let world: SoakWorld
  beforeAll(async () => {
    world = await createSoakWorld({ devices: 1000, seed: SEED, pageLimit: { default: 100, maximum: 100 } })
  })
  afterAll(() => world.close())

  async function sync(round: number, isFullAsked: boolean) {
    const network = {
      appleUrl: world.simulator.url,
      proxy: null,
      noProxy: null,
      extraCertificates: [],
      protocolVersion: 10,
    }
    const openClient = () =>
      toSyncClient(
        createAdeClient(world.credentials, network, { clock, random: systemRandom, log: silentLog, version: '0' }),
        clock,
      )
    const job = {
      runId: `${round}-${isFullAsked}` as RunId,
      tokenId: 't1' as TokenId,
      tokenNo: 1,
      token: 'token-1',
      serverUuid: null,
      isFullAsked,
      isEmptyAccepted: false,
      expiresAt: Number.MAX_SAFE_INTEGER,
      pageLimit: null,
    }
    const ports = { db: world.db, openClient, clock, log: silentLog, identity: systemIdentity }
    return (await runSync(ports, job, { signal: new AbortController().signal, report() {} })).run
  }

  it(
    `nothing is lost or invented in ${ROUNDS} rounds`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        world.simulator.changeSome({ adds: 20, modifies: 150, removes: 20 })
        world.simulator.cutConnections({ share: 0.4, seed: SEED + round })
        const cut = await sync(round, round % 3 === 0)
        expect(['done', 'failed']).toContain(cut.state)
        world.simulator.cutConnections(undefined)
        const { state, error } = await sync(round + ROUNDS, false)
        expect([state, error]).toEqual(['done', null])
        expect(findDifferences(world.db, world.simulator)).toEqual([])
      }
    },
    ROUNDS * 5000 + 30_000,
  )
})
