import type { TokenId } from './ids.ts'
import type { CauseTarget, Likelihood } from './tree.ts'
import type { Check, FactSource } from './tree-checks.ts'
import type { PasteKind, PasteOutcome } from './tree-pastes.ts'

/** The tree a diagnosis begins with unless somebody says otherwise. */
export const DEFAULT_TREE = 'not-prompting'

/** Facts of a sentence; never a secret. Times are ISO 8601 UTC. */
export type EvidenceFacts = Readonly<Record<string, string | number | boolean | null>>

/** Why a check could not be answered. */
export const UNKNOWN_REASONS = [
  'offline',
  'vault-locked',
  'no-device',
  'no-token',
  'no-profile',
  'no-address',
  'no-file',
  'not-told',
  'not-asked',
  'failed',
  'timed-out',
] as const
export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

/** Where an answer of a step comes from: a source of facts, a person, or a text a person pasted. */
export type StepSource = FactSource | 'person' | 'pasted-text'

/** What a program found. The sentence: `evidenceText` of `shared/diagnosis-text.ts`, in the reader's language. */
export type Evidence = {
  readonly facts: EvidenceFacts
  /** Only with the outcome `unknown`. */
  readonly unknown: UnknownReason | null
  readonly source: StepSource
  /** When it was read; null for what nobody has read. */
  readonly at: number | null
}

export type StepKind = 'check' | 'ask' | 'paste'

/**
 * One node on the way. `open`: waits for a person, and the walk stopped here or went on without an answer. `pending`: its
 * facts are being gathered.
 */
export type DiagnosisStep = {
  /** `tree/node`: unique within a diagnosis. */
  readonly id: string
  readonly tree: string
  readonly node: string
  readonly kind: StepKind
  readonly check: Check | null
  readonly paste: PasteKind | null
  readonly state: 'answered' | 'open' | 'pending'
  readonly outcome: string | null
  /** Words of the options; empty for a check. */
  readonly options: readonly string[]
  readonly evidence: Evidence | null
  /** What a pasted text was read as. */
  readonly reading: TextReading | null
  /** The cause this step told, if any. */
  readonly cause: string | null
}

/** A pasted text as sorted by the reader. */
export type TextReading = {
  readonly outcome: PasteOutcome
  readonly findings: readonly {
    /** Error domain, word of an answer, or null for a phrase. */
    readonly domain: string | null
    readonly code: string | null
    readonly outcome: PasteOutcome | null
    /** The part of the text that was recognised, at most 200 characters. */
    readonly excerpt: string
    /** Of an unknown code what its domain says; null for an unknown domain. */
    readonly meaning: { readonly en: string; readonly de: string } | null
    /** The tree that looks for its cause. */
    readonly tree: string | null
    /** Remedies where the code itself is the cause. */
    readonly remedies: readonly string[]
    readonly count: number
  }[]
}

export type FoundCause = {
  readonly cause: string
  readonly remedies: readonly string[]
  readonly likely: Likelihood
  /** The step that told it; null where the tree ended without one. */
  readonly step: string | null
}

/** What a person has answered, by step id. */
export type Answer = { readonly option: string } | { readonly text: string }
export type Answers = Readonly<Record<string, Answer>>

/** One source of facts: whether and when it was read. `requests` at Apple. */
export type SourceState = {
  readonly source: FactSource
  readonly state: 'pending' | 'ready' | 'failed' | 'off'
  readonly at: number | null
  readonly requests: number
  /** For `failed`: code of the failure. */
  readonly error: string | null
}

export type Diagnosis = {
  readonly id: string
  /** Null for a diagnosis of a file or of the whole environment. */
  readonly serial: string | null
  readonly tree: string
  /** Chosen by a person; null where the records say which token is meant. */
  readonly token: { readonly id: TokenId; readonly name: string } | null
  readonly startedAt: number
  readonly updatedAt: number
  readonly isOffline: boolean
  readonly steps: readonly DiagnosisStep[]
  /** The most likely first. Empty while the walk waits for somebody. */
  readonly causes: readonly FoundCause[]
  /** Steps that wait for a person, in order. */
  readonly openQuestions: readonly string[]
  readonly answers: Answers
  readonly sources: readonly SourceState[]
}

/** One line of the history. */
export type DiagnosisSummary = Pick<Diagnosis, 'id' | 'serial' | 'tree' | 'startedAt' | 'updatedAt'> & {
  readonly cause: string | null
  readonly openCount: number
}

/** Devices that share a cause. */
export type BatchGroup = {
  /** Null: no cause without asking somebody. */
  readonly cause: string | null
  readonly remedies: readonly string[]
  readonly count: number
  readonly serials: readonly string[]
  /** For groups without a cause: the step that waits. */
  readonly openQuestion: string | null
}
export type BatchDiagnosis = {
  readonly tree: string
  readonly at: number
  readonly total: number
  /** The largest first. */
  readonly groups: readonly BatchGroup[]
  readonly requests: number
}

export function stepId(tree: string, node: string): string {
  return `${tree}/${node}`
}

const RANK: Readonly<Record<Likelihood, number>> = { certain: 0, probable: 1, possible: 2 }

/** The most likely first, each once; of the same likelihood in the order they are given. */
export function rankCauses(causes: readonly FoundCause[]): readonly FoundCause[] {
  const best = new Map<string, FoundCause>()
  for (const found of causes) {
    const known = best.get(found.cause)
    if (!known || RANK[found.likely] < RANK[known.likely]) best.set(found.cause, found)
  }
  return [...best.values()].sort((a, b) => RANK[a.likely] - RANK[b.likely])
}

export function likelihoodOf({ likely }: Pick<CauseTarget, 'likely'>): Likelihood {
  return likely ?? 'probable'
}
