import { chooseLanguage } from '../../shared/messages/languages.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { Desk } from '../lib/desk.ts'
import { createStore, type StoreApi } from '../lib/store.ts'
import { language } from '../lib/text.ts'

/** What of the settings changes how the whole window looks. The language has its own store (`lib/text.ts`). */
export type LookStore = StoreApi<{ readonly isCompact: boolean }>

export function createLookStore(): LookStore {
  return createStore<{ readonly isCompact: boolean }>()(() => ({ isCompact: false }))
}

/** The window speaks the system's language until the settings are read, and follows every change of them. */
export function followSettings(look: LookStore, { api }: Desk): void {
  const follow = (settings: Pick<Settings, 'language' | 'isCompact'>) => {
    const spoken = settings.language ?? chooseLanguage(globalThis.navigator.languages)
    if (spoken !== language.getState().language) language.setState({ language: spoken })
    look.setState({ isCompact: settings.isCompact })
  }
  follow({ language: null, isCompact: false })
  api.settings.changed(follow)
  void api.settings.read({}).then((read) => read.ok && follow(read.value))
}
