import type { Failure } from '../../lib/api.ts'
import { text } from '../../lib/text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { isMistypedCode } from './selectors.ts'

type KeyFieldProps = {
  /** The recovery code instead of the passphrase. */
  readonly isCode: boolean
  /** What the passphrase is called here. */
  readonly label: string
  readonly value: string
  readonly failure: Failure | null
  readonly onChange: (value: string) => void
}

/** What opens the vault, typed: the passphrase, hidden, or the recovery code, with a word where it is mistyped. */
export function KeyField({ isCode, label, value, failure, onChange }: KeyFieldProps) {
  const { fields, unlock } = text().vault
  return (
    <TextField
      key={isCode ? 'code' : 'passphrase'}
      label={isCode ? fields.recoveryCode : label}
      kind={isCode ? 'text' : 'password'}
      autoComplete={isCode ? 'off' : 'current-password'}
      value={value}
      onChange={onChange}
      description={isCode ? unlock.codeHint : ''}
      error={isMistypedCode(failure) ? unlock.codeMistyped : ''}
      autoFocus
    />
  )
}
