import { expect, it } from 'vitest'
import { noSealing } from '../../main/ports/sealing.ts'
import { createFakeSealing } from '../fakes/sealing.ts'
import { describeSealing } from './sealing.ts'

describeSealing('the fake sealing', () => createFakeSealing())

it('a computer without sealing says so and seals nothing', () => {
  expect(noSealing.isAvailable()).toBe(false)
  expect(() => noSealing.seal(new Uint8Array(1))).toThrow()
  expect(() => noSealing.open(new Uint8Array(1))).toThrow()
})
