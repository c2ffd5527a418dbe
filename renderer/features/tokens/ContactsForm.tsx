import { useState, type FormEvent, type ReactNode } from 'react'
import type { Token } from '../../../shared/model/token.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isAddress, toContact } from './selectors.ts'
import styles from './Tokens.module.css'

export type Contacts = Pick<Token, 'owner' | 'deputy'>

export type ContactsFormProps = {
  readonly contacts: Contacts
  readonly work: Remote<unknown>
  readonly onSave: (contacts: Contacts) => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

const MAX_LENGTH = 200

/** Owner and deputy of whatever expires. */
export function ContactsForm({ contacts: { owner, deputy }, work, onSave, onCancel, children }: ContactsFormProps) {
  const words = text().tokens.contacts
  const [ownerName, setOwnerName] = useState(owner?.name ?? '')
  const [ownerEmail, setOwnerEmail] = useState(owner?.email ?? '')
  const [deputyName, setDeputyName] = useState(deputy?.name ?? '')
  const [deputyEmail, setDeputyEmail] = useState(deputy?.email ?? '')
  const isValid = isAddress(ownerEmail) && isAddress(deputyEmail)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isValid) onSave({ owner: toContact(ownerName, ownerEmail), deputy: toContact(deputyName, deputyEmail) })
  }
  const wrong = (value: string) => (isAddress(value) ? '' : words.notAnAddress)
  return (
    <form className={styles.contacts} onSubmit={submit}>
      {children}
      <TextField label={words.ownerName} value={ownerName} onChange={setOwnerName} maxLength={MAX_LENGTH} autoFocus />
      <TextField
        label={words.ownerEmail}
        value={ownerEmail}
        onChange={setOwnerEmail}
        maxLength={MAX_LENGTH}
        error={wrong(ownerEmail)}
      />
      <TextField label={words.deputyName} value={deputyName} onChange={setDeputyName} maxLength={MAX_LENGTH} />
      <TextField
        label={words.deputyEmail}
        value={deputyEmail}
        onChange={setDeputyEmail}
        maxLength={MAX_LENGTH}
        error={wrong(deputyEmail)}
      />
      {work.status === 'failed' && <FailureNotice error={work.error} />}
      <Dialog.Actions>
        <Button onPress={onCancel}>{text().common.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={!isValid} isBusy={work.status === 'loading'}>
          {words.save}
        </Button>
      </Dialog.Actions>
    </form>
  )
}
