import type { DiagnosisWords } from '../../../shared/diagnosis-text.ts'
import { language } from '../../lib/text.ts'
import type * as Book from './book.ts'
import type { DiagnosisStore } from './store.ts'

let opened: typeof Book | null = null

/** Everything that is drawn here needs it: until it is open `hasWords` is false. */
export async function openBook(store: DiagnosisStore): Promise<void> {
  opened ??= await import('./book.ts')
  store.setState({ hasWords: true })
}

/** Trees and remedies. Only after `openBook`. */
export function book(): typeof Book {
  if (opened === null) throw new Error('the words of the diagnoses were not fetched')
  return opened
}

/** What a diagnosis is told with, in the language of the page. */
export function diagnosisWords(): DiagnosisWords {
  return book().wordsOf(language.getState().language)
}
