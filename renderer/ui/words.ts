import { createContext, useContext } from 'react'

/** The few words controls say by themselves. The design system has no language of its own: the page hands them in. */
export type UiWords = {
  readonly cancel: string
  readonly close: string
  readonly dismiss: string
  readonly copy: (label: string) => string
  readonly copied: string
  readonly copiedLabel: (label: string) => string
  readonly clearSearch: string
}

export const UiWordsContext = createContext<UiWords | null>(null)

export function useUiWords(): UiWords {
  const words = useContext(UiWordsContext)
  if (words === null) throw new Error('a control outside of UiLanguage')
  return words
}
