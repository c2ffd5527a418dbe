import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteTable } from '../../../../../main/core/reconcile/byte-table.ts'
import { Numbers } from '../../../../../main/core/reconcile/numbers.ts'

test('texts are numbered once each, in their order, and found again: as in a map', () => {
  const text = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'grapheme', maxLength: 20 }))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      const table = new ByteTable()
      const model = new Map<string, number>()
      for (const one of texts) {
        const plain = Buffer.from(one).toString()
        if (!model.has(plain)) model.set(plain, model.size)
        expect(table.addText(one)).toBe(model.get(plain))
      }
      expect(table.count).toBe(model.size)
      for (const [one, no] of model) expect([table.text(no), table.findText(one)]).toEqual([one, no])
      expect(table.findText('never added anywhere')).toBe(-1)
    }),
  )
})

test('it grows beyond any beginning', () => {
  const table = new ByteTable()
  for (let n = 0; n < 50_000; n++) expect(table.addText(`SERIAL${n}`)).toBe(n)
  for (let n = 0; n < 50_000; n += 997) expect([table.findText(`SERIAL${n}`), table.text(n)]).toEqual([n, `SERIAL${n}`])
})

test('numbers that were not put are 0', () => {
  const numbers = new Numbers()
  numbers.set(5000, 7)
  numbers.push(8)
  expect([numbers.at(5000), numbers.at(5001), numbers.at(4), numbers.at(9999), numbers.length]).toEqual([
    7, 8, 0, 0, 5002,
  ])
})
