import { expect, it } from 'vitest'
import { moveByKey } from '../../../../renderer/ui/grid-keys.ts'

const SIZE = { rows: 1000, columns: 10, rowsPerPage: 20 }
const press = (key: string, ctrlKey = false) => moveByKey({ row: 5, column: 3 }, { key, ctrlKey, metaKey: false }, SIZE)

it('moves like a spreadsheet', () => {
  expect(press('ArrowDown')).toEqual({ row: 6, column: 3 })
  expect(press('ArrowUp')).toEqual({ row: 4, column: 3 })
  expect(press('ArrowRight')).toEqual({ row: 5, column: 4 })
  expect(press('ArrowLeft')).toEqual({ row: 5, column: 2 })
  expect(press('PageDown')).toEqual({ row: 25, column: 3 })
  expect(press('PageUp')).toEqual({ row: 0, column: 3 })
})

it('goes to the ends of a row with Home and End, and of the list with Ctrl', () => {
  expect(press('Home')).toEqual({ row: 5, column: 0 })
  expect(press('End')).toEqual({ row: 5, column: 9 })
  expect(press('Home', true)).toEqual({ row: 0, column: 0 })
  expect(press('End', true)).toEqual({ row: 999, column: 9 })
  expect(press('ArrowDown', true)).toEqual({ row: 999, column: 3 })
})

it('stays inside the table', () => {
  expect(moveByKey({ row: 999, column: 9 }, { key: 'PageDown', ctrlKey: false, metaKey: false }, SIZE)).toEqual({
    row: 999,
    column: 9,
  })
})

it('leaves keys alone that are not of movement', () => {
  expect(press('Tab')).toBeUndefined()
  expect(press('a')).toBeUndefined()
})
