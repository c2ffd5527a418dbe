import { useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import fieldStyles from './Field.module.css'
import styles from './NumberJump.module.css'

export type NumberJumpProps = {
  readonly label: string
  readonly placeholder: string
  /** From 1 up to and with this one. */
  readonly max: number
  readonly onJump: (number: number) => void
}

/** Goes to the thing of a number: Enter. Blanks and the marks that group digits do not count. */
export function NumberJump({ label, placeholder, max, onJump }: NumberJumpProps) {
  const [typed, setTyped] = useState('')
  const jump = () => {
    const number = Number(typed.replace(/[^0-9]/g, ''))
    if (number < 1) return
    onJump(Math.min(number, max))
    setTyped('')
  }
  return (
    <TextField aria-label={label} value={typed} onChange={setTyped} isDisabled={max === 0}>
      <Input
        className={classNames(fieldStyles.input, styles.input)}
        placeholder={placeholder}
        inputMode="numeric"
        maxLength={12}
        onKeyDown={(event) => event.key === 'Enter' && jump()}
      />
    </TextField>
  )
}
