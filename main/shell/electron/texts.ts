import { messagesIn, type Messages } from '../../../shared/messages/index.ts'
import { chooseLanguage, type Language } from '../../../shared/messages/languages.ts'
import type { Settings } from '../../../shared/model/settings.ts'

/** What the shell says, in the language of the window: the one chosen, else the system's. */
export type ShellTexts = {
  readonly language: Language
  readonly shell: Messages['shell']
  readonly places: Places
  /** What the window says too. */
  readonly messages: Pick<Messages, 'notices' | 'errors' | 'time'>
}

type Places = Messages['frame']['places']

export function shellTexts(settings: Pick<Settings, 'language'>, systemLanguages: readonly string[]): ShellTexts {
  const language = settings.language ?? chooseLanguage(systemLanguages)
  const messages = messagesIn(language)
  return { language, shell: messages.shell, places: messages.frame.places, messages }
}
