import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChance } from '../../main/simulator/fleet/chance.ts'
import { createSoakWorld, findDifferences, type SoakWorld } from './soak-world.ts'

/** 200 in `npm run test:soak`. */
const KILLS = Number(process.env['SOAK_KILLS'] ?? 8)
const SEED = Number(process.env['SOAK_SEED'] ?? 1)
/** Between two comparisons of the whole store. */
const KILLS_PER_COMPARISON = 4
const LATENCY_MS = 12

describe('a process killed at any instant', () => {
  let world: SoakWorld
  beforeAll(async () => {
    world = await createSoakWorld({
      devices: 1500,
      seed: SEED,
      latencyMs: LATENCY_MS,
      pageLimit: { default: 100, maximum: 100 },
    })
  })
  afterAll(() => world.close())

  async function runToTheEnd(isFull = false) {
    const { run, exitCode } = await world.start(isFull).ended
    return [run?.state, run?.error, exitCode]
  }

  it(
    `loses nothing and invents nothing: ${KILLS} kills during fetch and sync`,
    async () => {
      const chance = createChance(SEED)
      let longestMs = 400
      let killedAtWork = 0
      for (let kill = 0; kill < KILLS; kill++) {
        world.simulator.changeSome({ adds: 30, modifies: 200, removes: 20 })
        const runner = world.start(chance() < 0.3)
        await runner.started
        const startedAt = performance.now()
        await delay(chance() * longestMs)
        runner.kill()
        const { run } = await runner.ended
        // A run that was faster than its killer: aim earlier.
        if (!run) killedAtWork += 1
        else longestMs = Math.max(100, (longestMs + performance.now() - startedAt) / 2 - 20)
        if (kill % KILLS_PER_COMPARISON !== KILLS_PER_COMPARISON - 1) continue
        expect(await runToTheEnd()).toEqual(['done', null, 0])
        expect(findDifferences(world.db, world.simulator)).toEqual([])
      }
      expect(await runToTheEnd(true)).toEqual(['done', null, 0])
      expect(findDifferences(world.db, world.simulator)).toEqual([])
      expect(killedAtWork).toBeGreaterThan(KILLS / 3)
      expect(world.db.pragma('integrity_check', { simple: true })).toBe('ok')
    },
    KILLS * 10_000 + 30_000,
  )

  it('two processes on one token: one works, the other says that it skipped, both end well', async () => {
    // Long enough that the slower one of the two starts while the other still works.
    world.simulator.set({ latencyMs: 250 })
    world.simulator.changeSome({ adds: 300, modifies: 500, removes: 20 })
    const ends = await Promise.all([world.start(true).ended, world.start(true).ended])
    world.simulator.set({ latencyMs: LATENCY_MS })
    expect(new Set(ends.map(({ run }) => run?.state))).toEqual(new Set(['done', 'skipped']))
    expect(ends.map(({ run, exitCode }) => [run?.error, exitCode])).toEqual([
      [null, 0],
      [null, 0],
    ])
    expect(findDifferences(world.db, world.simulator)).toEqual([])
  })
})
