import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ExportNotice } from './ExportNotice.tsx'
import * as lists from './list-actions.ts'
import { NewProfileDialog, RemoveProfileDialog } from './ListDialogs.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import type { ProfilesStore, ShowDevices } from './store.ts'
import { UpdateNotice } from './UpdateNotice.tsx'

export type ProfileListProps = { readonly store: ProfilesStore; readonly onShowDevices: ShowDevices }

/** Every profile, the way to a new one, and the zone that takes a file. */
export function ProfileList({ store, onShowDevices }: ProfileListProps) {
  const desk = useDesk()
  const profiles = useStore(store, (state) => state.profiles)
  const importing = useStore(store, (state) => state.importing)
  const words = text().profiles
  const isEmpty = profiles.status === 'ready' && profiles.value.length === 0
  const create = (
    <Button variant="primary" icon="plus" onPress={() => lists.beginCreating(store)}>
      {words.newProfile}
    </Button>
  )
  return (
    <Page
      title={words.title}
      subtitle={profiles.status === 'ready' && !isEmpty ? words.count(profiles.value.length) : ''}
      actions={!isEmpty && create}
    >
      {profiles.status === 'failed' && (
        <FailureNotice error={profiles.error}>
          <Button onPress={() => void lists.loadProfiles(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      <UpdateNotice store={store} />
      {importing.status === 'failed' && (
        <FailureNotice error={importing.error} onDismiss={() => lists.forgetImport(store)} />
      )}
      <ExportNotice store={store} />
      {isEmpty && (
        <EmptyState icon="file-text" title={words.empty.title} actions={create}>
          <p>{words.empty.what}</p>
          <p>{words.empty.how}</p>
        </EmptyState>
      )}
      {profiles.status === 'ready' &&
        profiles.value.map((profile) => (
          <ProfileCard key={profile.id} store={store} profile={profile} onShowDevices={onShowDevices} />
        ))}
      {profiles.status === 'ready' && (
        <DropZone
          title={words.dropTitle}
          buttonLabel={words.chooseFile}
          acceptedTypes={['.json', 'application/json']}
          isDisabled={importing.status === 'loading'}
          onFile={(file) => void lists.importFile(store, desk, file)}
        >
          <p>{words.dropDetail}</p>
        </DropZone>
      )}
      <NewProfileDialog store={store} />
      <RemoveProfileDialog store={store} />
    </Page>
  )
}
