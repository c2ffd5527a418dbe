import { expect, test } from 'vitest'
import { readSerialList } from '../../../../../main/core/imports/serial-list.ts'
import { workbook } from '../../../../fakes/awkward-tables.ts'

const [A, B] = ['C02XG0FDH7JY', 'DMPVK1ABCD34']
const read = (content: string | Buffer) => readSerialList([Buffer.from(content as string)])

test.each([
  ['one per line', `${A}\n${B}\n${A}\n`],
  ['the column of a table', `Name;Serial Number\n"a;b";${A}\nc; ${B.toLowerCase()} \n`],
  ['Unicode text of a spreadsheet', Buffer.from(`\uFEFFModel\tSerial\niPad\t${A}\nMac\t${B}\n`, 'utf16le')],
  ['a workbook', workbook([['Serial Number'], [A], [B]])],
])('%s', async (_form, content) => {
  expect((await read(content)).serials).toEqual([A, B])
})

test('what does not look like a serial number is handed on, not dropped; empty cells and titles are', async () => {
  expect(await read(`Serial Number,x\n${A},1\nodd one,2\n,3\nSerial Number,x\n b,4\n`)).toEqual({
    serials: [A, 'ODD ONE', 'B'],
    repaired: 0,
  })
})
