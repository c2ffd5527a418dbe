import type { FormEvent } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { failureOf } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { backUp } from './task-actions.ts'
import { useNewPassphrase } from './use-new-passphrase.ts'
import styles from './VaultGate.module.css'

/** The passphrase first, then the place: a file is never left behind half made. */
export function BackupDialog({ store, onClose }: { readonly store: VaultStore; readonly onClose: () => void }) {
  const desk = useDesk()
  const { tasks } = useStore(store)
  const passphrase = useNewPassphrase()
  const { backup } = text().vault
  const failure = failureOf(tasks.backup)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const backupPassphrase = passphrase.take()
    if (backupPassphrase !== undefined && (await backUp(store, desk, backupPassphrase))) onClose()
  }
  return (
    <Dialog title={backup.make} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <p>{backup.makeDetail}</p>
        <NewPassphrase labels={{ first: backup.passphrase, again: backup.again }} {...passphrase.fields} autoFocus />
        {failure && <FailureNotice error={failure} />}
        <Dialog.Actions>
          <Button onPress={onClose}>{text().common.cancel}</Button>
          <Button variant="primary" type="submit" isBusy={tasks.backup.status === 'loading'}>
            {backup.submit}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}
