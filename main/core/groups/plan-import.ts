import type { TreeRow } from '../../../shared/contract/groups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { GroupRow } from '../../db/group-tree.ts'
import type { Making } from './plan-change.ts'
import { findByPath, fold, rootOf, type Tree } from './tree.ts'
import { canonicalType } from './type-rules.ts'

/**
 * Adds what is missing, also the groups on the way to it, and changes type and Group ID of what exists; removes nothing.
 * What a row leaves out stays as it is. Throws `group.not-found` for a path that begins at another root.
 */
export function planImport(tree: Tree, rows: readonly TreeRow[], { newId, now }: Making): Tree {
  const groups = new Map(tree.groups)
  const places = new Map<string, number>()
  for (const { no, parentNo, name } of tree.groups.values()) places.set(placeKey(parentNo, name), no)
  let { nextNo } = tree

  function reach(path: string): GroupRow {
    const [, ...names] = path.replace(/\/+$/, '').split('/').slice(1)
    let no = rootOf(tree).no
    for (const name of names) {
      const known = places.get(placeKey(no, name))
      if (known === undefined) {
        const added = { no: nextNo++, id: newId(), parentNo: no, name, type: canonicalType(), groupId: null } as const
        groups.set(added.no, { ...added, createdAt: now })
        places.set(placeKey(no, name), added.no)
      }
      no = known ?? nextNo - 1
    }
    return groups.get(no)!
  }

  for (const { path, type, groupId } of rows) {
    if (!findByPath(tree, `/${path.split('/')[1] ?? ''}`)) {
      throw new AppError('group.not-found', `${path} does not begin at /${rootOf(tree).name}`, { path: 'rows' })
    }
    const group = reach(path)
    const changed = {
      ...group,
      type: type === null ? group.type : canonicalType(type),
      groupId: groupId ?? group.groupId,
    }
    if (changed.type !== group.type || changed.groupId !== group.groupId) groups.set(group.no, changed)
  }
  return { ...tree, groups, nextNo }
}

function placeKey(parentNo: number | null, name: string): string {
  return `${parentNo ?? 0} ${fold(name)}`
}
