import type { ReactNode } from 'react'
import styles from './TableFrame.module.css'

const MOST_SHOWN = 14

export type TableFrameProps = {
  readonly rows: number
  /** What is seen at once; more rows scroll. */
  readonly most?: number
  readonly children: ReactNode
}

/** Around a table that stands among other things: as high as its rows. */
export function TableFrame({ rows, most = MOST_SHOWN, children }: TableFrameProps) {
  return (
    <div className={styles.frame} style={{ '--rows': Math.min(rows, most) }}>
      {children}
    </div>
  )
}
