import { useEffect, type RefObject } from 'react'

/**
 * What has the focus may go away, or be switched off, by its own press: the last notice, a button that has nothing more to
 * do. The panel then takes the focus, so that keys, Escape among them, go on to reach it.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current
    if (!element) return
    let last: EventTarget | null = null
    const enter = ({ target }: FocusEvent) => (last = target)
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last = null
    }
    const observer = new MutationObserver(() => {
      if (last instanceof Element && isLost(last)) element.focus()
    })
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    observer.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
      observer.disconnect()
    }
  }, [panel])
}

/** Of something switched off a browser says for a while that it still has the focus, and sends its keys nowhere. */
function isLost(last: Element): boolean {
  if (last.isConnected && !last.matches(':disabled')) return false
  return document.activeElement === last || document.activeElement === document.body
}
