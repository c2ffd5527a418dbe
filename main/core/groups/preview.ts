import { GROUP_PAGES, type GroupConflict, type GroupPreview } from '../../../shared/model/group.ts'
import { evaluateAll, listConflicts, type OwnCounts } from './conflicts.ts'
import type { Effective } from './effective.ts'
import type { Plan } from './plan-change.ts'
import { findByPath, pathOf, survivorOf, type Tree } from './tree.ts'

/**
 * Devices that share where they count: in `groupNo` because somebody put them there (`tokenNo` null), or because their
 * token is connected there. Numbers may be those of removed groups.
 */
export type DeviceClass = { readonly groupNo: number; readonly tokenNo: number | null; readonly count: number }

/** `removed`: for a group that is gone, the one its devices count for. */
export type Devices = { readonly classes: readonly DeviceClass[]; readonly removed: ReadonlyMap<number, number> }

export const NO_DEVICES: Devices = { classes: [], removed: new Map() }

/** How many devices each group has by itself. */
export function ownCounts(tree: Tree, devices: Devices): OwnCounts {
  const counts = new Map<number, number>()
  for (const device of devices.classes) {
    const no = placeOf(tree, device, devices)
    if (no !== undefined) counts.set(no, (counts.get(no) ?? 0) + device.count)
  }
  return counts
}

/** What a change would do: where another value would count, for how many devices, and what would not fit together. */
export function previewPlan(before: Tree, plan: Plan, devices: Devices): GroupPreview {
  const { after } = plan
  const counts = ownCounts(before, devices)
  const [was, is] = [evaluateAll(before), evaluateAll(after)]
  const changes = GROUP_PAGES.flatMap((page) =>
    Array.from(before.groups.keys()).flatMap((no) => {
      const [old, next] = [was[page].get(no)!, is[page].get(survivorOf(before, after, no))!]
      if (old.value === next.value) return []
      const group = pathOf(before, no)
      return [{ group, page, before: named(before, old), after: named(after, next), deviceCount: counts.get(no) ?? 0 }]
    }),
  )
  return {
    changes,
    deviceCount: countTouched(before, after, devices),
    conflicts: conflictsAfter(before, plan, devices),
  }
}

/** Refusals the change brings about. What was wrong before it does not stop it. */
export function refusalsOf(before: Tree, plan: Plan): readonly GroupConflict[] {
  return conflictsAfter(before, plan, NO_DEVICES).filter(({ severity }) => severity === 'refuse')
}

/** The conflicts of the tree to come; those it has already are said as warnings: they are no reason to refuse. */
function conflictsAfter(before: Tree, { after, refusals }: Plan, devices: Devices): readonly GroupConflict[] {
  const known = new Set(listConflicts(before, new Map()).map((conflict) => conflictKey(before, conflict)))
  const standing = listConflicts(after, ownCounts(after, devices)).map((conflict) =>
    conflict.severity === 'refuse' && known.has(conflictKey(after, conflict))
      ? ({ ...conflict, severity: 'warn' } as const)
      : conflict,
  )
  return [...refusals, ...standing]
}

/** Groups by their numbers: a path may be another one afterwards. */
function conflictKey(tree: Tree, { code, group, page, other }: GroupConflict): string {
  const noOf = (path: string | null) => (path === null ? null : (findByPath(tree, path)?.no ?? path))
  return JSON.stringify([code, noOf(group), page, noOf(other)])
}

/** A device is touched when one of its pages has another value where it counts then than where it counts now. */
function countTouched(before: Tree, after: Tree, devices: Devices): number {
  const [was, is] = [evaluateAll(before), evaluateAll(after)]
  let count = 0
  for (const device of devices.classes) {
    const from = placeOf(before, device, devices)
    if (from === undefined) continue
    const to = placeAfter(before, after, { from, tokenNo: device.tokenNo })
    if (GROUP_PAGES.some((page) => was[page].get(from)!.value !== is[page].get(to)!.value)) count += device.count
  }
  return count
}

function placeAfter(before: Tree, after: Tree, at: { readonly from: number; readonly tokenNo: number | null }): number {
  const token = at.tokenNo === null ? undefined : after.tokens.find(({ no }) => no === at.tokenNo)
  return token?.groupNo ?? survivorOf(before, after, at.from)
}

function placeOf(tree: Tree, { groupNo, tokenNo }: DeviceClass, { removed }: Devices): number | undefined {
  const token = tokenNo === null ? undefined : tree.tokens.find(({ no }) => no === tokenNo)
  const no = token?.groupNo ?? groupNo
  const place = tree.groups.has(no) ? no : removed.get(no)
  return place !== undefined && tree.groups.has(place) ? place : undefined
}

function named(tree: Tree, { value, fromNo }: Effective) {
  return { value, from: fromNo === null ? null : pathOf(tree, fromNo) }
}
