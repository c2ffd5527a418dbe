import {
  GROUP_PAGES,
  type EffectiveSetting,
  type GroupConflict,
  type GroupConflictCode,
  type GroupPage,
  type TraceStep,
} from '../../../shared/model/group.ts'
import { inOrder, type FakeGroup, type FakeTree } from './fake-group-tree.ts'

const made = new WeakMap<FakeTree, FakeRules>()

/** Worked out once per tree: the page asks for it with every press of an arrow key. */
export function rulesOf(tree: FakeTree): FakeRules {
  const rules = made.get(tree) ?? new FakeRules(tree)
  made.set(tree, rules)
  return rules
}

/** What counts, told apart from the rules of the product (`main/core/groups`): a second reading of the same pages. */
export class FakeRules {
  readonly tree: FakeTree
  readonly paths: ReadonlyMap<number, string>
  readonly ordered: readonly (readonly [string, FakeGroup])[]
  private found: readonly GroupConflict[] | null = null

  constructor(tree: FakeTree) {
    this.tree = tree
    this.ordered = inOrder(tree)
    this.paths = new Map(this.ordered.map(([path, { id }]) => [id, path]))
  }

  path(group: FakeGroup): string {
    return this.paths.get(group.id) ?? ''
  }

  above(group: FakeGroup): readonly FakeGroup[] {
    const parent = group.parentId === null ? undefined : this.tree.get(group.parentId)
    return parent ? [parent, ...this.above(parent)] : []
  }

  forbiddenBy(group: FakeGroup, page: GroupPage): FakeGroup | null {
    const forbids = ({ pages }: FakeGroup) => pages[page].current === 'override' && pages[page].child === 'inherit-only'
    return this.above(group).find(forbids) ?? null
  }

  effective(group: FakeGroup, page: GroupPage): EffectiveSetting {
    const trace: TraceStep[] = []
    const forbidden = this.forbiddenBy(group, page)
    const forbiddenBy = forbidden ? this.path(forbidden) : null
    const end = (value: string | null, from: string | null): EffectiveSetting => ({ value, from, trace, forbiddenBy })
    for (const [place, at] of [group, ...this.above(group)].entries()) {
      const { current, child, value } = at.pages[page]
      if (place > 0 && child === 'override-only') {
        trace.push({ group: this.path(at), found: 'not-passed-down' })
        return end(null, null)
      }
      const overrides = current === 'override'
      if (overrides && !this.forbiddenBy(at, page)) {
        trace.push({ group: this.path(at), found: 'override' })
        return end(value, this.path(at))
      }
      const isTop = at.parentId === null
      trace.push({
        group: this.path(at),
        found: overrides ? 'forced-from-above' : isTop ? 'nothing-above' : 'inherit',
      })
    }
    return end(null, null)
  }

  conflicts(): readonly GroupConflict[] {
    this.found ??= this.findConflicts()
    return this.found
  }

  private findConflicts(): readonly GroupConflict[] {
    const { ordered } = this
    const owners = Map.groupBy(
      ordered.filter(([, group]) => group.pages.token.current === 'override'),
      ([, group]) => group.pages.token.value,
    )
    const ids = Map.groupBy(
      ordered.filter(([, group]) => group.groupId !== null),
      ([, group]) => group.groupId?.toLowerCase(),
    )
    return ordered.flatMap(([path, group]) => {
      const found: GroupConflict[] = []
      const tell = (code: GroupConflictCode, other: string | null, page: GroupPage | null = null, refuse = false) =>
        found.push({ code, severity: refuse ? 'refuse' : 'warn', group: path, page, other })
      for (const page of GROUP_PAGES) {
        const forbidden = this.forbiddenBy(group, page)
        if (group.pages[page].current !== 'override' || !forbidden) continue
        tell(page === 'token' ? 'token-masked' : 'override-forbidden', this.path(forbidden), page)
      }
      this.tellToken(group, owners.get(group.pages.token.value) ?? [], tell)
      const customer = this.above(group).find(({ type }) => type === 'Customer')
      if (customer && group.type === 'Customer') tell('customer-in-customer', this.path(customer), null, true)
      else if (customer && ['Global', 'Partner', 'Prospect'].includes(group.type)) {
        tell('type-not-allowed', this.path(customer), null, true)
      }
      const namesake = ids.get(group.groupId?.toLowerCase())?.find(([known]) => known !== path)
      if (group.groupId !== null && namesake) tell('group-id-taken', namesake[0], null, true)
      if (group.groupId === null && group.deviceCount > 100) tell('group-id-missing', null)
      return found
    })
  }

  private tellToken(
    group: FakeGroup,
    owners: readonly (readonly [string, FakeGroup])[],
    tell: (code: GroupConflictCode, other: string | null, page?: GroupPage | null, refuse?: boolean) => void,
  ): void {
    if (group.pages.token.current !== 'override') {
      const step = this.effective(group, 'token').trace.at(-1)
      if (step?.found === 'not-passed-down' && group.deviceCount > 0) tell('token-missing', step.group, 'token')
      return
    }
    const twin = owners.find(([, owner]) => owner.id !== group.id)
    if (twin) tell('token-twice', twin[0], 'token', true)
    const above = this.above(group).find(({ pages }) => pages.token.current === 'override')
    if (above?.pages.token.child === 'any') tell('second-token-in-branch', this.path(above), 'token')
  }
}
