import type { GroupChange } from '../../../shared/contract/groups.ts'
import { AppError, assertNever } from '../../../shared/errors.ts'
import type { GroupId } from '../../../shared/model/ids.ts'
import type { GroupConflict } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { refuseChange } from './failures.ts'
import { planImport } from './plan-import.ts'
import { planPage } from './plan-page.ts'
import { refuseMaskedTokens } from './refusals.ts'
import { branchOf, findByPath, findChild, isInBranch, pathOf, rootOf, tokensAt, type Tree } from './tree.ts'
import { canonicalType } from './type-rules.ts'

/** As the contract bounds them. */
const MAX_PATH_LENGTH = 1000

/** What only the world can give: a fresh id and the time, milliseconds UTC. */
export type Making = { readonly newId: () => GroupId; readonly now: number }

export type Plan = {
  readonly after: Tree
  /** The group to look at afterwards. */
  readonly groupNo: number
  /** What the change must not do, beyond what `listConflicts` finds in the tree it leads to. */
  readonly refusals: readonly GroupConflict[]
}

/**
 * The tree as a change would leave it. Nothing is stored. Throws `group.not-found`, `group.name-taken`,
 * `token.not-found`, `bad-input`, and `group.refused` where there is no tree to show (a cycle, the root).
 */
export function planChange(tree: Tree, change: GroupChange, making: Making): Plan {
  const planned = planKind(tree, change, making)
  requireShortPaths(tree, planned.after)
  return planned
}

function planKind(tree: Tree, change: GroupChange, making: Making): Plan {
  switch (change.kind) {
    case 'add':
      return addGroup(tree, change, making)
    case 'rename': {
      const group = requireGroup(tree, change.group)
      requireFree(tree, { parentNo: group.parentNo, name: change.name, but: group.no })
      return plan(tree, { ...group, name: change.name })
    }
    case 'edit': {
      const group = requireGroup(tree, change.group)
      const { type, groupId } = change
      return plan(tree, {
        ...group,
        ...(type !== undefined && { type: canonicalType(type) }),
        ...(groupId !== undefined && { groupId }),
      })
    }
    case 'move':
      return moveGroup(tree, change)
    case 'remove':
      return removeGroup(tree, change)
    case 'set-page':
      return planPage(tree, change, requireGroup(tree, change.group))
    case 'import':
      return { after: planImport(tree, change.rows, making), groupNo: rootOf(tree).no, refusals: [] }
    default:
      return assertNever(change)
  }
}

/** Throws `group.not-found`. */
export function requireGroup(tree: Tree, path: string): GroupRow {
  const group = findByPath(tree, path)
  if (!group) throw new AppError('group.not-found', `there is no group ${path}`, { path: 'group' })
  return group
}

function plan(tree: Tree, ...changed: readonly GroupRow[]): Plan {
  return { after: withGroups(tree, changed), groupNo: changed[0]!.no, refusals: [] }
}

export function withGroups(tree: Tree, changed: readonly GroupRow[]): Tree {
  const groups = new Map(tree.groups)
  let { nextNo } = tree
  for (const group of changed) {
    groups.set(group.no, group)
    nextNo = Math.max(nextNo, group.no + 1)
  }
  return { ...tree, groups, nextNo }
}

type Added = Extract<GroupChange, { readonly kind: 'add' }>

function addGroup(tree: Tree, { parent, name, type, groupId }: Added, { newId, now }: Making): Plan {
  const { no: parentNo } = requireGroup(tree, parent)
  requireFree(tree, { parentNo, name })
  return plan(tree, {
    no: tree.nextNo,
    id: newId(),
    parentNo,
    name,
    type: canonicalType(type),
    groupId: groupId ?? null,
    createdAt: now,
  })
}

function moveGroup(tree: Tree, { group: path, to }: Extract<GroupChange, { readonly kind: 'move' }>): Plan {
  const [group, parent] = [requireGroup(tree, path), requireGroup(tree, to)]
  if (group.parentNo === null) throw refuseChange('the root stays where it is', { conflict: 'root', group: path })
  if (isInBranch(tree, parent.no, group.no)) {
    throw refuseChange(`${to} lies in the branch of ${path}`, { conflict: 'cycle', group: path, other: to })
  }
  requireFree(tree, { parentNo: parent.no, name: group.name, but: group.no })
  const moved = plan(tree, { ...group, parentNo: parent.no })
  return { ...moved, refusals: refuseMaskedTokens(tree, moved.after, group.no) }
}

/** With everything below it. Removed tokens of it go to the group above. */
function removeGroup(tree: Tree, { group: path }: Extract<GroupChange, { readonly kind: 'remove' }>): Plan {
  const { no, parentNo } = requireGroup(tree, path)
  if (parentNo === null) throw refuseChange('the root cannot be removed', { conflict: 'root', group: path })
  const branch = new Set(branchOf(tree, no).map((group) => group.no))
  for (const at of branch) {
    const [token] = tokensAt(tree, at)
    if (!token) continue
    const message = `the token ${token.name} is connected at ${pathOf(tree, at)}; connect it elsewhere or remove it first`
    throw refuseChange(message, { conflict: 'token-connected', group: pathOf(tree, at), token: token.name })
  }
  const reseat = <T extends { readonly groupNo: number }>(seat: T): T =>
    branch.has(seat.groupNo) ? { ...seat, groupNo: parentNo } : seat
  const after: Tree = {
    ...tree,
    groups: new Map(Array.from(tree.groups).filter(([at]) => !branch.has(at))),
    pages: new Map(Array.from(tree.pages).filter(([, row]) => !branch.has(row.groupNo))),
    tokens: tree.tokens.map(reseat),
  }
  return { after, groupNo: parentNo, refusals: [] }
}

type Place = { readonly parentNo: number | null; readonly name: string; readonly but?: number }

/** Names are unique below one group, whatever the case of their letters. */
function requireFree(tree: Tree, { parentNo, name, but }: Place): void {
  const twin = parentNo === null ? undefined : findChild(tree, parentNo, name)
  if (!twin || twin.no === but) return
  throw new AppError('group.name-taken', `${pathOf(tree, twin.no)} exists already`, { path: 'name' })
}

/** Groups are named by their paths everywhere: one that is too long could not be named any more. */
function requireShortPaths(before: Tree, after: Tree): void {
  if (before.groups === after.groups) return
  for (const no of after.groups.keys()) {
    const path = pathOf(after, no)
    if (path.length <= MAX_PATH_LENGTH) continue
    const message = `a path would be longer than ${MAX_PATH_LENGTH} characters`
    throw refuseChange(message, { conflict: 'path-too-long', group: path.slice(0, 100) })
  }
}
