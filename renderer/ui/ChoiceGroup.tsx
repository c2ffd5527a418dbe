import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './Field.module.css'

export type Choice<V extends string> = { readonly value: V; readonly title: string; readonly detail: string }

export type ChoiceGroupProps<V extends string> = {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** A few alternatives that need a sentence each. */
export function ChoiceGroup<V extends string>({ label, choices, value, onChange }: ChoiceGroupProps<V>) {
  return (
    // The group only hands back values of `choices`.
    <RadioGroup className={styles.choices!} value={value} onChange={(picked) => onChange(picked as V)}>
      <Label className={styles.label}>{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles.choice!}>
          <span className={styles.dot} />
          <span className={styles.label}>{choice.title}</span>
          <span className={styles.choiceDetail}>{choice.detail}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
