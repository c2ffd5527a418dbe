import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components'
import styles from './Field.module.css'

export type TextFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind?: 'text' | 'password'
  readonly description?: string
  /** What is wrong with the value; empty or absent when nothing is. */
  readonly error?: string
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly maxLength?: number
  /** What the browser may offer to fill in. */
  readonly autoComplete?: 'off' | 'current-password' | 'new-password'
}

export function TextField({
  label,
  value,
  onChange,
  kind = 'text',
  description,
  error,
  autoFocus = false,
  isDisabled = false,
  maxLength = 1000,
  autoComplete = 'off',
}: TextFieldProps) {
  return (
    <AriaTextField
      className={styles.field!}
      value={value}
      onChange={onChange}
      type={kind}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      maxLength={maxLength}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
    >
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input!} spellCheck={false} />
      {description && !error && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error!}>{error}</FieldError>
    </AriaTextField>
  )
}
