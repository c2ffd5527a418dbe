import type { GroupPage, PageSetting, TraceStep } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { childrenOf, pageAt, parentOf, rootOf, type Tree } from './tree.ts'

/**
 * What counts at a group, groups named by their numbers. `forbiddenBy` is the group whose *Inherit only* forces its
 * value on this one; null where overriding is allowed.
 */
export type Effective = {
  readonly value: string | null
  readonly fromNo: number | null
  readonly forbiddenBy: number | null
}

/** What a group leaves to those below it. */
type State = Effective & { readonly passesDown: boolean }

const ABOVE_THE_ROOT: State = { value: null, fromNo: null, forbiddenBy: null, passesDown: true }
const NOTHING_BELOW: State = { ...ABOVE_THE_ROOT, passesDown: false }

/**
 * One step down the tree: the whole algorithm of inheritance.
 *
 * A group that overrides and says *Inherit only* rules its branch: what lower groups set is kept and counts for nothing.
 * Below *Override only* nothing is handed on. The higher of two *Inherit only* wins, because the lower one is itself ruled.
 * Groups for which the same counts share one object: among thousands there are few different ones.
 */
function step(above: State, no: number, { current, child, value }: PageSetting): State {
  if (above.forbiddenBy !== null) return above.passesDown ? above : { ...above, passesDown: true }
  const passesDown = child !== 'override-only'
  if (current === 'override') return { value, fromNo: no, forbiddenBy: null, passesDown }
  if (!above.passesDown) return passesDown ? ABOVE_THE_ROOT : NOTHING_BELOW
  return passesDown ? above : { ...above, passesDown }
}

/** What the groups below start from: an overriding *Inherit only* forbids from there on. */
function handDown(state: State, no: number, { child }: PageSetting): State {
  const rules = state.forbiddenBy === null && state.fromNo === no && child === 'inherit-only'
  return rules ? { ...state, forbiddenBy: no } : state
}

/** One page of every group, top down in one pass. */
export function evaluate(tree: Tree, page: GroupPage): ReadonlyMap<number, Effective> {
  const effective = new Map<number, Effective>()
  const waiting = [rootOf(tree)]
  const leftTo = [ABOVE_THE_ROOT]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    const { no } = group
    const setting = pageAt(tree, no, page)
    const state = step(leftTo.pop()!, no, setting)
    effective.set(no, state)
    const below = handDown(state, no, setting)
    for (const child of childrenOf(tree, no)) {
      waiting.push(child)
      leftTo.push(below)
    }
  }
  return effective
}

/** One page at the last group of a chain that begins at the root. */
export function evaluateChain(
  chain: readonly { readonly no: number; readonly setting: PageSetting }[],
): Pick<Effective, 'value' | 'fromNo'> {
  let above = ABOVE_THE_ROOT
  let state = ABOVE_THE_ROOT
  for (const { no, setting } of chain) {
    state = step(above, no, setting)
    above = handDown(state, no, setting)
  }
  return { value: state.value, fromNo: state.fromNo }
}

/** The way up from a group to the one that decides: what was found at each. */
export function traceOf(
  tree: Tree,
  at: GroupRow,
  { page, effective }: { readonly page: GroupPage; readonly effective: ReadonlyMap<number, Effective> },
): readonly (Omit<TraceStep, 'group'> & { readonly no: number })[] {
  const { forbiddenBy } = effective.get(at.no)!
  const steps: { readonly no: number; readonly found: TraceStep['found'] }[] = []
  for (let group: GroupRow | undefined = at; group; group = parentOf(tree, group)) {
    const { no } = group
    const overrides = pageAt(tree, no, page).current === 'override'
    if (forbiddenBy !== null && no !== forbiddenBy) {
      steps.push({ no, found: overrides ? 'forced-from-above' : 'inherit' })
      continue
    }
    if (overrides) return [...steps, { no, found: 'override' }]
    const parent = parentOf(tree, group)
    if (!parent) return [...steps, { no, found: 'nothing-above' }]
    if (pageAt(tree, parent.no, page).child === 'override-only') {
      return [...steps, { no, found: 'inherit' }, { no: parent.no, found: 'not-passed-down' }]
    }
    steps.push({ no, found: 'inherit' })
  }
  return steps
}
