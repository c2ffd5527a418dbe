import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canvasHeight,
  followScroll,
  MAX_CANVAS_PX,
  moveTo,
  rowsToDraw,
  START,
  topThatShows,
  type Geometry,
} from '../../../../renderer/ui/row-window.ts'

const MILLION: Geometry = { rowCount: 1_000_000, rowHeight: 32, viewportHeight: 600 }
const SMALL: Geometry = { rowCount: 100, rowHeight: 32, viewportHeight: 600 }

const geometry = fc.record({
  rowCount: fc.integer({ min: 0, max: 3_000_000 }),
  rowHeight: fc.constantFrom(26, 32),
  viewportHeight: fc.integer({ min: 1, max: 4000 }),
})
const listBottom = (g: Geometry) => Math.max(0, g.rowCount * g.rowHeight - g.viewportHeight)
const scrollBottom = (g: Geometry) => Math.max(0, canvasHeight(g) - g.viewportHeight)

describe('the canvas', () => {
  it('has the height of its rows while a browser can scroll that', () => {
    expect(canvasHeight(SMALL)).toBe(3200)
  })

  it('stays below the height where browsers stop, however many rows there are', () => {
    expect(canvasHeight(MILLION)).toBe(MAX_CANVAS_PX)
  })
})

describe('scrolling', () => {
  it('moves a million rows by as many pixels as the wheel turned', () => {
    const middle = moveTo(MILLION, 10_000_000)
    const next = followScroll(MILLION, middle, middle.scrollTop + 100)
    expect(next.top - middle.top).toBeCloseTo(100)
  })

  it('moves in proportion when the scroll bar is dragged', () => {
    const half = followScroll(MILLION, START, scrollBottom(MILLION) / 2)
    expect(half.top).toBeCloseTo(listBottom(MILLION) / 2)
  })

  it('shows the very last row at the end of the scroll bar and the first at its start', () => {
    fc.assert(
      fc.property(geometry, fc.nat(96_000_000), (g, from) => {
        const end = followScroll(g, moveTo(g, from), scrollBottom(g))
        expect(rowsToDraw(g, end.top, 0).end).toBe(scrollBottom(g) === 0 ? rowsToDraw(g, 0, 0).end : g.rowCount)
        expect(followScroll(g, moveTo(g, from), 0)).toEqual(START)
      }),
    )
  })

  it('never leaves the list, wherever the scroll bar is said to be', () => {
    fc.assert(
      fc.property(geometry, fc.nat(96_000_000), fc.integer({ min: -5000, max: 20_000_000 }), (g, from, scrollTop) => {
        const { top } = followScroll(g, moveTo(g, from), scrollTop)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top).toBeLessThanOrEqual(listBottom(g))
      }),
    )
  })

  it('settles where it is: putting the scroll bar right does not move the list', () => {
    const moved = followScroll(MILLION, moveTo(MILLION, 5_000_000), moveTo(MILLION, 5_000_000).scrollTop + 300)
    expect(moveTo(MILLION, moved.top).top).toBe(moved.top)
  })
})

describe('the rows to draw', () => {
  it('cover the viewport and a few more on each side', () => {
    expect(rowsToDraw(SMALL, 320, 2)).toEqual({ first: 8, end: 31 })
  })

  it('end with the list', () => {
    expect(rowsToDraw({ ...SMALL, rowCount: 5 }, 0, 6)).toEqual({ first: 0, end: 5 })
  })

  it('always include a row that was asked to be shown', () => {
    fc.assert(
      fc.property(geometry, fc.nat(96_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (g, from, share) => {
        fc.pre(g.rowCount > 0 && g.viewportHeight >= g.rowHeight)
        const row = Math.min(g.rowCount - 1, Math.floor(share * g.rowCount))
        const { top } = moveTo(g, topThatShows(g, moveTo(g, from).top, row))
        expect(row * g.rowHeight).toBeGreaterThanOrEqual(top - 1e-6)
        expect((row + 1) * g.rowHeight).toBeLessThanOrEqual(top + g.viewportHeight + 1e-6)
      }),
    )
  })
})
