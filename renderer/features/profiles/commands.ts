import type { Command } from '../../lib/command.ts'
import { valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { beginCreating } from './list-actions.ts'
import type { ProfilesStore } from './store.ts'

/** A way to each profile, and to a new one. `open` goes to the place; null: to its list. */
export function profileCommands(store: ProfilesStore, open: (id: string | null) => void): readonly Command[] {
  const words = text().profiles
  const create: Command = {
    id: 'action:new-profile',
    section: 'actions',
    title: words.newProfile,
    icon: 'plus',
    run: () => {
      open(null)
      beginCreating(store)
    },
  }
  const each = valueOr(store.getState().profiles, []).map(({ id, name, group }): Command => ({
    id: `profile:${id}`,
    section: 'profiles',
    title: name,
    detail: group,
    icon: 'file-text',
    run: () => open(id),
  }))
  return [create, ...each]
}
