import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeValue, VALUE_ALPHABET } from '../../../../../main/core/registration-tokens/make-value.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

test('a value has its length and only characters that are not mixed up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 20 }), fc.integer(), (length, seed) => {
      const value = makeValue(length, createSeededRandom(seed).bytes)
      expect(value).toHaveLength(length)
      expect(value).toMatch(/^[A-HJ-KM-NP-Z2-9]+$/)
    }),
  )
})

test('no character is likelier than another, whatever the bytes', () => {
  // Every byte once: 256 is no multiple of 31, so bytes that would favour the first characters must be thrown away.
  const every = Uint8Array.from({ length: 256 }, (_, index) => index)
  const text = makeValue(248, () => every)
  const counts = new Map([...VALUE_ALPHABET].map((letter) => [letter, text.split(letter).length - 1]))
  expect(new Set(counts.values())).toEqual(new Set([8]))
})
