import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Choice } from './ChoiceGroup.tsx'
import fieldStyles from './Field.module.css'
import styles from './RadioList.module.css'

export type RadioListProps<V extends string> = {
  /** For screen readers: a heading above says it to everybody else. */
  readonly label: string
  readonly options: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** One of a list of some length, each with a line that explains it. Arrow keys walk through it. */
export function RadioList<V extends string>({ label, options, value, onChange }: RadioListProps<V>) {
  return (
    // The group only hands back values of `options`.
    <RadioGroup className={styles.list!} value={value} onChange={(picked) => onChange(picked as V)}>
      <Label className={styles.hidden}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.option!}>
          <span className={styles.dot} />
          <span className={fieldStyles.label}>{option.title}</span>
          <span className={styles.detail}>{option.detail}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
