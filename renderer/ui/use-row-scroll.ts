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
  const [shownKey, setShownKey] = useState(scrollKey)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (shownKey !== scrollKey) {
    setShownKey(scrollKey)
    setPosition(START)
  }

  const place = (next: Position) => {
    const element = scroller.current
    if (element) element.scrollTop = next.scrollTop
    setPosition({ top: next.top, scrollTop: element?.scrollTop ?? next.scrollTop })
  }

  // The list grew, shrank or changed its window: the same rows stay in sight.
  useLayoutEffect(() => {
    place(moveTo(geometry, position.top))
    // `position` is where we are, not a reason to move.
  }, [geometry.rowCount, geometry.viewportHeight, scrollKey])

  useEffect(() => () => clearTimeout(settling.current), [])

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    const next = followScroll(geometry, position, element.scrollTop)
    if (next.top !== position.top || next.scrollTop !== position.scrollTop) setPosition(next)
    // Short ways let the scroll bar drift from its share of the list; put it right once the hand rests.
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      const settled = moveTo(geometry, next.top)
      if (Math.abs(settled.scrollTop - next.scrollTop) > 1) place(settled)
    }, SETTLE_MS)
  }

  const showRow = (row: number) => {
    const top = topThatShows(geometry, position.top, row)
    if (top !== position.top) place(moveTo(geometry, top))
  }

  return { position, onScroll, showRow }
}
