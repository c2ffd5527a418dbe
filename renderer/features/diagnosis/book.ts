/** The trees, and all words of the diagnoses in every language: fetched when somebody looks for a cause, not at the start. */
export { wordsOf } from '../../../shared/diagnosis-words.ts'
export { REMEDIES, STARTS, TREES } from '../../../shared/model/trees.ts'
