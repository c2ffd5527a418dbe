import type { GroupChange } from '../../../shared/contract/groups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PageSetting } from '../../../shared/model/group.ts'
import { childrenOf, FRESH_PAGES, inOrder, pathOf, type FakeGroup, type FakeTree } from './fake-group-tree.ts'

/** The tree after a change and the group it is about; the tree before stays as it is. */
export type Changed = { readonly tree: FakeTree; readonly group: FakeGroup }

export function changeTree(tree: FakeTree, change: GroupChange): Changed {
  const next = new Map(tree)
  const put = (group: FakeGroup): Changed => {
    next.set(group.id, group)
    return { tree: next, group }
  }
  if (change.kind === 'add') {
    const parent = requireGroup(tree, change.parent)
    refuseTwin(tree, parent.id, change.name)
    return put(fresh(tree, parent.id, { name: change.name, type: change.type, groupId: change.groupId }))
  }
  if (change.kind === 'import') return importRows(tree, change.rows)
  const group = requireGroup(tree, change.group)
  switch (change.kind) {
    case 'rename':
      if (change.name !== group.name) refuseTwin(tree, group.parentId, change.name)
      return put({ ...group, name: change.name })
    case 'edit':
      return put({
        ...group,
        type: change.type ?? group.type,
        groupId: change.groupId === undefined ? group.groupId : change.groupId,
      })
    case 'move': {
      const to = requireGroup(tree, change.to)
      const isOwn = `${change.to}/`.startsWith(`${change.group}/`)
      if (isOwn) throw new AppError('group.refused', `${group.name} cannot lie below itself`)
      refuseTwin(tree, to.id, group.name)
      return put({ ...group, parentId: to.id })
    }
    case 'set-page': {
      if (change.page === 'token') return connect(next, group, change)
      const before = group.pages[change.page]
      const setting = {
        current: change.current ?? before.current,
        child: change.child ?? before.child,
        value: change.value === undefined ? before.value : change.value,
      }
      return put({ ...group, pages: { ...group.pages, [change.page]: setting } })
    }
    case 'remove': {
      const parent = group.parentId === null ? undefined : tree.get(group.parentId)
      if (!parent) throw new AppError('group.refused', 'the root cannot be removed')
      const gone = inOrder(tree).filter(([path]) => `${path}/`.startsWith(`${change.group}/`))
      if (gone.some(([, { pages }]) => pages.token.current === 'override')) {
        throw new AppError('group.refused', `a token is set at ${group.name} or below it`)
      }
      for (const [, { id }] of gone) next.delete(id)
      const devices = gone.reduce((sum, [, { deviceCount }]) => sum + deviceCount, parent.deviceCount)
      return put({ ...parent, deviceCount: devices })
    }
  }
}

type PageChange = Extract<GroupChange, { kind: 'set-page' }>

/** A token is connected at one group: it leaves the one where it was. */
function connect(next: Map<number, FakeGroup>, group: FakeGroup, { current, child, value }: PageChange): Changed {
  const before = group.pages.token
  if (current === 'inherit' && before.current === 'override') {
    throw new AppError('group.refused', `the token ${before.value} is connected at ${group.name}`)
  }
  for (const other of next.values()) {
    if (value == null || other.pages.token.value !== value) continue
    next.set(other.id, withToken(other, { ...other.pages.token, current: 'inherit', value: null }))
  }
  const own = value == null ? {} : ({ current: 'override', value } as const)
  const changed = withToken(group, { ...before, child: child ?? before.child, ...own })
  return { tree: next.set(group.id, changed), group: changed }
}

function withToken(group: FakeGroup, token: PageSetting): FakeGroup {
  return { ...group, pages: { ...group.pages, token } }
}

export function requireGroup(tree: FakeTree, path: string): FakeGroup {
  const found = inOrder(tree).find(([known]) => known === path)
  if (!found) throw new AppError('group.not-found', `there is no group ${path}`)
  return found[1]
}

function refuseTwin(tree: FakeTree, parentId: number | null, name: string): void {
  const twin = childrenOf(tree, parentId).find((known) => known.name.toLowerCase() === name.toLowerCase())
  if (twin) throw new AppError('group.name-taken', `${pathOf(tree, twin)} exists`)
}

type Facts = {
  readonly name: string
  readonly type: string | null | undefined
  readonly groupId: string | null | undefined
}

function fresh(tree: FakeTree, parentId: number, { name, type, groupId }: Facts): FakeGroup {
  const id = Math.max(...tree.keys()) + 1
  return { id, parentId, name, type: type ?? 'Container', groupId: groupId ?? null, deviceCount: 0, pages: FRESH_PAGES }
}

function importRows(tree: FakeTree, rows: Extract<GroupChange, { kind: 'import' }>['rows']): Changed {
  let group: FakeGroup = childrenOf(tree, null)[0]!
  let next: FakeTree = tree
  for (const { path, type, groupId } of rows) {
    let parentId: number | null = null
    const names = path.split('/').slice(1)
    for (const [place, name] of names.entries()) {
      const isLast = place === names.length - 1
      const known = childrenOf(next, parentId).find((child) => child.name === name)
      if (!known && parentId === null) throw new AppError('group.refused', 'there is one root already')
      const found = known ?? fresh(next, parentId ?? 0, { name, type: null, groupId: null })
      group = isLast ? { ...found, type: type ?? found.type, groupId: groupId ?? found.groupId } : found
      next = new Map(next).set(group.id, group)
      parentId = group.id
    }
  }
  return { tree: next, group }
}
