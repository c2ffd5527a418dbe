import { afterEach, beforeEach, expect, it } from 'vitest'
import { findAssignmentFacts } from '../../../../../main/db/assignment-facts.ts'
import { insertProfile } from '../../../../../main/db/profiles.ts'
import { toSerial, type ProfileId } from '../../../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../../../../shared/model/profile.ts'
import { createAssignWorld, type AssignWorld } from './world.ts'

const UNPUBLISHED = 2

let world: AssignWorld
let serial: string
beforeEach(async () => {
  world = await createAssignWorld({ devices: 1 })
  serial = world.serials()[0]!
  world.service.removeProfile(serial, true)
  await world.publish(1)
  const fields = { name: 'Not published', groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
  insertProfile(world.db, `p${UNPUBLISHED}` as ProfileId, fields, world.clock.now())
  await world.sync()
  world.simulator.clearLog()
})
afterEach(() => world.close())

const told = () =>
  world.simulator.log().filter(({ path, method }) => path === '/profile/devices' && method !== 'GET').length
const standing = () =>
  world.db.prepare('SELECT assignment, assignment_error_id AS error, next_attempt_at AS next FROM devices').get()
const NONE = { assignment: 0, error: null, next: null }

async function throttled(): Promise<void> {
  world.service.outcomes.set(serial, { word: 'THROTTLED', retryAfterSeconds: 60, count: 1 })
  await world.wish([serial], 1)
  await world.assign()
  expect(told()).toBe(1)
}

it('a wish that cannot be fulfilled yet ends what waited for the wish before', async () => {
  await throttled()
  await world.wish([serial], UNPUBLISHED)
  world.pass(120_000)
  await world.assign()
  world.retry()
  await world.assign()
  expect(told()).toBe(1)
})

it('a wish for no profile ends what waited, also for a person who tries again', async () => {
  await throttled()
  await world.wish([serial], null)
  expect(standing()).toEqual(NONE)
  world.pass(120_000)
  world.retry()
  await world.assign()
  expect([told(), standing()]).toEqual([1, NONE])
  expect(findAssignmentFacts(world.db, toSerial(serial))?.work?.outcome).toBeNull()
})

it('what was tried in vain and then done in the portal is not tried again', async () => {
  world.service.outcomes.set(serial, { word: 'FAILED', count: 1 })
  await world.wish([serial], 1)
  await world.assign()
  world.service.assignProfile(serial, world.newestOf(1))
  await world.sync(true)
  world.retry()
  await world.assign()
  expect(told()).toBe(1)
})
