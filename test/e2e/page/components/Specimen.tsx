import type { ReactNode } from 'react'
import styles from './Gallery.module.css'

export type SpecimenProps = {
  readonly name: string
  /** `line` beside each other, `stack` below each other. */
  readonly variant?: 'line' | 'stack'
  readonly children: ReactNode
}

/** One component and its states. */
export function Specimen({ name, variant = 'line', children }: SpecimenProps) {
  return (
    <section className={styles.specimen} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles[variant]}>{children}</div>
    </section>
  )
}
