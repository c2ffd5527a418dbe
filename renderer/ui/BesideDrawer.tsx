import type { ReactNode } from 'react'
import styles from './BesideDrawer.module.css'

export type BesideDrawerProps = {
  /** The drawer, while one is open. */
  readonly drawer: ReactNode
  readonly children: ReactNode
}

/** What a place shows, scrolling by itself, and a drawer at its end. */
export function BesideDrawer({ drawer, children }: BesideDrawerProps) {
  return (
    <div className={styles.main}>
      <div className={styles.content}>{children}</div>
      {drawer}
    </div>
  )
}
