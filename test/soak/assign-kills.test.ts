import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginVersion, endVersion } from '../../main/db/profile-versions.ts'
import { insertProfile, setDefaultProfile } from '../../main/db/profiles.ts'
import { createChance } from '../../main/simulator/fleet/chance.ts'
import type { ProfileId } from '../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../shared/model/profile.ts'
import { createSoakWorld, type SoakWorld } from './soak-world.ts'

/** 100 in `npm run test:soak`. */
const KILLS = Number(process.env['SOAK_ASSIGN_KILLS'] ?? 6)
const SEED = Number(process.env['SOAK_SEED'] ?? 1)
const DEVICES = 600

describe('a process killed while it assigns a profile', () => {
  let world: SoakWorld
  let profileUuid: string
  beforeAll(async () => {
    world = await createSoakWorld({
      devices: DEVICES,
      seed: SEED,
      latencyMs: 10,
      batchLimit: { default: 50, maximum: 50 },
    })
    profileUuid = publish(world)
    world.simulator.clearLog()
  })
  afterAll(() => world.close())

  it(
    `every serial number ends with the wished profile after ${KILLS} kills, and nothing is defined again`,
    async () => {
      const chance = createChance(SEED)
      let longestMs = 400
      let killedAtWork = 0
      for (let kill = 0; kill < KILLS; kill++) {
        // Devices that come, and devices whose profile somebody took away: both are to be assigned.
        world.simulator.service.addDevices(60)
        for (const serial of serialsOf(world).filter(() => chance() < 0.2))
          world.simulator.service.removeProfile(serial)
        const runner = world.start(chance() < 0.2)
        await runner.started
        const startedAt = performance.now()
        await delay(chance() * longestMs)
        runner.kill()
        const { run } = await runner.ended
        if (!run) killedAtWork += 1
        else longestMs = Math.max(150, (longestMs + performance.now() - startedAt) / 2 - 20)
      }
      const { run } = await world.start(true).ended
      expect([run?.state, run?.error]).toEqual(['done', null])
      expect(unfulfilled(world, profileUuid)).toEqual([])
      expect(world.simulator.log().filter(({ method, path }) => method === 'POST' && path === '/profile')).toEqual([])
      expect(killedAtWork).toBeGreaterThan(KILLS / 3)
      expect(world.db.pragma('integrity_check', { simple: true })).toBe('ok')
    },
    KILLS * 10_000 + 30_000,
  )
})

/** A profile at the simulator and in our store, the default of the token. */
function publish({ db, simulator }: SoakWorld): string {
  const now = Date.now()
  const fields = { name: 'Berlin', groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
  insertProfile(db, 'p1' as ProfileId, fields, now)
  const version = beginVersion(db, { profileNo: 1, tokenNo: 1, body: '{}', appVersion: '0', now })
  const uuid = simulator.service.profiles.define({ profile_name: 'Berlin', url: 'https://mdm.example.com/' })
  endVersion(db, version, { state: 'published', profileUuid: uuid, now })
  setDefaultProfile(db, 1, 1)
  return uuid
}

const serialsOf = ({ simulator }: SoakWorld) =>
  [...simulator.service.listDevices()].map(({ serial_number }) => serial_number)

/** Devices at Apple that came without a profile and do not have the default now. */
function unfulfilled({ simulator, db }: SoakWorld, uuid: string): readonly string[] {
  const wished = new Set(
    db.prepare('SELECT serial FROM desired_profiles JOIN devices ON devices.id = device_id').pluck().all() as string[],
  )
  expect(wished.size).toBeGreaterThan(DEVICES / 4)
  return [...simulator.service.listDevices()]
    .filter(({ serial_number, profile_uuid }) => wished.has(serial_number) && profile_uuid !== uuid)
    .map(({ serial_number, profile_status }) => `${serial_number} ${String(profile_status)}`)
}
