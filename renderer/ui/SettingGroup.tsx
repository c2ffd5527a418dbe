import type { ReactNode } from 'react'
import styles from './SettingGroup.module.css'

export type SettingGroupProps = {
  readonly title: string
  /** What the group is about, in a sentence. */
  readonly description?: string
  readonly children: ReactNode
}

/** Settings that belong together, in one frame: a heading and rows. */
export function SettingGroup({ title, description, children }: SettingGroupProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.rows}>{children}</div>
    </section>
  )
}

/** One setting: what it is and does at the start, its control at the end; what needs the whole width below. */
function Row({
  title,
  description,
  control,
  children,
}: {
  readonly title: string
  readonly description?: string
  readonly control?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <div className={styles.words}>
          <p className={styles.name}>{title}</p>
          {description && <p className={styles.explanation}>{description}</p>}
        </div>
        {control && <div className={styles.control}>{control}</div>}
      </div>
      {children}
    </div>
  )
}

/** A row of its own kind: a form, a table, a notice. */
function Block({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

SettingGroup.Row = Row
SettingGroup.Block = Block
