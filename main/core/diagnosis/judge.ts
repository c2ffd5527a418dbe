import type { Evidence, EvidenceFacts, UnknownReason } from '../../../shared/model/diagnosis.ts'
import { CHECK_OUTCOMES, type Check, type CheckOutcome, type FactSource } from '../../../shared/model/tree-checks.ts'
import type { FactSet, FactValues, RecordFacts } from './facts.ts'
import type { Judgement } from './walk.ts'

/** The records are read first: every other source may be compared with them. */
export type JudgeContext = { readonly now: number; readonly records: RecordFacts }

/** What a check came to by one source: its outcome with the facts of the sentence, or why it cannot tell. */
export type Found<C extends Check> =
  readonly [outcome: Exclude<CheckOutcome<C>, 'unknown'>, facts?: EvidenceFacts, at?: number | null] | UnknownReason

/** By the sources that may answer it, the best first: a later one is asked where the earlier cannot tell. */
export type Judge<C extends Check> = {
  readonly [S in FactSource]?: (value: FactValues[S], context: JudgeContext) => Found<C>
} & {
  /** What it means that a source has nothing to tell, where that is an answer by itself. */
  readonly without?: Readonly<Partial<Record<UnknownReason, Exclude<CheckOutcome<C>, 'unknown'>>>>
}
export type Judges = { readonly [C in Check]: Judge<C> }

/**
 * What a check comes to with these facts; undefined while the best source that may tell is still being read. Pure: the same
 * facts at the same time give the same answer.
 */
export function judgeBy(judges: Judges, check: Check, facts: FactSet, now: number): Judgement | undefined {
  if (facts.records.state !== 'ready') return undefined
  const context = { now, records: facts.records.value }
  let unknown: Judgement | undefined
  for (const source of sourcesOf(judges, check)) {
    const fact = facts[source]
    if (fact.state === 'pending') return undefined
    if (fact.state === 'off') {
      const outcome = judges[check].without?.[fact.why]
      if (outcome !== undefined) return { outcome, evidence: evidence(source, null, {}) }
      unknown ??= unknownBy(source, fact.why, null)
    }
    if (fact.state === 'failed') unknown ??= unknownBy(source, 'failed', fact.at, { code: fact.code })
    if (fact.state === 'ready') {
      const read = judges[check][source] as (value: unknown, context: JudgeContext) => Found<Check> // of this very source
      const found = read(fact.value, context)
      if (typeof found === 'string') unknown ??= unknownBy(source, found, fact.at)
      else return { outcome: found[0], evidence: evidence(source, found[2] ?? fact.at, found[1] ?? {}) }
    }
  }
  return unknown ?? unknownBy('records', 'not-told', null)
}

/** The sources a check may read, the best first: keys of a literal keep their order. */
export function sourcesOf(judges: Judges, check: Check): readonly FactSource[] {
  return Object.keys(judges[check]).filter((key) => key !== 'without') as FactSource[] // keys of `Judge`
}

export function isOutcome<C extends Check>(check: C, text: string): text is CheckOutcome<C> {
  return (CHECK_OUTCOMES[check] as readonly string[]).includes(text)
}

function evidence(source: FactSource, at: number | null, facts: EvidenceFacts): Evidence {
  return { facts, unknown: null, source, at }
}

function unknownBy(source: FactSource, why: UnknownReason, at: number | null, facts: EvidenceFacts = {}): Judgement {
  return { outcome: 'unknown', evidence: { facts, unknown: why, source, at } }
}

/** ISO 8601 UTC, as evidence has it. */
export function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
