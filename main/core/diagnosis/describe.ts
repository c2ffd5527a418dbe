import type {
  Answers,
  Diagnosis,
  DiagnosisStep,
  DiagnosisSummary,
  SourceState,
} from '../../../shared/model/diagnosis.ts'
import { FACT_SOURCES } from '../../../shared/model/tree-checks.ts'
import type { FactSet } from './facts.ts'
import { optionsOf, pasteOf, type Walk, type WalkStep } from './walk.ts'

/** What stays the same while a diagnosis goes on. */
export type Case = Pick<Diagnosis, 'id' | 'serial' | 'tree' | 'token' | 'startedAt' | 'isOffline'> & {
  readonly answers: Answers
  /** When each answer was given. */
  readonly answeredAt: Readonly<Record<string, number>>
}

/** A diagnosis as the page and the command line get it. */
export function describe(one: Case, { walk, facts, now }: { walk: Walk; facts: FactSet; now: number }): Diagnosis {
  const { answeredAt: _at, ...rest } = one
  return {
    ...rest,
    updatedAt: now,
    steps: walk.steps.map(describeStep),
    causes: walk.causes,
    openQuestions: walk.openQuestions,
    sources: describeSources(walk, facts),
  }
}

function describeStep({ id, tree, node, state, outcome, evidence, reading, cause }: WalkStep): DiagnosisStep {
  return {
    id,
    tree,
    node: node.id,
    kind: 'check' in node ? 'check' : 'ask' in node ? 'ask' : 'paste',
    check: 'check' in node ? node.check : null,
    paste: pasteOf(node),
    state,
    outcome,
    options: optionsOf(node),
    evidence,
    reading,
    cause,
  }
}

/** Those that were read, are being read, or could not be. */
function describeSources(walk: Walk, facts: FactSet): readonly SourceState[] {
  return FACT_SOURCES.flatMap((source): SourceState[] => {
    const fact = facts[source]
    if (fact.state === 'pending') return walk.waits === 'facts' ? [{ ...NOTHING, source, state: 'pending' }] : []
    if (fact.state === 'off') return fact.why === 'not-asked' ? [] : [{ ...NOTHING, source, state: 'off' }]
    if (fact.state === 'failed') return [{ ...NOTHING, source, state: 'failed', at: fact.at, error: fact.code }]
    return [{ ...NOTHING, source, state: 'ready', at: fact.at, requests: fact.requests }]
  })
}

const NOTHING = { at: null, requests: 0, error: null } as const

export function summarise({
  id,
  serial,
  tree,
  startedAt,
  updatedAt,
  causes,
  openQuestions,
}: Diagnosis): DiagnosisSummary {
  return { id, serial, tree, startedAt, updatedAt, cause: causes[0]?.cause ?? null, openCount: openQuestions.length }
}
