import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstOf } from '../../../../../main/core/assign/listed-first.ts'
import { countDue, retryAssignments } from '../../../../../main/db/profile-assignments.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { createAssignWorld } from './world.ts'

it('only the devices that were chosen are tried once more', async () => {
  const world = await createAssignWorld({ devices: 3 })
  await world.publish(1)
  await world.sync()
  const [first, second] = world.serials() as [string, string]
  for (const serial of [first, second]) world.service.outcomes.set(serial, { word: 'FAILED', on: 'assign' })
  await world.wish([first, second], 1)
  await world.assign()
  const { db, clock } = world
  expect(countDue(db, clock.now())).toBe(0)
  const idOf = (serial: string) => db.prepare('SELECT id FROM devices WHERE serial = ?').pluck().get(serial) as number
  const only = new Set([idOf(first)])
  expect(retryAssignments(db, { tokenNo: null, only, now: clock.now() })).toEqual([idOf(first)])
  expect(countDue(db, clock.now())).toBe(1)
  await world.close()
})

it('a list that is cut holds those that need a look first, and never more than was asked for', () => {
  const line = fc.constantFrom('SUCCESS', 'UNCHANGED', 'FAILED', 'THROTTLED')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.nat(30), (outcomes, listed) => {
      const told = outcomes.map((outcome, at) => ({ serial: toSerial(`S${at}`), outcome, nextAttemptAt: null }))
      const first = firstOf(told, listed)
      const isOpen = ({ outcome }: { outcome: string }) => outcome === 'FAILED' || outcome === 'THROTTLED'
      expect(first).toHaveLength(Math.min(told.length, listed))
      expect(first.filter(isOpen)).toHaveLength(Math.min(told.filter(isOpen).length, listed))
    }),
  )
})
