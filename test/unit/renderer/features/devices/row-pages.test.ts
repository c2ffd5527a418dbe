import { expect, it } from 'vitest'
import {
  addPage,
  NO_PAGES,
  PAGE_ROWS,
  pagesOf,
  rowAt,
  touchPages,
} from '../../../../../renderer/features/devices/row-pages.ts'
import { device } from '../../samples.ts'

const rows = (name: string) => [device(name)]

it('needs only the pages that rows on screen lie on', () => {
  expect(pagesOf({ first: 0, end: 30 })).toEqual([0])
  expect(pagesOf({ first: PAGE_ROWS - 1, end: PAGE_ROWS + 1 })).toEqual([0, 1])
  expect(pagesOf({ first: PAGE_ROWS, end: 2 * PAGE_ROWS })).toEqual([1])
  expect(pagesOf({ first: 0, end: 0 })).toEqual([])
})

it('finds a row by its place in the whole list', () => {
  const pages = addPage(NO_PAGES, 3, [device('A'), device('B')])
  expect(rowAt(pages, 3 * PAGE_ROWS + 1)?.serial).toBe('B')
  expect(rowAt(pages, 3 * PAGE_ROWS + 2)).toBeUndefined()
  expect(rowAt(pages, 0)).toBeUndefined()
})

it('forgets the pages not looked at for the longest time', () => {
  let pages = NO_PAGES
  for (let page = 0; page < 199; page++) pages = addPage(pages, page, rows(`D${page}`))
  pages = touchPages(pages, [0])
  for (let page = 500; page < 510; page++) pages = addPage(pages, page, rows(`D${page}`))
  expect(pages.size).toBe(200)
  expect(pages.has(0)).toBe(true)
  expect(pages.has(1)).toBe(false)
})

it('does not make a new cache when what is on screen is the youngest already', () => {
  const pages = addPage(addPage(NO_PAGES, 1, rows('A')), 2, rows('B'))
  expect(touchPages(pages, [2])).toBe(pages)
})
