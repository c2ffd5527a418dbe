import { expect, it } from 'vitest'
import { createDataKeyHolder } from '../../../../../main/core/vault/data-key.ts'

const zeros = new Uint8Array(4)

it('a forgotten key is gone, and its bytes are zeros', () => {
  const key = Uint8Array.of(1, 2, 3, 4)
  const holder = createDataKeyHolder()
  holder.hold(key)
  expect(holder.get()).toBe(key)
  holder.forget()
  expect([holder.get(), key]).toEqual([undefined, zeros])
})

it('a key that gives way to another is zeros, one that is held again stays', () => {
  const [first, second] = [Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6, 7, 8)]
  const holder = createDataKeyHolder()
  holder.hold(first)
  holder.hold(second)
  holder.hold(second)
  expect([first, holder.get()]).toEqual([zeros, Uint8Array.of(5, 6, 7, 8)])
})
