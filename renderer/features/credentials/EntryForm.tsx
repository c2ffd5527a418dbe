import { useState, type FormEvent } from 'react'
import type { Credential } from '../../../shared/model/credential.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { readDay, writeDay } from '../../lib/typed-date.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import styles from './Credentials.module.css'
import type { CredentialsStore } from './store.ts'

type EntryFormProps = { readonly store: CredentialsStore; readonly credential: Credential | null }

/** A new entry, or what may be changed: the date only of own ones, the account only of push certificates. */
export function EntryForm({ store, credential }: EntryFormProps) {
  const desk = useDesk()
  const work = useStore(store, (state) => state.work)
  const words = text().credentials.entry
  const [name, setName] = useState(credential?.name ?? '')
  const [day, setDay] = useState(credential ? writeDay(credential.expiresAt) : '')
  const [note, setNote] = useState(credential?.note ?? '')
  const [account, setAccount] = useState(credential?.account ?? '')
  const isOwn = credential === null || credential.kind === 'manual'
  const expiresAt = isOwn ? readDay(day) : credential.expiresAt
  const isValid = name.trim() !== '' && expiresAt !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isValid) void actions.saveEntry(store, desk, { name: name.trim(), expiresAt, note, account })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={words.name} value={name} onChange={setName} maxLength={100} autoFocus />
      {isOwn && (
        <TextField
          label={words.expires}
          value={day}
          onChange={setDay}
          maxLength={10}
          description={words.expiresWhy}
          error={day === '' || expiresAt !== null ? '' : words.notADate}
        />
      )}
      {credential?.kind === 'push-certificate' && (
        <TextField label={words.account} value={account} onChange={setAccount} maxLength={200} />
      )}
      <TextArea label={words.note} value={note} onChange={setNote} maxLength={2000} description={words.noteWhy} />
      {work.status === 'failed' && <FailureNotice error={work.error} />}
      <Dialog.Actions>
        <Button onPress={() => actions.closeDialog(store)}>{text().common.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={!isValid} isBusy={work.status === 'loading'}>
          {words.save}
        </Button>
      </Dialog.Actions>
    </form>
  )
}
