import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './Page.module.css'

export type PageProps = {
  readonly title: string
  /** A count or a state beside the title. */
  readonly subtitle?: string
  readonly actions?: ReactNode
  /** `reading` keeps text and cards to a comfortable width; `full` gives a table the whole window. */
  readonly variant?: 'reading' | 'full'
  readonly children: ReactNode
}

/** One place: one title, which takes the focus when one goes there, at most one primary action, and the content. */
export function Page({ title, subtitle, actions, variant = 'reading', children }: PageProps) {
  return (
    <div className={classNames(styles.page, styles[variant])}>
      <header className={styles.header}>
        <h1 tabIndex={-1}>{title}</h1>
        {subtitle && (
          <span className={styles.subtitle}>
            <bdi>{subtitle}</bdi>
          </span>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  )
}
