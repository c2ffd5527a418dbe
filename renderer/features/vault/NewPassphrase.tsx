import { text } from '../../lib/text.ts'
import { TextField } from '../../ui/TextField.tsx'
import { passphraseProblem, passphraseStrength } from './selectors.ts'

export type NewPassphraseProps = {
  readonly labels: { readonly first: string; readonly again: string }
  readonly value: string
  readonly repeated: string
  readonly onValue: (value: string) => void
  readonly onRepeated: (value: string) => void
  /** The form was sent once: what is wrong is said. */
  readonly isTried: boolean
  readonly autoFocus?: boolean
}

/** A passphrase that will seal something: typed twice, with a word about its strength. */
export function NewPassphrase({ labels, value, repeated, isTried, autoFocus = false, ...on }: NewPassphraseProps) {
  const words = text().vault.fields
  const problem = isTried ? passphraseProblem(value, repeated) : {}
  const isLongEnough = passphraseProblem(value, value).passphrase === undefined
  return (
    <>
      <TextField
        label={labels.first}
        kind="password"
        autoComplete="new-password"
        value={value}
        onChange={on.onValue}
        description={isLongEnough ? words.strength[passphraseStrength(value)] : words.hint}
        error={problem.passphrase ?? ''}
        autoFocus={autoFocus}
      />
      <TextField
        label={labels.again}
        kind="password"
        autoComplete="new-password"
        value={repeated}
        onChange={on.onRepeated}
        error={problem.repeated ?? ''}
      />
    </>
  )
}
