import { useEffect, useRef, type ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Drawer.module.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { useUiWords } from './words.ts'

export type DrawerProps = {
  readonly label: string
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Details beside a list, which stays usable. Takes the focus when it opens and gives it back when it closes. */
export function Drawer({ label, title, onClose, children }: DrawerProps) {
  const words = useUiWords()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useKeptFocus(panel)
  useEffect(() => {
    const element = panel.current
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [onClose])
  return (
    <aside ref={panel} className={styles.drawer} aria-label={label} tabIndex={-1}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label={words.close} icon="close" onPress={onClose} />
      </header>
      {/* Read by scrolling, also where nothing in it can be operated. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
    </aside>
  )
}
