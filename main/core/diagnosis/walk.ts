import {
  likelihoodOf,
  rankCauses,
  stepId,
  type Evidence,
  type FoundCause,
  type TextReading,
} from '../../../shared/model/diagnosis.ts'
import type {
  CauseTarget,
  CheckNode,
  IncludeNode,
  Target,
  Tree,
  TreeNode,
  TreeSet,
} from '../../../shared/model/tree.ts'
import type { Check } from '../../../shared/model/tree-checks.ts'
import type { PasteKind } from '../../../shared/model/tree-pastes.ts'

/** What a check came to; undefined while its facts are being gathered. */
export type Judgement = { readonly outcome: string; readonly evidence: Evidence }

/** Everything a walk may know. */
export type Known = {
  readonly judge: (check: Check) => Judgement | undefined
  /** The option a person chose, if any. */
  readonly answer: (step: string) => { readonly option: string; readonly at: number } | undefined
  /** What a pasted text was read as, if one was pasted. */
  readonly reading: (step: string) => { readonly reading: TextReading; readonly at: number } | undefined
}

export type WalkStep = {
  readonly id: string
  readonly tree: string
  readonly node: Exclude<TreeNode, IncludeNode>
  readonly state: 'answered' | 'open' | 'pending'
  readonly outcome: string | null
  readonly evidence: Evidence | null
  readonly reading: TextReading | null
  readonly cause: string | null
}

/** `waits`: the walk stands before a check whose facts are not there, or before a person. */
export type Walk = {
  readonly steps: readonly WalkStep[]
  /** Ranked. Empty while it waits and nothing was noted on the way. */
  readonly causes: readonly FoundCause[]
  readonly openQuestions: readonly string[]
  readonly waits: 'facts' | 'person' | null
  /** The tree where it stands, and those that included it. */
  readonly within: readonly string[]
}

/** Where a walk is: a node, and the including nodes to come back to. */
type Place = { readonly tree: Tree; readonly node: TreeNode; readonly back: readonly Return[] }
type Return = { readonly tree: Tree; readonly next: string }

const PERSON = { facts: {}, unknown: null } as const

/**
 * Walks a tree with what is known: pure, and the same knowledge gives the same walk. A node is passed at most once, because
 * no tree is entered twice, so every walk ends.
 */
export function walk(set: TreeSet, start: string, known: Known): Walk {
  const trees = new Map(set.trees.map((tree) => [tree.name, tree]))
  const first = requireTree(trees, start)
  const entered = new Set([start])
  const seen = new Set<string>()
  const steps: WalkStep[] = []
  const causes: FoundCause[] = []
  let place: Place | 'left' | undefined = { tree: first, node: first.nodes[0]!, back: [] }

  while (place !== undefined && place !== 'left') {
    const here: Place = place
    const id = stepId(here.tree.name, here.node.id)
    if (seen.has(id)) {
      place = leave(here.back)
      continue
    }
    seen.add(id)
    if ('include' in here.node) {
      const { include, next } = here.node
      place = enter(include, [...here.back, { tree: here.tree, next }])
      continue
    }
    const step = passNode(id, here.tree.name, here.node, known)
    const target = step.outcome === null ? undefined : here.node.outcomes[step.outcome]
    const cause = target && 'cause' in target ? target : undefined
    steps.push({ ...step, cause: cause?.cause ?? null })
    if (step.state === 'pending') return end('facts', here)
    if (step.state === 'open') {
      const meanwhile = 'meanwhile' in here.node ? here.node.meanwhile : undefined
      if (meanwhile === undefined) return end('person', here)
      place = { ...here, node: requireNode(here.tree, meanwhile) }
      continue
    }
    // Of equally likely ones the cause that ends the walk comes before those noted on the way.
    if (cause && cause.go === undefined) causes.unshift(toFound(cause, id))
    else if (cause) causes.push(toFound(cause, id))
    place = follow(target ?? { leave: true }, here)
  }
  // While a question is open its answer may still tell.
  const isExhausted = place === 'left' && steps.every(({ state }) => state !== 'open')
  if (isExhausted && causes.length === 0) causes.push({ ...first.otherwise, likely: 'possible', step: null })
  return end(null)

  function end(waits: Walk['waits'], at?: Place): Walk {
    const openQuestions = steps.filter(({ state }) => state === 'open').map(({ id }) => id)
    const within = at ? [...at.back.map(({ tree }) => tree.name), at.tree.name] : []
    return { steps, causes: rankCauses(causes), openQuestions, waits, within }
  }

  /** A tree that was entered before has told what it can. */
  function enter(name: string, back: readonly Return[]): Place | 'left' {
    if (entered.has(name)) return leave(back)
    entered.add(name)
    const tree = requireTree(trees, name)
    return { tree, node: tree.nodes[0]!, back }
  }

  /** Undefined where a cause ends the walk. */
  function follow(target: Target, { tree, back }: Place): Place | 'left' | undefined {
    if ('leave' in target) return leave(back)
    if ('tree' in target) return enter(target.tree, back)
    if (target.go !== undefined) return { tree, node: requireNode(tree, target.go), back }
    return undefined
  }
}

