import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAssignWorld, findUnfulfilled, type AssignWorld } from './world.ts'

let world: AssignWorld
beforeEach(async () => {
  world = await createAssignWorld({ devices: 3 })
})
afterEach(() => world.close())

it('work that was done while nobody stored the answer is done again when the profile is taken away later', async () => {
  const uuid = await world.publish(1)
  await world.sync()
  const [serial = ''] = world.serials()
  await world.wish([serial], 1)
  world.service.assignProfile(serial, uuid)
  await world.sync()
  world.service.removeProfile(serial)
  await world.sync()
  expect(findUnfulfilled(world)).toEqual([])
})
