import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { walk, type Known, type Walk } from '../../../../../main/core/diagnosis/walk.ts'
import { wordsOf } from '../../../../../shared/diagnosis-words.ts'
import { stepId } from '../../../../../shared/model/diagnosis.ts'
import type { Tree, TreeNode } from '../../../../../shared/model/tree.ts'
import { CHECK_OUTCOMES, CHECKS, type Check } from '../../../../../shared/model/tree-checks.ts'
import type { PasteOutcome } from '../../../../../shared/model/tree-pastes.ts'
import { TREE_SET, TREES } from '../../../../../shared/model/trees.ts'

/**
 * Walks every path of every tree with scripted evidence. A check answers the same wherever it stands, as it does in life.
 * What another tree asks on the way is answered "unknown", "unsure" and "skipped": that tree's own turn comes.
 */
const UNANSWERED = 'unanswered'
type Script = ReadonlyMap<string, string>

const evidence = { facts: {}, unknown: null, source: 'records', at: 0 } as const
const { causes: CAUSES, remedies: REMEDY_WORDS } = wordsOf('en')

function knownBy(script: Script, own: Tree | undefined): Known {
  const ownChecks = new Set(own?.nodes.flatMap((node) => ('check' in node ? [node.check] : [])))
  const isOwn = (step: string) => own !== undefined && step.startsWith(`${own.name}/`)
  return {
    judge: (check) => {
      const outcome = script.get(check) ?? (ownChecks.has(check) ? undefined : 'unknown')
      return outcome === undefined ? undefined : { outcome, evidence }
    },
    answer: (step) => {
      const option = script.get(step) ?? (isOwn(step) ? undefined : 'unsure')
      return option === undefined || option === UNANSWERED ? undefined : { option, at: 0 }
    },
    reading: (step) => {
      const outcome = script.get(step) ?? (isOwn(step) ? undefined : 'skipped')
      if (outcome === undefined || outcome === UNANSWERED) return undefined
      return { reading: { outcome: outcome as PasteOutcome, findings: [] }, at: 0 }
    },
  }
}

type Path = { readonly script: Script; readonly walk: Walk }

/**
 * Every path, each once: outcomes of a node that lead to the same place share what comes after, and only the first of them
 * is followed into every branch there.
 */
function* pathsOf(tree: Tree, script: Script = new Map()): Generator<Path> {
  const walked = walk(TREE_SET, tree.name, knownBy(script, tree))
  const open = walked.steps.find((step) => step.state !== 'answered' && script.get(step.id) !== UNANSWERED)
  if (!open) yield { script, walk: walked }
  else {
    const key = 'check' in open.node ? open.node.check : open.id
    const sameWay = Map.groupBy(choices(open.node), (outcome) => JSON.stringify(wayOf(open.node, outcome)))
    for (const [first, ...others] of sameWay.values()) {
      yield* pathsOf(tree, new Map([...script, [key, first!]]))
      for (const other of others) yield lastPathOf(tree, new Map([...script, [key, other]]))
    }
  }
}

/** One path to the end, where the rest is not known. */
function lastPathOf(tree: Tree, script: Script): Path {
  return { script, walk: walk(TREE_SET, tree.name, knownBy(script, undefined)) }
}

function wayOf(node: TreeNode, outcome: string): unknown {
  if (outcome === UNANSWERED)
    return 'meanwhile' in node && node.meanwhile !== undefined ? { go: node.meanwhile } : outcome
  return 'outcomes' in node ? node.outcomes[outcome] : undefined
}

function choices(node: TreeNode): readonly string[] {
  if ('check' in node) return CHECK_OUTCOMES[node.check]
  return 'outcomes' in node ? [...Object.keys(node.outcomes), UNANSWERED] : []
}

/** What a walk must hold, wherever it began. */
function expectSound({ steps, causes, openQuestions, waits }: Walk): void {
  const ids = steps.map(({ id }) => id)
  const last = steps.at(-1)
  const told = steps.flatMap(({ cause }) => cause ?? [])
  const isWaiting = waits === 'person'
  if (
    waits === 'facts' ||
    new Set(ids).size !== ids.length ||
    (openQuestions.length === 0 && causes.length === 0) ||
    (isWaiting && last?.state !== 'open') ||
    !told.every((cause) => causes.some((found) => found.cause === cause)) ||
    !causes.every(
      ({ cause, remedies }) => cause in CAUSES && remedies.length > 0 && remedies.every((id) => id in REMEDY_WORDS),
    ) ||
    openQuestions.some((id) => steps.find((step) => step.id === id)?.state !== 'open')
  )
    expect.fail(JSON.stringify({ ids, causes, waits }))
}

describe('every path', () => {
  it.each(TREES.map((tree) => [tree.name, tree] as const))(
    'of %s ends in causes, and every outcome is taken',
    (_, tree) => {
      const taken = new Set<string>()
      let count = 0
      for (const { walk: walked } of pathsOf(tree)) {
        count++
        expectSound(walked)
        for (const step of walked.steps)
          if (step.tree === tree.name) taken.add(`${step.id} ${step.outcome ?? UNANSWERED}`)
      }
      const all = tree.nodes.flatMap((node) =>
        choices(node).map((outcome) => `${stepId(tree.name, node.id)} ${outcome}`),
      )
      expect(all.filter((edge) => !taken.has(edge))).toEqual([])
      expect(count).toBeGreaterThan(1)
    },
    120_000,
  )
})

test('any evidence ends any diagnosis, across trees too', () => {
  const checks = fc.record(
    Object.fromEntries(CHECKS.map((check) => [check, fc.constantFrom(...CHECK_OUTCOMES[check])])) as unknown as Record<
      Check,
      fc.Arbitrary<string>
    >,
  )
  const seed = fc.nat({ max: 1000 })
  fc.assert(
    fc.property(fc.constantFrom(...TREES), checks, seed, fc.boolean(), (tree, outcomes, number, isAnswered) => {
      const nodes = new Map(TREES.flatMap(({ name, nodes: all }) => all.map((node) => [stepId(name, node.id), node])))
      const pick = (step: string) => {
        const node = nodes.get(step)!
        const options = 'outcomes' in node ? Object.keys(node.outcomes) : []
        return options[(step.length * 7 + number) % options.length]!
      }
      const known: Known = {
        judge: (check) => ({ outcome: outcomes[check], evidence }),
        answer: (step) => (isAnswered ? { option: pick(step), at: 0 } : undefined),
        reading: (step) =>
          isAnswered ? { reading: { outcome: pick(step) as PasteOutcome, findings: [] }, at: 0 } : undefined,
      }
      const walked = walk(TREE_SET, tree.name, known)
      expectSound(walked)
      expect(walked.steps.length).toBeLessThan(120)
    }),
    { numRuns: 5_000 },
  )
})
