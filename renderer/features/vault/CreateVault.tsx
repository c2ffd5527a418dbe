import { useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { GateTitle } from './GateTitle.tsx'
import { passphraseProblem } from './selectors.ts'
import styles from './VaultGate.module.css'

const WAYS = [
  {
    value: 'system',
    title: 'This computer opens it for me',
    detail:
      'The key is kept by the operating system for your account. Nothing to type, and scheduled syncs run by themselves.',
  },
  {
    value: 'passphrase',
    title: 'A passphrase opens it',
    detail: 'You type it each time the program starts. It also opens the vault on another computer.',
  },
] as const

export type CreateVaultProps = {
  readonly hasSystemKeyStore: boolean
  readonly isBusy: boolean
  /** Without a passphrase: sealed by the operating system. */
  readonly onCreate: (passphrase?: string) => void
  readonly onChange: () => void
}

export function CreateVault({ hasSystemKeyStore, isBusy, onCreate, onChange }: CreateVaultProps) {
  const [chosen, setChosen] = useState<'system' | 'passphrase' | null>(null)
  const way = chosen ?? (hasSystemKeyStore ? 'system' : 'passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isTried, setIsTried] = useState(false)
  const problem = isTried ? passphraseProblem(passphrase, repeated) : {}

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (way === 'system') return onCreate()
    setIsTried(true)
    const found = passphraseProblem(passphrase, repeated)
    if (!found.passphrase && !found.repeated) onCreate(passphrase)
  }
  const choose = (next: 'system' | 'passphrase') => {
    setChosen(next)
    onChange()
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <GateTitle title="Make the vault">
        Private keys and server tokens are kept encrypted in a vault on this computer. Decide how it opens.
      </GateTitle>
      {hasSystemKeyStore && <ChoiceGroup label="How the vault opens" choices={WAYS} value={way} onChange={choose} />}
      {way === 'passphrase' && (
        <>
          <TextField
            label="Passphrase"
            kind="password"
            autoComplete="new-password"
            value={passphrase}
            onChange={setPassphrase}
            description="At least 8 characters; a few words in a row are strong and easy to remember. Nobody can recover it for you."
            error={problem.passphrase ?? ''}
            autoFocus
          />
          <TextField
            label="Passphrase again"
            kind="password"
            autoComplete="new-password"
            value={repeated}
            onChange={setRepeated}
            error={problem.repeated ?? ''}
          />
        </>
      )}
      <div>
        <Button variant="primary" type="submit" isBusy={isBusy}>
          Make the vault
        </Button>
      </div>
    </form>
  )
}
