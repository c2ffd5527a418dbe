import { errorCodes as german } from '../../../shared/messages/de/error-codes.ts'
import { errorCodes as english } from '../../../shared/messages/en/error-codes.ts'
import type { TextReading } from '../../../shared/model/diagnosis.ts'
import { meaningOf } from '../../../shared/model/error-codes.ts'
import type { PasteKind } from '../../../shared/model/tree-pastes.ts'
import { pasteOutcome, readText, type TextFinding } from './read-text.ts'

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
  const en = meaningOf(english, domain, code)
  const de = meaningOf(german, domain, code)
  const meaning = en === undefined || de === undefined ? null : { en, de }
  return { domain, code, outcome, excerpt, meaning, tree, remedies, count }
}
