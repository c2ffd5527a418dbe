import type { DiagnosisWords } from './diagnosis-text.ts'
import { causes as causesDe } from './messages/de/causes.ts'
import { remedies as remediesDe } from './messages/de/remedies.ts'
import { trees as treesDe } from './messages/de/trees.ts'
import { causes as causesEn } from './messages/en/causes.ts'
import { remedies as remediesEn } from './messages/en/remedies.ts'
import { trees as treesEn } from './messages/en/trees.ts'
import { messagesIn } from './messages/index.ts'
import type { Language } from './messages/languages.ts'

const WORDS: Readonly<Record<Language, Omit<DiagnosisWords, 'evidence'>>> = {
  en: { trees: treesEn, causes: causesEn, remedies: remediesEn },
  de: { trees: treesDe, causes: causesDe, remedies: remediesDe },
}

/** Everything a diagnosis is told with, in one language. */
export function wordsOf(language: Language): DiagnosisWords {
  return { ...WORDS[language], evidence: messagesIn(language).evidence }
}
