import { de } from './de/index.ts'
import { en } from './en/index.ts'
import type { Language } from './languages.ts'

/**
 * Every text a person reads in the window, by area. A message is a text or a function of what it speaks about.
 * English is the measure: another language must have the same members, or it does not compile.
 */
export type Messages = Translated<typeof en>

/** The shape of a catalogue without its words. */
export type Translated<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Translated<T[K]> }

const CATALOGUES: Readonly<Record<Language, Messages>> = { en, de }

export function messagesIn(language: Language): Messages {
  return CATALOGUES[language]
}
