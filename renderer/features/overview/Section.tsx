import { useId, type ReactNode } from 'react'
import styles from './Overview.module.css'

export type SectionProps = {
  readonly title: string
  /** Beside the title: a count, a link. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of the overview with its title, on its own surface. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHeader}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  )
}
