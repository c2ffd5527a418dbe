import type { GroupTree } from '../../../shared/contract/groups.ts'
import { GROUP_PAGES, type Group, type GroupConflict, type GroupPage } from '../../../shared/model/group.ts'
import { ancestorsOf } from './paths.ts'

/** What the tree shows of one group, found once for the whole tree. */
export type GroupMarks = {
  /** Pages whose value is set at this very group. */
  readonly sets: readonly GroupPage[]
  readonly conflicts: readonly GroupConflict[]
  /** Conflicts anywhere below: a closed branch must not hide them. */
  readonly conflictsBelow: number
}

export type IndexedGroup = Group & {
  readonly children: readonly string[]
  /** Devices here and in all groups below. */
  readonly branchDeviceCount: number
  readonly marks: GroupMarks
}

export type TreeIndex = {
  readonly roots: readonly string[]
  readonly byPath: ReadonlyMap<string, IndexedGroup>
}

type Draft = { group: Group; children: string[]; devices: number; conflicts: GroupConflict[]; below: number }

/** "Floor 2" before "Floor 10". Siblings differ in their names only, so their paths can be compared. */
const BY_NAME = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Looks everything up once; 5,000 groups take a few milliseconds. */
export function indexTree({ groups, effective, conflicts }: GroupTree): TreeIndex {
  const drafts = new Map<string, Draft>(
    groups.map((group) => [group.path, { group, children: [], devices: group.deviceCount, conflicts: [], below: 0 }]),
  )
  for (const { path, parent } of groups) if (parent !== null) drafts.get(parent)?.children.push(path)
  for (const { children } of drafts.values()) children.sort(BY_NAME.compare)
  for (const conflict of conflicts) {
    drafts.get(conflict.group)?.conflicts.push(conflict)
    for (const above of ancestorsOf(conflict.group)) addTo(drafts.get(above), 'below', 1)
  }
  // Groups come before those below them, so backwards every branch is complete before it is added.
  for (const { path, parent } of groups.toReversed()) {
    if (parent !== null) addTo(drafts.get(parent), 'devices', drafts.get(path)?.devices ?? 0)
  }
  const indexed = [...drafts.values()].map((draft): [string, IndexedGroup] => [
    draft.group.path,
    {
      ...draft.group,
      children: draft.children,
      branchDeviceCount: draft.devices,
      marks: {
        sets: GROUP_PAGES.filter((page) => effective[draft.group.path]?.[page].from === draft.group.path),
        conflicts: draft.conflicts,
        conflictsBelow: draft.below,
      },
    },
  ])
  return {
    roots: groups.filter((group) => group.parent === null).map((group) => group.path),
    byPath: new Map(indexed),
  }
}

function addTo(draft: Draft | undefined, member: 'devices' | 'below', count: number): void {
  if (draft) draft[member] += count
}

/** The path itself if it is there, else the nearest group above it that is; the root at last. */
export function nearestGroup({ byPath, roots }: TreeIndex, path: string | null): string | null {
  const found = path === null ? undefined : [path, ...ancestorsOf(path)].find((candidate) => byPath.has(candidate))
  return found ?? roots[0] ?? null
}

/** How many groups lie below. */
export function countBelow({ byPath }: TreeIndex, path: string): number {
  const below = [...(byPath.get(path)?.children ?? [])]
  // Grows while it is walked: every group found adds those below it.
  for (const child of below) below.push(...(byPath.get(child)?.children ?? []))
  return below.length
}
