import { classNames } from './class-names.ts'
import styles from './Field.module.css'
import { Select, type SelectProps } from './Select.tsx'

export type SelectFieldProps<V extends string> = SelectProps<V> & {
  /** Says more to screen readers where several lists of the page have the same label. */
  readonly fullLabel?: string
  readonly description?: string
}

/** A short list with its label above; the list itself speaks it. */
export function SelectField<V extends string>({ label, fullLabel, description, ...select }: SelectFieldProps<V>) {
  return (
    <div className={classNames(styles.field, styles.select)}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <Select label={fullLabel ?? label} {...select} />
      {description && <span className={styles.description}>{description}</span>}
    </div>
  )
}
