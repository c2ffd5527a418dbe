import { Label, Radio, RadioGroup } from 'react-aria-components'
import fieldStyles from './Field.module.css'
import styles from './RadioLine.module.css'

export type RadioOption<V extends string> = {
  readonly value: V
  readonly text: string
  readonly isDisabled?: boolean
}

export type RadioLineProps<V extends string> = {
  readonly label: string
  /** Says more to screen readers where several groups of the page have the same label. */
  readonly fullLabel?: string
  readonly options: readonly RadioOption<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** A few short alternatives beside each other. */
export function RadioLine<V extends string>({ label, fullLabel, options, value, onChange }: RadioLineProps<V>) {
  return (
    <RadioGroup
      className={fieldStyles.field!}
      orientation="horizontal"
      value={value}
      // The group only hands back values of `options`.
      onChange={(picked) => onChange(picked as V)}
      {...(fullLabel ? { 'aria-label': fullLabel } : {})}
    >
      {fullLabel ? (
        <span className={fieldStyles.label} aria-hidden>
          {label}
        </span>
      ) : (
        <Label className={fieldStyles.label}>{label}</Label>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={styles.option!}
          >
            <span className={styles.dot} />
            {option.text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
