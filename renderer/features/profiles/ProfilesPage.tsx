import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { Editor } from './Editor.tsx'
import { loadProfiles } from './list-actions.ts'
import { ProfileList } from './ProfileList.tsx'
import type { NamedToken, ProfilesStore, ShowDevices } from './store.ts'

export type ProfilesPageProps = {
  readonly store: ProfilesStore
  readonly tokens: readonly NamedToken[]
  readonly onShowDevices: ShowDevices
}

/** The list, or the one profile that is open. */
export function ProfilesPage({ store, tokens, onShowDevices }: ProfilesPageProps) {
  const desk = useDesk()
  const opened = useStore(store, (state) => state.opened)
  useEffect(() => void loadProfiles(store, desk), [store, desk])
  if (opened === null) return <ProfileList store={store} onShowDevices={onShowDevices} />
  return <Editor store={store} opened={opened} tokens={tokens} onShowDevices={onShowDevices} />
}
