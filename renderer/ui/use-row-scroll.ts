import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { followScroll, moveTo, START, topThatShows, type Geometry, type Position } from './row-window.ts'

const SETTLE_MS = 150

export type RowScroll = {
  readonly position: Position
  readonly onScroll: () => void
  readonly showRow: (row: number) => void
}

/** Keeps the scroll bar and the place in the list together; a new `scrollKey` starts at the top again. */
export function useRowScroll(
  scroller: RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  scrollKey: string,
): RowScroll {
  const [position, setPosition] = useState<Position>(START)
  // Scroll events can come faster than React draws; each must start from where the one before it ended.
  const current = useRef<Position>(START)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)

  const move = (next: Position) => {
    if (next.top === current.current.top && next.scrollTop === current.current.scrollTop) return
    current.current = next
    setPosition(next)
  }
  const place = (next: Position) => {
    const element = scroller.current
    if (!element) return
    element.scrollTop = next.scrollTop
    move({ top: next.top, scrollTop: element.scrollTop })
  }

  // The list grew, shrank or changed its window: the same rows stay in sight.
  useLayoutEffect(() => place(moveTo(geometry, current.current.top)), [geometry.rowCount, geometry.viewportHeight])
  useLayoutEffect(() => place(START), [scrollKey])
  useEffect(() => () => clearTimeout(settling.current), [])

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    move(followScroll(geometry, current.current, element.scrollTop))
    // Short ways let the scroll bar drift from its share of the list; put it right once the hand rests.
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      const settled = moveTo(geometry, current.current.top)
      if (Math.abs(settled.scrollTop - current.current.scrollTop) > 1) place(settled)
    }, SETTLE_MS)
  }

  const showRow = (row: number) => {
    const top = topThatShows(geometry, current.current.top, row)
    if (top !== current.current.top) place(moveTo(geometry, top))
  }

  return { position, onScroll, showRow }
}