function leave(back: readonly Return[]): Place | 'left' {
  const last = back.at(-1)
  if (!last) return 'left'
  return { tree: last.tree, node: requireNode(last.tree, last.next), back: back.slice(0, -1) }
}

function passNode(
  id: string,
  tree: string,
  node: Exclude<TreeNode, IncludeNode>,
  known: Known,
): Omit<WalkStep, 'cause'> {
  const step = { id, tree, node, reading: null }
  if ('check' in node) return { ...step, ...passCheck(node, known) }
  if ('paste' in node) {
    const given = known.reading(id) ?? skipped(known, id)
    if (!given) return { ...step, state: 'open', outcome: null, evidence: null }
    const { reading, at } = given
    const outcome = node.outcomes[reading.outcome] ? reading.outcome : 'unrecognised'
    return { ...step, state: 'answered', outcome, reading, evidence: { ...PERSON, source: 'pasted-text', at } }
  }
  const given = known.answer(id)
  // An answer to an older form of the question counts as none.
  if (!given || !node.outcomes[given.option]) return { ...step, state: 'open', outcome: null, evidence: null }
  return { ...step, state: 'answered', outcome: given.option, evidence: { ...PERSON, source: 'person', at: given.at } }
}

function passCheck({ check }: CheckNode, known: Known): Pick<WalkStep, 'state' | 'outcome' | 'evidence'> {
  const judgement = known.judge(check)
  if (!judgement) return { state: 'pending', outcome: null, evidence: null }
  return { state: 'answered', ...judgement }
}

function skipped(known: Known, id: string) {
  const given = known.answer(id)
  return given?.option === 'skipped'
    ? { reading: { outcome: 'skipped', findings: [] } as const, at: given.at }
    : undefined
}

function toFound(target: CauseTarget, step: string): FoundCause {
  return { cause: target.cause, remedies: target.remedies, likely: likelihoodOf(target), step }
}

/** What a person can say to a step: words of the options. */
export function optionsOf(node: TreeNode): readonly string[] {
  return 'ask' in node ? Object.keys(node.outcomes) : []
}

export function pasteOf(node: TreeNode): PasteKind | null {
  return 'paste' in node ? node.paste : null
}

/** The checks of these trees. */
export function checksIn({ trees }: TreeSet, names: readonly string[]): readonly Check[] {
  return trees
    .filter(({ name }) => names.includes(name))
    .flatMap(({ nodes }) => nodes.flatMap((node) => ('check' in node ? [node.check] : [])))
}

/** These trees and all that a walk can come to from them. */
export function treesFrom({ trees }: TreeSet, names: readonly string[]): readonly string[] {
  const reached = new Set(names)
  for (const name of reached)
    for (const next of trees.find((tree) => tree.name === name)?.nodes.flatMap(leadsTo) ?? []) reached.add(next)
  return [...reached]
}

function leadsTo(node: TreeNode): readonly string[] {
  if ('include' in node) return [node.include]
  return Object.values(node.outcomes).flatMap((target) => ('tree' in target ? [target.tree] : []))
}

function requireTree(trees: ReadonlyMap<string, Tree>, name: string): Tree {
  const tree = trees.get(name)
  if (!tree) throw new Error(`no tree ${name}`) // a test holds every name against the files
  return tree
}

function requireNode(tree: Tree, id: string): TreeNode {
  const node = tree.nodes.find((one) => one.id === id)
  if (!node) throw new Error(`no node ${id} in ${tree.name}`) // as above
  return node
}
