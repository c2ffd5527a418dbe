import { useEffect, useRef, type RefObject } from 'react'

/**
 * The element takes the focus when another thing is shown in it: what had the focus before has gone with the old one. None
 * while nothing is shown.
 */
export function useFocusOn<E extends HTMLElement>(shown: unknown): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    if (shown !== undefined) element.current?.focus({ preventScroll: true })
  }, [shown])
  return element
}
