import { useState, type FormEvent } from 'react'
import type { Credential } from '../../../shared/model/credential.ts'
import { ContactsForm, isAddress } from '../tokens/index.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import styles from './Credentials.module.css'
import { EntryForm } from './EntryForm.tsx'
import { ImportForm } from './ImportForm.tsx'
import type { CredentialDialog, CredentialsStore } from './store.ts'

type StoreProps = { readonly store: CredentialsStore }

/** What is asked for just now. Questions about losing something stand in the way, the others can be pressed away. */
export function CredentialDialogs({ store }: StoreProps) {
  const dialog = useStore(store, (state) => state.dialog)
  const isQuestion = dialog?.kind === 'remove' || dialog?.kind === 'discard'
  return (
    <>
      <Dialog
        title={dialog ? titleOf(dialog) : ''}
        isOpen={dialog !== null && !isQuestion}
        onClose={() => actions.closeDialog(store)}
      >
        {dialog?.kind === 'import' && <ImportForm store={store} dialog={dialog} />}
        {dialog?.kind === 'request' && <RequestForm store={store} />}
        {dialog?.kind === 'entry' && <EntryForm store={store} credential={dialog.credential} />}
        {dialog?.kind === 'contacts' && <Contacts store={store} credential={dialog.credential} />}
      </Dialog>
      <Questions store={store} />
    </>
  )
}

function titleOf(dialog: CredentialDialog): string {
  const words = text().credentials
  switch (dialog.kind) {
    case 'import':
      return dialog.renews ? words.importing.renewTitle(dialog.renews.name) : words.importing.title
    case 'request':
      return words.requesting.title
    case 'entry':
      return dialog.credential ? words.entry.changeTitle(dialog.credential.name) : words.entry.addTitle
    case 'contacts':
      return text().tokens.contacts.title(dialog.credential.name)
    case 'remove':
      return words.removal.title(dialog.credential.name)
    case 'discard':
      return words.requesting.discardTitle(dialog.request.name)
  }
}

function Questions({ store }: StoreProps) {
  const desk = useDesk()
  const { dialog, work } = useStore(store)
  const { removal, requesting } = text().credentials
  const isRemoval = dialog?.kind === 'remove'
  const run = isRemoval ? actions.removeCredential : actions.discardRequest
  return (
    <ConfirmDialog
      title={dialog ? titleOf(dialog) : ''}
      isOpen={isRemoval || dialog?.kind === 'discard'}
      confirmLabel={isRemoval ? removal.confirm : requesting.discardConfirm}
      isBusy={work.status === 'loading'}
      onConfirm={() => void run(store, desk)}
      onCancel={() => actions.closeDialog(store)}
    >
      <p>{isRemoval ? removal.text : requesting.discardText}</p>
      {work.status === 'failed' && <FailureNotice error={work.error} />}
    </ConfirmDialog>
  )
}

function RequestForm({ store }: StoreProps) {
  const desk = useDesk()
  const work = useStore(store, (state) => state.work)
  const words = text().credentials.requesting
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const isValid = name.trim() !== '' && isAddress(email)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isValid) void actions.requestCertificate(store, desk, { name: name.trim(), email })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.quiet}>{words.text}</p>
      <TextField label={words.name} value={name} onChange={setName} maxLength={100} autoFocus />
      <TextField
        label={words.email}
        value={email}
        onChange={setEmail}
        maxLength={200}
        error={isAddress(email) ? '' : words.notAnAddress}
      />
      {work.status === 'failed' && <FailureNotice error={work.error} />}
      <Dialog.Actions>
        <Button onPress={() => actions.closeDialog(store)}>{text().common.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={!isValid} isBusy={work.status === 'loading'}>
          {words.submit}
        </Button>
      </Dialog.Actions>
    </form>
  )
}

function Contacts({ store, credential }: StoreProps & { readonly credential: Credential }) {
  const desk = useDesk()
  const work = useStore(store, (state) => state.work)
  return (
    <ContactsForm
      contacts={credential}
      work={work}
      onSave={(contacts) => void actions.saveContacts(store, desk, contacts)}
      onCancel={() => actions.closeDialog(store)}
    />
  )
}
