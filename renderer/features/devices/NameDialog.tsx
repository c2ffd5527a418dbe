import { useState, type FormEvent } from 'react'
import type { Failure } from '../../lib/api.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Devices.module.css'

export type NameDialogProps = {
  readonly title: string
  readonly hint?: string
  readonly start: string
  /** Resolves with what went wrong, or with null when it is done. */
  readonly onSave: (name: string) => Promise<Failure | null>
  readonly onClose: () => void
}

export function NameDialog({ title, hint, start, onSave, onClose }: NameDialogProps) {
  const [name, setName] = useState(start)
  const [failure, setFailure] = useState<Failure | null>(null)
  const words = text()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void onSave(name.trim()).then(setFailure)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={words.devices.views.name}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          {...(hint !== undefined && { description: hint })}
        />
        {failure && <FailureNotice error={failure} />}
        <Dialog.Actions>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {words.devices.views.confirm}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}
