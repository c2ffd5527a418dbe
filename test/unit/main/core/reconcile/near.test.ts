import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteTable } from '../../../../../main/core/reconcile/byte-table.ts'
import { findNear, nearKind } from '../../../../../main/core/reconcile/near.ts'

const bytes = (text: string) => Buffer.from(text)

test.each([
  ['C02AB0DEF123', 'C02ABODEF123', 'confused'],
  ['C02AB0DEF1I3', 'C02ABODEF113', 'confused'],
  ['C02ABXDEF123', 'C02AXBDEF123', 'transposed'],
  ['C02ABXDEF123', 'C02ABYDEF123', 'one-off'],
  ['C02ABXDEF123', 'C02ABXDEF12', 'one-off'],
  ['C02ABXDEF123', 'XC02ABXDEF123', 'one-off'],
  ['C02ABXDEF123', 'C02ABXDEF123', undefined],
  ['C02ABXDEF123', 'C02AYYDEF123', undefined],
  ['C02ABXDEF123', 'D02ABXDEF124', undefined],
  ['ABXDEF', 'XABEDF', undefined],
])('%s and %s: %s, both ways', (a, b, kind) => {
  expect([nearKind(bytes(a), bytes(b)), nearKind(bytes(b), bytes(a))]).toEqual([kind, kind])
})

/** The sets as numbers of a table that also holds other serial numbers. */
async function pairs(portal: readonly string[], console: readonly string[], others: readonly string[] = []) {
  const serials = new ByteTable()
  const numbers = (texts: readonly string[]) => Uint32Array.from(new Set(texts.map((text) => serials.addText(text))))
  numbers(others)
  const sets = { portalOnly: numbers(portal), consoleOnly: numbers(console) }
  const found = (await findNear(serials, sets, async () => {}))!
  return Object.fromEntries(Array.from(found, ([a, b]) => [serials.text(a), serials.text(b)]))
}

describe('pairs', () => {
  test('are told both ways', async () => {
    expect(await pairs(['F9OXXXX0004D', 'DMPYYYY0005E'], ['F90XXXX0004D', 'H1KZZZZ0006F'])).toEqual({
      F9OXXXX0004D: 'F90XXXX0004D',
      F90XXXX0004D: 'F9OXXXX0004D',
    })
  })

  test('two that are equally near are none', async () => {
    expect(await pairs(['F9AXXXX0004D'], ['F9BXXXX0004D', 'F9CXXXX0004D'])).toEqual({})
  })

  test('a look-alike beats another sign', async () => {
    expect(await pairs(['F9OXXXX0004D'], ['F90XXXX0004D', 'F9CXXXX0004D'])).toMatchObject({
      F9OXXXX0004D: 'F90XXXX0004D',
    })
  })

  test('where serial numbers are counted through, one sign of difference says nothing', async () => {
    expect(await pairs(['SIM000050'], ['SIM000051'])).toMatchObject({ SIM000050: 'SIM000051' })
    expect(await pairs(['SIM000050'], ['SIM000051'], ['SIM000049', 'SIM000052'])).toEqual({})
    expect(await pairs(['SIM000021'], ['SIM000012'])).toMatchObject({ SIM000021: 'SIM000012' })
    expect(await pairs(['SIM000021'], ['SIM000012'], ['SIM000022'])).toEqual({})
  })

  test('whatever is near is found, as by comparing each with each', async () => {
    const serial = fc.string({ unit: fc.constantFrom(...'AB01OI'), minLength: 4, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(serial, { maxLength: 8 }),
        fc.uniqueArray(serial, { maxLength: 8 }),
        async (a, b) => {
          const console = b.filter((text) => !a.includes(text))
          const found = await pairs(a, console)
          const candidates = (one: string, all: readonly string[]) =>
            all.filter((other) => nearKind(bytes(one), bytes(other)) !== undefined)
          for (const [one, other] of Object.entries(found)) expect(nearKind(bytes(one), bytes(other))).toBeDefined()
          for (const one of a) {
            const [only, ...more] = candidates(one, console)
            if (only === undefined) expect(found[one]).toBeUndefined()
            else if (
              more.length === 0 &&
              candidates(only, a).length === 1 &&
              nearKind(bytes(one), bytes(only)) === 'confused'
            )
              expect(found[one]).toBe(only)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
