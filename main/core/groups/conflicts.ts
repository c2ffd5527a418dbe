import { GROUP_PAGES, type GroupConflict, type GroupPage } from '../../../shared/model/group.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import { nextTurn } from '../turn.ts'
import { evaluate, type Effective } from './effective.ts'
import { childrenOf, listSeated, listTouched, pageAt, parentOf, pathOf, tokensAt, type Tree } from './tree.ts'
import { roleOf, typeBreach, type TypeRole } from './type-rules.ts'

export type Evaluation = Readonly<Record<GroupPage, ReadonlyMap<number, Effective>>>

/** Devices in each group by itself; absent where nobody has counted. */
export type OwnCounts = ReadonlyMap<number, number>

const evaluations = new WeakMap<Tree, Evaluation>()

/** Every page of every group; each page is worked out once per tree, when it is first asked for. */
export function evaluateAll(tree: Tree): Evaluation {
  let made = evaluations.get(tree)
  if (!made) evaluations.set(tree, (made = evaluateWhenAsked(tree)))
  return made
}

/** Works out what a preview or a description needs, a page at a time: whoever waits in this thread has a turn in between. */
export async function evaluateInTurns(tree: Tree): Promise<void> {
  for (const page of GROUP_PAGES) {
    void evaluateAll(tree)[page]
    await nextTurn()
  }
}

function evaluateWhenAsked(tree: Tree): Evaluation {
  const made: { [P in GroupPage]?: ReadonlyMap<number, Effective> } = {}
  const of = (page: GroupPage) => (made[page] ??= evaluate(tree, page))
  return {
    get token() {
      return of('token')
    },
    get 'default-profile'() {
      return of('default-profile')
    },
    get schedule() {
      return of('schedule')
    },
  }
}

/** Everything about the tree as it stands that is wrong or deserves a word. Looks at the groups that can be, not at each for each. */
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
  const roles = new Map<string, TypeRole>()
  const roleNamed = (type: string) => {
    const role = roles.get(type) ?? roleOf(type)
    roles.set(type, role)
    return role
  }
  const conflicts: GroupConflict[] = []
  for (const group of tree.groups.values()) {
    const role = roleNamed(group.type)
    if (role === 'container') continue
    const above: { readonly no: number; readonly role: TypeRole }[] = []
    for (let at = parentOf(tree, group); at; at = parentOf(tree, at))
      above.push({ no: at.no, role: roleNamed(at.type) })
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
    overridingAt(tree, page).flatMap((no): readonly GroupConflict[] => {
      const { forbiddenBy } = evaluation[page].get(no)!
      if (forbiddenBy === null) return []
      const code = page === 'token' ? 'token-masked' : 'override-forbidden'
      return [{ code, severity: 'warn', group: pathOf(tree, no), page, other: pathOf(tree, forbiddenBy) }]
    }),
  )
}

/** Groups that override a page, in the order of the tree. */
function overridingAt(tree: Tree, page: GroupPage): readonly number[] {
  const set = page === 'token' ? listSeated(tree) : Array.from(listTouched(tree, page), ({ groupNo }) => groupNo)
  return Array.from(set)
    .filter((no) => pageAt(tree, no, page).current === 'override')
    .sort((a, b) => a - b)
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
  for (const no of overridingAt(tree, 'token')) {
    const group = tree.groups.get(no)!
    const [, ...more] = tokensAt(tree, no)
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
  for (const { groupNo, child } of listTouched(tree, 'token')) {
    if (child !== 'override-only' || evaluation.get(groupNo)!.fromNo === null) continue
    for (const { no } of childrenOf(tree, groupNo)) {
      if (evaluation.get(no)!.fromNo !== null) continue
      const [group, other] = [pathOf(tree, no), pathOf(tree, groupNo)]
      conflicts.push({ code: 'token-missing', severity: 'warn', group, page: 'token', other })
    }
  }
  return conflicts
}
