import { useState, type FormEvent } from 'react'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import type { Remote } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import { isAddress, toContact } from './selectors.ts'
import type { TokensStore } from './store.ts'
import styles from './Tokens.module.css'

/** Who looks after a token. */
export function ContactsDialog({ store }: { readonly store: TokensStore }) {
  const editing = useStore(store, (state) => state.contacts)
  return (
    <Dialog
      title={text().tokens.contacts.title(editing?.token.name ?? '')}
      isOpen={editing !== null}
      onClose={() => actions.cancelContacts(store)}
    >
      {editing && <ContactsForm key={editing.token.id} store={store} token={editing.token} work={editing.work} />}
    </Dialog>
  )
}

type ContactsFormProps = { readonly store: TokensStore; readonly token: Token; readonly work: Remote<null> }

const MAX_LENGTH = 200

function ContactsForm({ store, token, work }: ContactsFormProps) {
  const desk = useDesk()
  const words = text().tokens.contacts
  const [ownerName, setOwnerName] = useState(token.owner?.name ?? '')
  const [ownerEmail, setOwnerEmail] = useState(token.owner?.email ?? '')
  const [deputyName, setDeputyName] = useState(token.deputy?.name ?? '')
  const [deputyEmail, setDeputyEmail] = useState(token.deputy?.email ?? '')
  const isValid = isAddress(ownerEmail) && isAddress(deputyEmail)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const contacts = { owner: toContact(ownerName, ownerEmail), deputy: toContact(deputyName, deputyEmail) }
    if (isValid) void actions.saveContacts(store, desk, contacts)
  }
  const address = (value: string) => (isAddress(value) ? '' : words.notAnAddress)
  return (
    <form className={styles.contacts} onSubmit={submit}>
      <p className={styles.quiet}>{words.why}</p>
      <TextField label={words.ownerName} value={ownerName} onChange={setOwnerName} maxLength={MAX_LENGTH} autoFocus />
      <TextField
        label={words.ownerEmail}
        value={ownerEmail}
        onChange={setOwnerEmail}
        maxLength={MAX_LENGTH}
        error={address(ownerEmail)}
      />
      <TextField label={words.deputyName} value={deputyName} onChange={setDeputyName} maxLength={MAX_LENGTH} />
      <TextField
        label={words.deputyEmail}
        value={deputyEmail}
        onChange={setDeputyEmail}
        maxLength={MAX_LENGTH}
        error={address(deputyEmail)}
      />
      {work.status === 'failed' && <FailureNotice error={work.error} />}
      <Dialog.Actions>
        <Button onPress={() => actions.cancelContacts(store)}>{text().common.cancel}</Button>
        <Button variant="primary" type="submit" isDisabled={!isValid} isBusy={work.status === 'loading'}>
          {words.save}
        </Button>
      </Dialog.Actions>
    </form>
  )
}
