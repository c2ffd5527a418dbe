import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import * as actions from './actions.ts'
import { ContactsForm } from './ContactsForm.tsx'
import type { TokensStore } from './store.ts'
import styles from './Tokens.module.css'

/** Who looks after a token. */
export function ContactsDialog({ store }: { readonly store: TokensStore }) {
  const desk = useDesk()
  const editing = useStore(store, (state) => state.contacts)
  const words = text().tokens.contacts
  const close = () => actions.cancelContacts(store)
  return (
    <Dialog title={words.title(editing?.token.name ?? '')} isOpen={editing !== null} onClose={close}>
      {editing && (
        <ContactsForm
          key={editing.token.id}
          contacts={editing.token}
          work={editing.work}
          onSave={(contacts) => void actions.saveContacts(store, desk, contacts)}
          onCancel={close}
        >
          <p className={styles.quiet}>{words.why}</p>
        </ContactsForm>
      )}
    </Dialog>
  )
}
