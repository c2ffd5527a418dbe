import type { PickItem } from '../../ui/PickList.tsx'
import { isWithin } from './paths.ts'
import type { TreeIndex } from './tree-index.ts'

/** As many as a list can hold without being long to look at. */
const SHOWN_TARGETS = 100

/** Whether a group may be moved there: not below itself, and not where it is. */
export function canMove({ byPath }: TreeIndex, group: string, to: string): boolean {
  const moved = byPath.get(group)
  return moved !== undefined && moved.parent !== null && moved.parent !== to && byPath.has(to) && !isWithin(to, group)
}

/** The groups one may be moved below, by name, Group ID or path; a few at a time. */
export function moveTargets(index: TreeIndex, group: string, search: string) {
  const text = search.trim().toLocaleLowerCase()
  const found = [...index.byPath.values()].filter(
    ({ path, groupId }) =>
      canMove(index, group, path) &&
      (path.toLocaleLowerCase().includes(text) || (groupId?.toLocaleLowerCase().includes(text) ?? false)),
  )
  const items: readonly PickItem[] = found
    .slice(0, SHOWN_TARGETS)
    .map(({ path, name }) => ({ id: path, text: name, detail: path }))
  return { items, further: found.length - items.length }
}
