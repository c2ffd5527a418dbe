import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, LINE_END } from '../../../../../main/core/reports/csv.ts'
import { plainText, readTable } from '../../../../../main/core/imports/index.ts'

const LETTERS = [
  'a',
  'Z',
  '0',
  ' ',
  ',',
  ';',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\r\n',
  'ü',
  '😀',
  '|',
  '\u00a0',
]
const cell = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((letters) => letters.join(''))
/** A first column that is never empty: rows without anything in them are no rows. */
const rows = fc.array(fc.tuple(fc.constant('C02XG0FDH7JY'), cell, cell), { minLength: 1, maxLength: 40 })

test('what we write as CSV is read as the same values', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const lines = given.map((cells) => cells.map(csvText).join(',') + LINE_END)
      const read = await readTable([Buffer.from(`\uFEFFSerial Number,User,Friendly Name${LINE_END}${lines.join('')}`)])
      expect(read.slice(1).map(({ cells }) => cells.map(plainText))).toEqual(given)
    }),
    { numRuns: 500 },
  )
})

test('nothing we write begins like a formula', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(csvText(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
