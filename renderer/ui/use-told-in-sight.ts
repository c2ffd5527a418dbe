import { useEffect, type RefObject } from 'react'

const TOLD = '[role=alert], [role=status]'

/** Whatever a panel that scrolls comes to tell is scrolled into sight, since it answers what was pressed. */
export function useToldInSight(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current
    if (!element) return
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
      const told = added.flatMap((node) => (node.matches(TOLD) ? [node] : [...node.querySelectorAll(TOLD)])).at(-1)
      told?.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [panel])
}
