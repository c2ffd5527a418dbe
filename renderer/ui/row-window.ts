/**
 * The arithmetic of a table with more rows than a browser can scroll. Browsers cap an element near 33.5 million
 * pixels (a million rows of 32 px are past half of that), so the scrolled canvas is capped well below and two
 * positions are kept: where the scroll bar is, and where in the full list the first visible pixel is.
 */
export const MAX_CANVAS_PX = 15_000_000

export type Geometry = {
  readonly rowCount: number
  readonly rowHeight: number
  /** Height for rows, without the header. */
  readonly viewportHeight: number
}

export type Position = {
  /** Scroll offset of the canvas, in real pixels. */
  readonly scrollTop: number
  /** Offset in the full, never scaled list. */
  readonly top: number
}

export type RowRange = {
  readonly first: number
  /** Exclusive. */
  readonly end: number
}

export const START: Position = { scrollTop: 0, top: 0 }

const listHeight = ({ rowCount, rowHeight }: Geometry) => rowCount * rowHeight

export function canvasHeight(geometry: Geometry): number {
  return Math.min(listHeight(geometry), Math.max(MAX_CANVAS_PX, geometry.viewportHeight))
}

function maxTop(geometry: Geometry): number {
  return Math.max(0, listHeight(geometry) - geometry.viewportHeight)
}

function maxScrollTop(geometry: Geometry): number {
  return Math.max(0, canvasHeight(geometry) - geometry.viewportHeight)
}

/** The position that shows the list from `top`; used by the keyboard and after a jump. */
export function moveTo(geometry: Geometry, top: number): Position {
  const limit = maxTop(geometry)
  const clamped = Math.min(Math.max(0, top), limit)
  return { top: clamped, scrollTop: limit === 0 ? 0 : (clamped / limit) * maxScrollTop(geometry) }
}

/**
 * The position after the person scrolled. A short way moves the list by the same number of pixels, so that a wheel
 * feels alike at a hundred rows and at a million; a long way (the scroll bar was dragged) moves in proportion.
 */
export function followScroll(geometry: Geometry, previous: Position, scrollTop: number): Position {
  const farthest = maxScrollTop(geometry)
  const at = Math.min(Math.max(0, scrollTop), farthest)
  if (at === 0) return START
  if (at >= farthest) return { scrollTop: at, top: maxTop(geometry) }
  const distance = at - previous.scrollTop
  const isShort = Math.abs(distance) <= geometry.viewportHeight
  const top = isShort ? previous.top + distance : (at / farthest) * maxTop(geometry)
  return { scrollTop: at, top: Math.min(Math.max(0, top), maxTop(geometry)) }
}

/** The rows to draw: those on screen and `overscan` more on each side. */
export function rowsToDraw(geometry: Geometry, top: number, overscan: number): RowRange {
  const { rowCount, rowHeight, viewportHeight } = geometry
  const first = Math.floor(top / rowHeight)
  const end = Math.ceil((top + viewportHeight) / rowHeight)
  return { first: Math.max(0, first - overscan), end: Math.min(rowCount, end + overscan) }
}

/** The least movement that shows a whole row. */
export function topThatShows(geometry: Geometry, top: number, row: number): number {
  const { rowHeight, viewportHeight } = geometry
  const rowTop = row * rowHeight
  if (rowTop < top) return rowTop
  return Math.max(top, rowTop + rowHeight - viewportHeight)
}

export function rowsPerPage({ rowHeight, viewportHeight }: Geometry): number {
  return Math.max(1, Math.floor(viewportHeight / rowHeight) - 1)
}
