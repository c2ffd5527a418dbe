import {
  causeText,
  evidenceText,
  helpOf,
  optionText,
  questionOf,
  remediesOf,
  treeTitle,
} from '../../shared/diagnosis-text.ts'
import { wordsOf } from '../../shared/diagnosis-words.ts'
import type { Diagnosis, DiagnosisStep, FoundCause } from '../../shared/model/diagnosis.ts'
import { REMEDIES } from '../../shared/model/trees.ts'
import { isoTime } from './json.ts'

const words = wordsOf('en')

/** The document of `diagnose`: `verdict` is null while nobody can tell, `openQuestions` says what is missing. */
export function diagnosisJson(diagnosis: Diagnosis) {
  const { serial, tree, token, causes, steps, openQuestions, sources } = diagnosis
  const [first, ...others] = causes
  return {
    serial,
    tree,
    title: treeTitle(words, tree),
    token: token?.name ?? null,
    offline: diagnosis.isOffline,
    verdict: first ? causeJson(first) : null,
    otherCauses: others.map(causeJson),
    steps: steps.map(stepJson),
    openQuestions: steps.filter(({ id }) => openQuestions.includes(id)).map(questionJson),
    sources: sources.map(({ at, ...source }) => ({ ...source, at: isoTime(at) })),
    diagnosisId: diagnosis.id,
  }
}

function causeJson(found: FoundCause) {
  const { title, detail } = causeText(words, found.cause)
  const remedies = remediesOf(words, found).map(({ id, title, steps, sees, verify }) => ({
    id,
    title,
    owner: REMEDIES.find((remedy) => remedy.id === id)?.owner ?? null,
    steps,
    sees,
    verify,
  }))
  return { cause: found.cause, title, detail, likely: found.likely, step: found.step, remedies }
}

function stepJson(step: DiagnosisStep) {
  const { id, outcome, evidence } = step
  return {
    id,
    question: questionOf(words, step),
    source: evidence?.source ?? null,
    outcome,
    evidence: evidence ? evidenceText(words, step) : null,
    facts: evidence?.facts ?? {},
    at: isoTime(evidence?.at ?? null),
  }
}

function questionJson(step: DiagnosisStep) {
  const options = step.options.map((option) => ({ option, text: optionText(words, step, option) }))
  return { id: step.id, question: questionOf(words, step), help: helpOf(words, step), kind: step.kind, options }
}
