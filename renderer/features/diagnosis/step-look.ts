import type { DiagnosisStep, FoundCause } from '../../../shared/model/diagnosis.ts'
import { FACT_SOURCES, type FactSource } from '../../../shared/model/tree-checks.ts'
import { evidenceText } from '../../../shared/diagnosis-text.ts'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { language, text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'
import { diagnosisWords } from './words.ts'

export type StepLook = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

type LookName = 'cause' | 'checked' | 'unknown' | 'answered' | 'open' | 'pending'

const LOOKS: Readonly<Record<LookName, Omit<StepLook, 'text'>>> = {
  cause: { icon: 'alert', tone: 'bad' },
  checked: { icon: 'check-circle', tone: 'good' },
  unknown: { icon: 'circle-help', tone: 'neutral' },
  answered: { icon: 'check', tone: 'info' },
  open: { icon: 'pencil', tone: 'warn' },
  pending: { icon: 'hourglass', tone: 'info' },
}

/** How a step stands: a word and a shape first. */
export function lookOf(step: DiagnosisStep): StepLook {
  const name = lookName(step)
  return { text: text().troubleshoot.steps.states[name], ...LOOKS[name] }
}

export function lookName({ state, cause, outcome, kind }: DiagnosisStep): LookName {
  if (state !== 'answered') return state
  if (cause !== null) return 'cause'
  if (kind === 'check') return outcome === 'unknown' ? 'unknown' : 'checked'
  return 'answered'
}

/** What was found, as a sentence; empty while it waits. */
export function foundText(step: DiagnosisStep): string {
  return evidenceText(diagnosisWords(), step, language.getState().language)
}

/** Facts older than this say how old they are. */
const OLD_MS = 10 * 60_000

/** Where it comes from and when it was read; how long ago where that matters. */
export function originText(step: DiagnosisStep, isOffline: boolean, now: number): string | null {
  const { evidence } = step
  if (evidence === null) return null
  const words = text().troubleshoot.steps
  const source = capitalise(text().evidence.sources[evidence.source])
  if (evidence.at === null) return words.from(source, words.noTime)
  const moment = formatMoment(evidence.at)
  const isOld = isOffline || now - evidence.at > OLD_MS
  return isOld ? words.fromOld(source, moment, formatAgo(evidence.at, now)) : words.from(source, moment)
}

/** The source a step can be read from again; null for what a person said. */
export function rereadable({ kind, evidence }: DiagnosisStep): FactSource | null {
  if (kind !== 'check' || evidence === null || evidence.unknown === 'offline') return null
  return FACT_SOURCES.find((source) => source === evidence.source && source !== 'token-file') ?? null
}

/** Nobody has given the file this step looks into: it can be given here. */
export function wantsTokenFile({ outcome, evidence }: DiagnosisStep): boolean {
  return evidence?.source === 'token-file' && (outcome === 'no-file' || evidence.unknown === 'no-file')
}

const LIKELY_LOOKS = {
  certain: { icon: 'check-circle', tone: 'bad' },
  probable: { icon: 'alert', tone: 'warn' },
  possible: { icon: 'circle-help', tone: 'neutral' },
} as const satisfies Record<FoundCause['likely'], Omit<StepLook, 'text'>>

export function likelyLook(likely: FoundCause['likely']): StepLook {
  return { text: text().troubleshoot.result.likely[likely], ...LIKELY_LOOKS[likely] }
}

function capitalise(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1)
}
