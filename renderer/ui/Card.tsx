import type { ReactNode } from 'react'
import styles from './Card.module.css'

export type CardProps = {
  readonly title: string
  /** A badge or tags beside the title. */
  readonly status?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One thing of several alike, with its own actions. */
export function Card({ title, status, actions, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 className={styles.title} title={title}>
            <bdi>{title}</bdi>
          </h2>
          {status}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

export type Fact = { readonly label: string; readonly value: ReactNode }

/** Names and values in aligned columns; a value nobody knows is a dash. */
export function Facts({
  facts,
  variant = 'columns',
}: {
  readonly facts: readonly Fact[]
  readonly variant?: 'columns' | 'lines'
}) {
  return (
    <dl className={variant === 'columns' ? styles.columns : styles.lines}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{typeof value === 'string' ? <bdi>{value}</bdi> : (value ?? '–')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The value of a fact and, quieter, what makes it exact. Names come in any script; what stands beside them keeps its place. */
export function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      <bdi>{first}</bdi>
      <br />
      <bdi className={styles.second}>{second}</bdi>
    </>
  )
}
