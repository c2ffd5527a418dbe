import { Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './Field.module.css'
import own from './TextArea.module.css'

export type TextAreaProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  readonly maxLength?: number
}

/** A few lines of free text. */
export function TextArea({ label, value, onChange, description, maxLength = 10_000 }: TextAreaProps) {
  return (
    <AriaTextField className={styles.field!} value={value} onChange={onChange} maxLength={maxLength}>
      <Label className={styles.label}>{label}</Label>
      <AriaTextArea className={classNames(styles.input, own.area)} rows={4} />
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
    </AriaTextField>
  )
}
