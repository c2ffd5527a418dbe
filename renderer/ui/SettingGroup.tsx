import type { ReactNode } from 'react'
import { Select, type SelectProps } from './Select.tsx'
import styles from './SettingGroup.module.css'
import { Switch, type SwitchProps } from './Switch.tsx'

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

type RowWords = { readonly title: string; readonly description?: string; readonly children?: ReactNode }

/** One setting: what it is and does at the start, its control at the end; what needs the whole width below. */
function Row({ title, description, control, children }: RowWords & { readonly control?: ReactNode }) {
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

/** A row whose control is a short list, named as the row is. */
function SelectRow<V extends string>({
  title,
  description,
  children,
  ...select
}: RowWords & Omit<SelectProps<V>, 'label'>) {
  return (
    <Row title={title} {...(description && { description })} control={<Select label={title} {...select} />}>
      {children}
    </Row>
  )
}

/** A row whose control is a switch, named as the row is. */
function SwitchRow({ title, description, children, ...state }: RowWords & Omit<SwitchProps, 'label'>) {
  return (
    <Row title={title} {...(description && { description })} control={<Switch label={title} {...state} />}>
      {children}
    </Row>
  )
}

/** A row of its own kind: a form, a table, a notice. */
function Block({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

SettingGroup.Row = Row
SettingGroup.Select = SelectRow
SettingGroup.Switch = SwitchRow
SettingGroup.Block = Block
