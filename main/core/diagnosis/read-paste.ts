import { errorCodes as german } from '../../../shared/messages/de/error-codes.ts'
import { errorCodes as english } from '../../../shared/messages/en/error-codes.ts'
import type { Language } from '../../../shared/messages/languages.ts'
import type { TextReading } from '../../../shared/model/diagnosis.ts'
import { findDomain } from '../../../shared/model/error-codes.ts'
import type { PasteKind } from '../../../shared/model/tree-pastes.ts'
import { pasteOutcome, readText, type TextFinding } from './read-text.ts'

const WORDS = { en: english, de: german } as const satisfies Readonly<Record<Language, unknown>>

/** Reads a pasted text for a node that asked for this kind, with what the codes mean in every language. */
export function readPaste(text: string, kind: PasteKind = 'error-text'): TextReading {
  const reading = readText(text)
  return { outcome: pasteOutcome(reading, kind), findings: reading.findings.map(toTold) }
}

function toTold({
  domain,
  code,
  outcome,
  excerpt,
  tree,
  remedies,
  count,
}: TextFinding): TextReading['findings'][number] {
  const en = meaningOf('en', domain, code)
  const de = meaningOf('de', domain, code)
  const meaning = en === undefined || de === undefined ? null : { en, de }
  return { domain, code, outcome, excerpt, meaning, tree, remedies, count }
}

/** What a code means; of an unknown code what its domain says; undefined for an unknown domain. */
function meaningOf(language: Language, name: string, code: string | null): string | undefined {
  const domain = findDomain(name)
  if (!domain) return undefined
  const words = WORDS[language][domain.id as keyof typeof english] // a test holds the names against the file
  const meanings: Readonly<Record<string, string>> = words.codes
  return (code === null ? undefined : meanings[code]) ?? words.title
}
