import { useState, type FormEvent } from 'react'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { GateTitle } from './GateTitle.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'
import styles from './VaultGate.module.css'
import { WayChoice, type Way } from './WayChoice.tsx'

export type CreateVaultProps = {
  readonly hasSystemKeyStore: boolean
  readonly isBusy: boolean
  /** Without a passphrase: sealed by the operating system. */
  readonly onCreate: (passphrase?: string) => void
  readonly onChange: () => void
  readonly onBack: () => void
}

export function CreateVault({ hasSystemKeyStore, isBusy, onCreate, onChange, onBack }: CreateVaultProps) {
  const [chosen, setChosen] = useState<Way | null>(null)
  const way = chosen ?? (hasSystemKeyStore ? 'system' : 'passphrase')
  const passphrase = useNewPassphrase()
  const words = text().vault

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (way === 'system') return onCreate()
    const given = passphrase.take()
    if (given !== undefined) onCreate(given)
  }
  const choose = (next: Way) => {
    setChosen(next)
    onChange()
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <GateTitle title={words.make.title}>{words.make.text}</GateTitle>
      <WayChoice hasSystemKeyStore={hasSystemKeyStore} way={way} onWay={choose} fields={passphrase.fields} autoFocus />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isBusy={isBusy}>
          {words.make.submit}
        </Button>
        <Button variant="quiet" onPress={onBack}>
          {words.welcome.back}
        </Button>
      </div>
    </form>
  )
}
