import type { Evidence, EvidenceFacts, UnknownReason } from '../../../shared/model/diagnosis.ts'
import { CHECK_OUTCOMES, type Check, type CheckOutcome, type FactSource } from '../../../shared/model/tree-checks.ts'
import type { FactSet, FactValues } from './facts.ts'
import type { Judgement } from './walk.ts'

export type JudgeContext = { readonly now: number }

/** What a check came to by one source: its outcome with the facts of the sentence, or why it cannot tell. */
export type Found<C extends Check> =
  | readonly [outcome: Exclude<CheckOutcome<C>, 'unknown'>, facts?: EvidenceFacts, at?: number | null]
  | UnknownReason

/** How one source answers a check. */
export type Reading<C extends Check> = {
  [S in FactSource]: readonly [source: S, read: (value: FactValues[S], context: JudgeContext) => Found<C>]
}[FactSource]

/** The best source first; a later one is asked where the earlier cannot tell. */
export type Judge<C extends Check> = readonly Reading<C>[]
export type Judges = { readonly [C in Check]: Judge<C> }

/**
 * What a check comes to with these facts; undefined while the best source that may tell is still being read. Pure: the same
 * facts at the same time give the same answer.
 */
export function judgeBy(judges: Judges, check: Check, facts: FactSet, context: JudgeContext): Judgement | undefined {
  let unknown: Judgement | undefined
  for (const [source, read] of judges[check] as readonly Reading<Check>[]) {
    const fact = facts[source]
    if (fact.state === 'pending') return undefined
    if (fact.state === 'off') unknown ??= unknownBy(source, fact.why, null)
    else if (fact.state === 'failed') unknown ??= unknownBy(source, 'failed', fact.at, { code: fact.code })
    else {
      const found = (read as (value: unknown, context: JudgeContext) => Found<Check>)(fact.value, context) // of this very source
      if (typeof found === 'string') unknown ??= unknownBy(source, found, fact.at)
      else return { outcome: found[0], evidence: evidence(source, found[2] ?? fact.at, found[1] ?? {}) }
    }
  }
  return unknown ?? unknownBy('records', 'not-told', null)
}

/** The sources a check may read. */
export function sourcesOf(judges: Judges, check: Check): readonly FactSource[] {
  return (judges[check] as readonly Reading<Check>[]).map(([source]) => source)
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
