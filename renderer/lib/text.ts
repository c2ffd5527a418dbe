import { messagesIn, type Messages } from '../../shared/messages/index.ts'
import type { Language } from '../../shared/messages/languages.ts'
import { createStore } from './store.ts'

/** The language of the page. A change draws the whole page anew (`App`), so nobody else has to listen. */
export const language = createStore<{ readonly language: Language }>()(() => ({ language: 'en' }))

/** The catalogue in the page's language: `text().tokens.title`. For labels, actions and components alike. */
export function text(): Messages {
  return messagesIn(language.getState().language)
}
