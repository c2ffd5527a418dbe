import type { GroupTree } from '../../../shared/contract/groups.ts'
import { GROUP_PAGES, type Group, type GroupDetails, type GroupPage } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { evaluateAll, listConflicts, type OwnCounts } from './conflicts.ts'
import { traceOf } from './effective.ts'
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

/** The tree as the contract tells it. */
export function describeTree(tree: Tree, counts: OwnCounts): Omit<GroupTree, 'undo'> {
  const evaluation = evaluateAll(tree)
  const groups = listInOrder(tree)
  return {
    groups: groups.map((group) => describeGroup(tree, group, counts)),
    effective: Object.fromEntries(
      groups.map(({ no }) => [
        pathOf(tree, no),
        byPage((page) => {
          const { value, fromNo } = evaluation[page].get(no)!
          return { value, from: pathOrNull(tree, fromNo) }
        }),
      ]),
    ),
    conflicts: listConflicts(tree, counts),
  }
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
  return Object.fromEntries(GROUP_PAGES.map((page) => [page, make(page)])) as Record<GroupPage, T> // one per page
}
