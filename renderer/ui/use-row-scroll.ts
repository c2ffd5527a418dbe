import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { followScroll, moveTo, START, topThatShows, type Geometry, type Position } from './row-window.ts'

const SETTLE_MS = 150

export type RowScrollInput = {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Null until it is known: as many rows as fit. */
  readonly rowCount: number | null
  /** Of every row, and of the header above them. */
  readonly rowHeightPx: number
  /** A change starts at the top again. */
  readonly scrollKey: string
}

export type RowScroll = {
  readonly geometry: Geometry
  readonly position: Position
  readonly onScroll: () => void
  readonly showRow: (row: number) => void
}

/** Keeps the scroll bar and the place in the list together. */
export function useRowScroll({ scroller, rowCount, rowHeightPx, scrollKey }: RowScrollInput): RowScroll {
  const viewportHeight = useRowsHeight(scroller, rowHeightPx)
  const geometry = useMemo(
    () => ({ rowCount: rowCount ?? Math.ceil(viewportHeight / rowHeightPx), rowHeight: rowHeightPx, viewportHeight }),
    [rowCount, rowHeightPx, viewportHeight],
  )
  const [position, setPosition] = useState<Position>(START)
  // Scroll events can come faster than React draws; each must start from where the one before it ended.
  const current = useRef<Position>(START)
  const shownKey = useRef(scrollKey)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)

  const move = useCallback((next: Position) => {
    if (next.top === current.current.top && next.scrollTop === current.current.scrollTop) return
    current.current = next
    setPosition(next)
  }, [])
  const place = useCallback(
    (element: HTMLDivElement | null, next: Position) => {
      if (!element) return
      element.scrollTo({ top: next.scrollTop, behavior: 'instant' })
      move({ top: next.top, scrollTop: element.scrollTop })
    },
    [move],
  )

  // The list grew, shrank or changed its window: the same rows stay in sight. Another list begins at its top.
  useLayoutEffect(() => {
    const isSameList = shownKey.current === scrollKey
    shownKey.current = scrollKey
    place(scroller.current, isSameList ? moveTo(geometry, current.current.top) : START)
  }, [geometry, scrollKey, place, scroller])
  useEffect(() => () => clearTimeout(settling.current), [])

  const onScroll = () => {
    const element = scroller.current
    if (!element) return
    move(followScroll(geometry, current.current, element.scrollTop))
    // Short ways let the scroll bar drift from its share of the list; put it right once the hand rests.
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      const settled = moveTo(geometry, current.current.top)
      if (Math.abs(settled.scrollTop - current.current.scrollTop) > 1) place(element, settled)
    }, SETTLE_MS)
  }

  const showRow = (row: number) => {
    const top = topThatShows(geometry, current.current.top, row)
    if (top !== current.current.top) place(scroller.current, moveTo(geometry, top))
  }

  return { geometry, position, onScroll, showRow }
}

/** The height there is for rows, followed as the window changes. */
function useRowsHeight(scroller: RefObject<HTMLDivElement | null>, headerHeightPx: number): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () => setHeight(Math.max(0, element.clientHeight - headerHeightPx))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, headerHeightPx])
  return height
}
