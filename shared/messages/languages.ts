/** Languages the window speaks, by their own names. The command line speaks English: scripts read it. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const

export type Language = keyof typeof LANGUAGES

/** The first of a person's languages that there is a catalogue for. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_@.]/)[0] ?? ''
    if (Object.hasOwn(LANGUAGES, language)) return language as Language
  }
  return 'en'
}
