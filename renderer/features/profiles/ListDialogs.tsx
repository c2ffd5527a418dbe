import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as lists from './list-actions.ts'
import styles from './Profiles.module.css'
import type { ProfilesStore } from './store.ts'

export function NewProfileDialog({ store }: { readonly store: ProfilesStore }) {
  const desk = useDesk()
  const creating = useStore(store, (state) => state.creating)
  const words = text().profiles.create
  const close = () => lists.stopCreating(store)
  return (
    <Dialog title={words.title} isOpen={creating !== null} onClose={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void lists.createProfile(store, desk)
        }}
      >
        <TextField
          label={words.name}
          value={creating?.name ?? ''}
          onChange={(name) => lists.nameNew(store, name)}
          description={words.hint}
          maxLength={100}
          autoFocus
        />
        {creating?.work.status === 'failed' && <FailureNotice error={creating.work.error} />}
        <Dialog.Actions>
          <Button onPress={close}>{text().common.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            isDisabled={creating?.name.trim() === ''}
            isBusy={creating?.work.status === 'loading'}
          >
            {words.confirm}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}

/** A default is not removed, and says so before one tries. */
export function RemoveProfileDialog({ store }: { readonly store: ProfilesStore }) {
  const desk = useDesk()
  const removing = useStore(store, (state) => state.removing)
  const words = text().profiles.remove
  const close = () => lists.stopRemoving(store)
  if (removing === null) return null
  const { profile, work } = removing
  const failure = work.status === 'failed' && <FailureNotice error={work.error} />
  if (profile.defaultOf.length > 0) {
    return (
      <Dialog title={words.title(profile.name)} isOpen onClose={close}>
        <p>{words.isDefault(profile.defaultOf.join(', '))}</p>
        <Dialog.Actions>
          <Button onPress={close} autoFocus>
            {text().common.close}
          </Button>
        </Dialog.Actions>
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      title={words.title(profile.name)}
      isOpen
      confirmLabel={words.confirm}
      isBusy={work.status === 'loading'}
      onConfirm={() => void lists.removeProfile(store, desk)}
      onCancel={close}
    >
      <p>{words.text}</p>
      {failure}
    </ConfirmDialog>
  )
}
