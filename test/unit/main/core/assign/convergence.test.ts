import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertProfile, setDefaultProfile } from '../../../../../main/db/profiles.ts'
import type { ProfileId } from '../../../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../../../../shared/model/profile.ts'
import { createAssignWorld, findUnfulfilled, type AssignWorld } from './world.ts'

const RUNS = Number(process.env['SOAK_ASSIGN_RUNS'] ?? 12)
const DAY_MS = 24 * 3_600_000
const OTHER = 'F'.repeat(32)

/** A profile that is published only at the end. */
const LATER = 3

type Step = readonly [kind: (typeof KINDS)[number], pick: number]

const KINDS = [
  'portal-adds',
  'portal-removes',
  'portal-removes-silently',
  'portal-returns',
  'portal-takes-profile',
  'portal-gives-other',
  'device-fetches-it',
  'apple-throttles',
  'apple-fails',
  'apple-says-nothing',
  'apple-breaks-after',
  'apple-is-busy',
  'person-wishes',
  'person-wishes-none',
  'person-wishes-unpublished',
  'killed-after-apple-did-it',
  'person-publishes',
  'person-sets-default',
  'person-retries',
  'sync',
  'full-sync',
  'assign',
  'hours-pass',
] as const

/** Devices that were in the service once and can come back. */
type History = { readonly left: string[] }

async function take(world: AssignWorld, [kind, pick]: Step, history: History): Promise<void> {
  const { service, simulator, db } = world
  const all = world.serials()
  const serial = all[pick % Math.max(1, all.length)]
  const some = all.filter((_, index) => index % 3 === pick % 3)
  switch (kind) {
    case 'portal-adds':
      return void service.addDevices(1 + (pick % 3))
    case 'portal-removes':
    case 'portal-removes-silently':
      if (!serial) return
      if (kind === 'portal-removes') service.removeDevice(serial)
      else service.releaseSilently(serial)
      return void history.left.push(serial)
    case 'portal-returns': {
      const back = history.left.splice(pick % Math.max(1, history.left.length), 1)[0]
      return back === undefined ? undefined : service.returnDevice(back)
    }
    case 'portal-takes-profile':
      return serial ? service.removeProfile(serial) : undefined
    case 'portal-gives-other':
      return serial ? service.assignProfile(serial, OTHER) : undefined
    case 'device-fetches-it':
      return serial ? service.modifyDevice(serial, { profile_status: 'pushed' }) : undefined
    case 'apple-throttles':
      return serial ? service.outcomes.set(serial, { word: 'THROTTLED', retryAfterSeconds: 60, count: 2 }) : undefined
    case 'apple-fails':
      return serial ? service.outcomes.set(serial, { word: 'FAILED', count: 1 + (pick % 3) }) : undefined
    case 'apple-says-nothing':
      return serial ? service.outcomes.set(serial, { word: 'MISSING', count: 1 }) : undefined
    case 'apple-breaks-after':
      return simulator.script({ put_profile_devices_responses: [{ response: { status: 500, isAfterChange: true } }] })
    case 'apple-is-busy':
      return simulator.script({ post_devices_responses: [{ response: { status: 503 } }] })
    case 'person-wishes':
      return void (await world.wish(some, 1 + (pick % 2)))
    case 'person-wishes-none':
      return void (await world.wish(some, null))
    case 'person-wishes-unpublished':
      return void (await world.wish(some, LATER))
    case 'killed-after-apple-did-it':
      // The work is put down and done at Apple, and nobody was there to store the answer.
      await world.wish(some, 1)
      return some.forEach((one) => service.assignProfile(one, world.newestOf(1)))
    case 'person-publishes':
      return void (await world.publish(1 + (pick % 2)))
    case 'person-sets-default':
      return setDefaultProfile(db, 1, pick % 3 === 0 ? null : 1 + (pick % 2))
    case 'person-retries':
      return void world.retry()
    case 'sync':
    case 'full-sync':
      return void (await world.sync(kind === 'full-sync'))
    case 'assign':
      return void (await world.assign().catch(() => {})) // Apple may be scripted to fail
    case 'hours-pass':
      return world.pass((1 + (pick % 30)) * 3_600_000)
  }
}

describe('what is wished and what Apple reports', () => {
  it('agree once Apple answers normally, whatever happened before', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(1000)), { minLength: 5, maxLength: 40 }),
        async (steps) => {
          const world = await createAssignWorld({ devices: 8 })
          try {
            await world.publish(1)
            await world.publish(2)
            addUnpublished(world)
            await world.sync()
            const history: History = { left: [] }
            for (const step of steps) await take(world, step, history)
            await calmDown(world)
            expect(findUnfulfilled(world)).toEqual([])
          } finally {
            await world.close()
          }
        },
      ),
      { numRuns: RUNS, seed: Number(process.env['SOAK_SEED'] ?? 1) },
    )
  })
})

function addUnpublished({ db, clock }: AssignWorld): void {
  const fields = { name: 'Later', groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
  insertProfile(db, `p${LATER}` as ProfileId, fields, clock.now())
}

/** Apple answers normally from here on, the waits it asked for pass, and a person publishes what is missing and looks at what failed three times. */
async function calmDown(world: AssignWorld): Promise<void> {
  world.simulator.clearScript()
  await world.publish(LATER)
  world.service.outcomes.clear()
  world.pass(2 * DAY_MS)
  await world.sync(true)
  world.retry()
  const { state, error } = await world.sync(true)
  expect([state, error]).toEqual(['done', null])
}
