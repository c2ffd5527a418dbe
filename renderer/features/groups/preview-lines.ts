import type { GroupConflict, GroupPage, GroupPreview } from '../../../shared/model/group.ts'

type Side = { readonly value: string | null; readonly from: string | null }

/** Groups for which the same becomes the same. */
export type PreviewLine = {
  readonly page: GroupPage
  readonly before: Side
  readonly after: Side
  readonly groups: readonly string[]
  readonly deviceCount: number
}

/** The changes of a preview, alike ones together, those with most devices first. */
export function previewLines({ changes }: GroupPreview): readonly PreviewLine[] {
  const lines = new Map<string, { line: PreviewLine; groups: string[]; devices: number }>()
  for (const { group, page, before, after, deviceCount } of changes) {
    const key = JSON.stringify([page, before.value, before.from, after.value, after.from])
    const known = lines.get(key) ?? {
      line: { page, before, after, groups: [], deviceCount: 0 },
      groups: [],
      devices: 0,
    }
    known.groups.push(group)
    lines.set(key, { ...known, devices: known.devices + deviceCount })
  }
  return [...lines.values()]
    .map(({ line, groups, devices }) => ({ ...line, groups, deviceCount: devices }))
    .toSorted((a, b) => b.deviceCount - a.deviceCount || b.groups.length - a.groups.length)
}

/** Whether a rule of the tree stands against it. */
export function isRefused({ conflicts }: GroupPreview): boolean {
  return conflicts.some(({ severity }) => severity === 'refuse')
}

/** How many groups get another value. */
export function changedGroupCount({ changes }: GroupPreview): number {
  return new Set(changes.map(({ group }) => group)).size
}

/** What the change brings about: conflicts that are there already are told where they are. */
export function newConflicts(
  { conflicts }: GroupPreview,
  standing: readonly GroupConflict[],
): readonly GroupConflict[] {
  const known = new Set(standing.map(conflictKey))
  return conflicts.filter((conflict) => conflict.severity === 'refuse' || !known.has(conflictKey(conflict)))
}

const conflictKey = ({ code, group, page, other }: GroupConflict) => JSON.stringify([code, group, page, other])
