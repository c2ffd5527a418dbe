import { useEffect, useRef, type RefObject } from 'react'
import { text } from '../lib/text.ts'
import type { Place } from '../../shared/model/places.ts'

/**
 * Going to another place: the window is named after it, and the focus moves to its title, so that a screen reader says
 * where one is and the next Tab goes into the content. The first place a window opens with takes no focus.
 */
export function useArrival(main: RefObject<HTMLElement | null>, place: Place): void {
  const shown = useRef<Place | null>(null)
  useEffect(() => {
    document.title = text().frame.windowTitle(text().frame.places[place])
    const isArrival = shown.current !== null && shown.current !== place
    shown.current = place
    if (isArrival) main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [main, place])
}
