import { GROUP_PAGES, type GroupConflict, type GroupPage } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { evaluate, type Effective } from './effective.ts'
import { pageAt, parentOf, pathOf, tokensAt, type Tree } from './tree.ts'
import { roleOf, typeBreach, type TypeRole } from './type-rules.ts'

export type Evaluation = Readonly<Record<GroupPage, ReadonlyMap<number, Effective>>>

/** Devices in each group by itself; absent where nobody has counted. */
export type OwnCounts = ReadonlyMap<number, number>

const evaluations = new WeakMap<Tree, Evaluation>()

/** Every page of every group; worked out once per tree. */
export function evaluateAll(tree: Tree): Evaluation {
  let made = evaluations.get(tree)
  if (!made) {
    made = Object.fromEntries(GROUP_PAGES.map((page) => [page, evaluate(tree, page)])) as unknown as Evaluation
    evaluations.set(tree, made) // one map per page
  }
  return made
}

/** Everything about the tree as it stands that is wrong or deserves a word. */
export function listConflicts(tree: Tree, counts: OwnCounts): readonly GroupConflict[] {
  return [
    ...typeConflicts(tree),
    ...groupIdConflicts(tree, counts),
    ...maskedPages(tree),
    ...tokensTwice(tree),
    ...tokensInBranch(tree),
    ...tokensMissing(tree),
  ]
}

function typeConflicts(tree: Tree): readonly GroupConflict[] {
  const roles = new Map<number, TypeRole>()
  for (const { no, type } of tree.groups.values()) roles.set(no, roleOf(type))
  const conflicts: GroupConflict[] = []
  for (const group of tree.groups.values()) {
    const role = roles.get(group.no)!
    if (role === 'container') continue
    const above: { readonly no: number; readonly role: TypeRole }[] = []
    for (let at = parentOf(tree, group); at; at = parentOf(tree, at)) above.push({ no: at.no, role: roles.get(at.no)! })
    const breach = typeBreach(role, above)
    if (!breach) continue
    const other = breach.above === null ? null : pathOf(tree, breach.above)
    conflicts.push({ code: breach.code, severity: 'refuse', group: pathOf(tree, group.no), page: null, other })
  }
  return conflicts
}

function groupIdConflicts(tree: Tree, counts: OwnCounts): readonly GroupConflict[] {
  const owners = new Map<string, GroupRow>()
  const conflicts: GroupConflict[] = []
  for (const group of tree.groups.values()) {
    const common = { page: null } as const
    const path = () => pathOf(tree, group.no)
    if (group.groupId === null) {
      // Nobody enrolls at Global: a token at the top needs no Group ID there.
      const needsOne = (counts.get(group.no) ?? 0) > 0 && roleOf(group.type) !== 'global'
      if (needsOne)
        conflicts.push({ ...common, group: path(), code: 'group-id-missing', severity: 'warn', other: null })
      continue
    }
    const folded = group.groupId.toLowerCase()
    const owner = owners.get(folded)
    if (owner) {
      const other = pathOf(tree, owner.no)
      conflicts.push({ ...common, group: path(), code: 'group-id-taken', severity: 'refuse', other })
    } else owners.set(folded, group)
  }
  return conflicts
}

/** What a group sets although a group above forces its own value: kept, and without effect. */
function maskedPages(tree: Tree): readonly GroupConflict[] {
  const evaluation = evaluateAll(tree)
  return GROUP_PAGES.flatMap((page) =>
    Array.from(evaluation[page]).flatMap(([no, { forbiddenBy }]): readonly GroupConflict[] => {
      if (forbiddenBy === null || pageAt(tree, no, page).current !== 'override') return []
      const code = page === 'token' ? 'token-masked' : 'override-forbidden'
      return [{ code, severity: 'warn', group: pathOf(tree, no), page, other: pathOf(tree, forbiddenBy) }]
    }),
  )
}

/** One server at two groups: two cursors and two owners of its profiles. */
function tokensTwice(tree: Tree): readonly GroupConflict[] {
  const seen = new Map<string, number>()
  const conflicts: GroupConflict[] = []
  for (const { groupNo, serverUuid, isRemoved } of tree.tokens) {
    const server = serverUuid?.toLowerCase()
    if (isRemoved || server === undefined) continue
    const first = seen.get(server)
    if (first === undefined) seen.set(server, groupNo)
    else if (first !== groupNo) {
      const [group, other] = [pathOf(tree, groupNo), pathOf(tree, first)]
      conflicts.push({ code: 'token-twice', severity: 'refuse', group, page: 'token', other })
    }
  }
  return conflicts
}

/** A token below another one that is handed down to there, or several at one group. */
function tokensInBranch(tree: Tree): readonly GroupConflict[] {
  const evaluation = evaluateAll(tree).token
  const conflicts: GroupConflict[] = []
  for (const group of tree.groups.values()) {
    const [first, ...more] = tokensAt(tree, group.no)
    if (!first) continue
    const common = { code: 'second-token-in-branch', severity: 'warn', page: 'token' } as const
    for (const token of more) conflicts.push({ ...common, group: pathOf(tree, group.no), other: token.name })
    const parent = parentOf(tree, group)
    if (!parent || evaluation.get(group.no)!.forbiddenBy !== null) continue
    const above = evaluation.get(parent.no)!
    if (above.fromNo === null || pageAt(tree, parent.no, 'token').child === 'override-only') continue
    conflicts.push({ ...common, group: pathOf(tree, group.no), other: pathOf(tree, above.fromNo) })
  }
  return conflicts
}

/** The group above has a token and does not hand it on: nothing below has one until it sets its own. */
function tokensMissing(tree: Tree): readonly GroupConflict[] {
  const evaluation = evaluateAll(tree).token
  const conflicts: GroupConflict[] = []
  for (const group of tree.groups.values()) {
    const parent = parentOf(tree, group)
    if (!parent || evaluation.get(group.no)!.fromNo !== null) continue
    if (evaluation.get(parent.no)!.fromNo === null) continue
    const [path, other] = [pathOf(tree, group.no), pathOf(tree, parent.no)]
    conflicts.push({ code: 'token-missing', severity: 'warn', group: path, page: 'token', other })
  }
  return conflicts
}
