import { describe, expect, it } from 'vitest'
import { systemRandom } from '../../main/ports/random.ts'
import { createSeededRandom } from '../fakes/random.ts'

describe.each([
  ['the system', systemRandom],
  ['the seeded', createSeededRandom(7)],
])('%s random', (_name, random) => {
  it('gives as many bytes as asked for, other ones each time', () => {
    const first = random.bytes(40)
    expect(first).toHaveLength(40)
    expect(Buffer.from(random.bytes(40)).equals(first)).toBe(false)
  })

  it('gives version 4 identifiers, other ones each time', () => {
    const ids = Array.from({ length: 50 }, random.uuid)
    expect(new Set(ids).size).toBe(50)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('spreads fractions over [0, 1)', () => {
    const fractions = Array.from({ length: 400 }, random.fraction)
    expect(fractions.every((value) => value >= 0 && value < 1)).toBe(true)
    expect([0, 1, 2, 3].every((quarter) => fractions.some((value) => Math.floor(value * 4) === quarter))).toBe(true)
  })
})

describe('the seeded random', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const draw = (seed: number) => [createSeededRandom(seed)].map((r) => [r.uuid(), r.fraction(), r.fraction()])
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })
})
