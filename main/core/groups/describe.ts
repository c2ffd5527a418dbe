import type { GroupTree } from '../../../shared/contract/groups.ts'
import type { EffectiveSetting, Group, GroupDetails, GroupPage } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { nextTurn } from '../turn.ts'
import { evaluateAll, evaluateInTurns, listConflicts, type OwnCounts } from './conflicts.ts'
import { traceOf, type Effective } from './effective.ts'
import { branchOf, childrenOf, pageAt, pathOf, rootOf, type Tree } from './tree.ts'

/** The language of no person: the same tree is shown in the same order everywhere. */
const BY_NAME = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const orders = new WeakMap<Tree, readonly GroupRow[]>()

/** Groups before those below them, siblings by name as people read it; put in order once per tree. */
function listInOrder(tree: Tree): readonly GroupRow[] {
  const known = orders.get(tree)
  if (known) return known
  const ordered: GroupRow[] = []
  const waiting = [rootOf(tree)]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    ordered.push(group)
    waiting.push(...childrenOf(tree, group.no).toSorted((a, b) => BY_NAME.compare(b.name, a.name)))
  }
  orders.set(tree, ordered)
  return ordered
}

type Told = Pick<EffectiveSetting, 'value' | 'from'>

/** The tree as the contract tells it; whoever waits in this thread has a turn between the parts. */
export async function describeTree(tree: Tree, counts: OwnCounts): Promise<Omit<GroupTree, 'undo'>> {
  const ordered = listInOrder(tree)
  await evaluateInTurns(tree)
  const groups = ordered.map((group) => describeGroup(tree, group, counts))
  const effective = tellEffective(tree, ordered)
  await nextTurn()
  return { groups, effective, conflicts: listConflicts(tree, counts) }
}

function tellEffective(tree: Tree, groups: readonly GroupRow[]): GroupTree['effective'] {
  const evaluation = evaluateAll(tree)
  const named = new Map<Effective, Told>()
  /** The same object wherever the same counts: what goes to the page is a third. */
  const told = (effective: Effective): Told => {
    let one = named.get(effective)
    if (!one) named.set(effective, (one = { value: effective.value, from: pathOrNull(tree, effective.fromNo) }))
    return one
  }
  return Object.fromEntries(
    groups.map(({ no }) => [pathOf(tree, no), byPage((page) => told(evaluation[page].get(no)!))]),
  )
}

export function describeDetails(tree: Tree, group: GroupRow, counts: OwnCounts): GroupDetails {
  const evaluation = evaluateAll(tree)
  const path = pathOf(tree, group.no)
  return {
    group: describeGroup(tree, group, counts),
    pages: byPage((page) => {
      const { current, child, value } = pageAt(tree, group.no, page)
      return { current, child, value }
    }),
    effective: byPage((page) => {
      const effective = evaluation[page]
      const { value, fromNo, forbiddenBy } = effective.get(group.no)!
      const trace = traceOf(tree, group, { page, effective })
      return {
        value,
        from: pathOrNull(tree, fromNo),
        trace: trace.map(({ no, found }) => ({ group: pathOf(tree, no), found })),
        forbiddenBy: pathOrNull(tree, forbiddenBy),
      }
    }),
    conflicts: listConflicts(tree, counts).filter((conflict) => conflict.group === path),
    branchDeviceCount: branchOf(tree, group.no).reduce((sum, { no }) => sum + (counts.get(no) ?? 0), 0),
  }
}

function describeGroup(tree: Tree, { no, name, type, groupId, parentNo }: GroupRow, counts: OwnCounts): Group {
  return {
    path: pathOf(tree, no),
    name,
    type,
    groupId,
    parent: pathOrNull(tree, parentNo),
    deviceCount: counts.get(no) ?? 0,
  }
}

function pathOrNull(tree: Tree, no: number | null): string | null {
  return no === null ? null : pathOf(tree, no)
}

function byPage<T>(make: (page: GroupPage) => T): Readonly<Record<GroupPage, T>> {
  return { token: make('token'), 'default-profile': make('default-profile'), schedule: make('schedule') }
}
