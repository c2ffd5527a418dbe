import type { DiagnosisStep, EvidenceFacts, FoundCause } from './model/diagnosis.ts'
import type { CauseWords, RemedyWords, TreeWords } from './model/tree.ts'
import type { Messages } from './messages/index.ts'
import { told } from './messages/evidence-words.ts'

/** The words of one language that a diagnosis is told with. */
export type DiagnosisWords = {
  readonly trees: TreeWords
  readonly causes: CauseWords
  readonly remedies: RemedyWords
  readonly evidence: Messages['evidence']
}

/** A remedy ready to be shown. */
export type ToldRemedy = { readonly id: string } & RemedyWords[string]

/**
 * What stands in a kept diagnosis may be older than the words: a tree, cause or remedy that is no more is told by its name.
 */
export function treeTitle({ trees }: DiagnosisWords, tree: string): string {
  return trees[tree]?.title ?? tree
}

export function questionOf({ trees }: DiagnosisWords, { tree, node }: Pick<DiagnosisStep, 'tree' | 'node'>): string {
  return trees[tree]?.nodes[node]?.question ?? node
}

export function helpOf({ trees }: DiagnosisWords, { tree, node }: Pick<DiagnosisStep, 'tree' | 'node'>): string | null {
  return trees[tree]?.nodes[node]?.help ?? null
}

export function optionText(
  { trees }: DiagnosisWords,
  { tree, node }: Pick<DiagnosisStep, 'tree' | 'node'>,
  option: string,
): string {
  return trees[tree]?.nodes[node]?.options?.[option] ?? option
}

export function causeText({ causes }: DiagnosisWords, cause: string): CauseWords[string] {
  return causes[cause] ?? { title: cause, detail: '' }
}

export function remediesOf(
  { remedies }: DiagnosisWords,
  { remedies: ids }: Pick<FoundCause, 'remedies'>,
): readonly ToldRemedy[] {
  return ids.map((id) => ({ id, ...(remedies[id] ?? { title: id, steps: [], sees: '', verify: '' }) }))
}

/** What was found at a step, as a sentence; empty while it waits. */
export function evidenceText(words: DiagnosisWords, step: DiagnosisStep, language: 'en' | 'de' = 'en'): string {
  const { evidence, outcome, check, kind, reading } = step
  if (!evidence || outcome === null) return ''
  if (kind === 'ask') return words.evidence.person(optionText(words, step, outcome))
  if (kind === 'paste') return pasteText(words, reading, language)
  if (outcome === 'unknown' || check === null) return unknownText(words, evidence)
  const sentences = words.evidence.checks[check] as Readonly<Record<string, (facts: EvidenceFacts) => string>>
  return sentences[outcome]?.(evidence.facts) ?? outcome
}

function unknownText(words: DiagnosisWords, { unknown, facts }: NonNullable<DiagnosisStep['evidence']>): string {
  if (unknown === 'failed' && facts['code']) return words.evidence.failed(facts)
  return words.evidence.unknown[unknown ?? 'not-told']
}

function pasteText(words: DiagnosisWords, reading: DiagnosisStep['reading'], language: 'en' | 'de'): string {
  if (!reading || reading.outcome === 'skipped') return words.evidence.pastedSkipped
  const [first] = reading.findings
  if (!first) return words.evidence.pastedNothing
  const name = [first.domain, first.code].filter(Boolean).join(' ')
  const meaning = first.meaning?.[language]
  return words.evidence.pasted(told([name || first.excerpt, meaning].filter(Boolean).join(': ')))
}
