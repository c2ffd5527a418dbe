import { useState, type FormEvent } from 'react'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isPartOfCode } from './selectors.ts'
import styles from './VaultGate.module.css'

export type ConfirmCodeProps = {
  readonly code: string
  readonly onBack: () => void
  readonly onConfirmed: () => void
}

/** One part of the code, chosen by chance, typed from what was kept. */
export function ConfirmCode({ code, onBack, onConfirmed }: ConfirmCodeProps) {
  const [place] = useState(() => 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % code.split('-').length))
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const words = text().vault.code
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPartOfCode(code, place, typed)) onConfirmed()
    else setIsWrong(true)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{words.confirmText}</p>
      <TextField
        label={words.part(place)}
        value={typed}
        onChange={(next) => {
          setTyped(next)
          setIsWrong(false)
        }}
        error={isWrong ? words.wrongPart : ''}
        maxLength={20}
        autoFocus
      />
      <Dialog.Actions>
        <Button onPress={onBack}>{words.showAgain}</Button>
        <Button variant="primary" type="submit" isDisabled={typed.trim() === ''}>
          {words.confirm}
        </Button>
      </Dialog.Actions>
    </form>
  )
}
