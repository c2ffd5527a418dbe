import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { UiWordsContext, type UiWords } from './words.ts'

export type UiLanguageProps = {
  /** Language with region, such as `de-AT`: for what the control library says and for the direction of writing. */
  readonly locale: string
  readonly words: UiWords
  readonly children: ReactNode
}

/** Around everything that is drawn: the language controls speak. */
export function UiLanguage({ locale, words, children }: UiLanguageProps) {
  return (
    <I18nProvider locale={locale}>
      <UiWordsContext value={words}>{children}</UiWordsContext>
    </I18nProvider>
  )
}
