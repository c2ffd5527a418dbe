import { useEffect, type RefObject } from 'react'

const TOLD = {
  /** What failed, and what is wrong with a field. */
  bad: '[role=alert], [slot=errorMessage]',
  all: '[role=alert], [slot=errorMessage], [role=status]',
} as const

/** Whatever a panel that scrolls comes to tell is scrolled into sight, since it answers what was pressed or typed. */
export function useToldInSight(panel: RefObject<HTMLElement | null>, what: keyof typeof TOLD): void {
  useEffect(() => {
    const element = panel.current
    if (!element) return
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element)
      const [told] = added.flatMap((node) =>
        node.matches(TOLD[what]) ? [node] : [...node.querySelectorAll(TOLD[what])],
      )
      told?.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [panel, what])
}
