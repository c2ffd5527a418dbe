import { useLayoutEffect, useState, type RefObject } from 'react'

/** Before anything is drawn. The CSS token has the same value. */
export const USUAL_ROW_HEIGHT_PX = 32

/** The height of a row as the styles have it now (rows can be compact), read from the header, which is one row high. */
export function useRowHeight(scroller: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(USUAL_ROW_HEIGHT_PX)
  useLayoutEffect(() => {
    const header = scroller.current?.querySelector('[role=row]')
    if (!(header instanceof HTMLElement)) return
    const measure = () => setHeight(header.offsetHeight || USUAL_ROW_HEIGHT_PX)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(header)
    return () => observer.disconnect()
  }, [scroller])
  return height
}
