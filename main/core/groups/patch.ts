import type { RowChange, Seat, TreePatch } from '../../db/group-tree.ts'
import { survivorOf, type Tree } from './tree.ts'

/** Exactly the rows in which two trees differ: what a change writes, and turned round what its undo writes. `seats` go along. */
export function diffTrees(before: Tree, after: Tree, seats: readonly Seat[] = []): TreePatch {
  return {
    groups: diffRows(before.groups, after.groups),
    pages: diffRows(before.pages, after.pages),
    tokens: before.tokens.flatMap((token, index) => {
      const moved = after.tokens[index]!
      return token.groupNo === moved.groupNo ? [] : [{ no: token.no, before: token.groupNo, after: moved.groupNo }]
    }),
    seats: seats.flatMap(({ kind, id, groupNo }) => {
      const place = survivorOf(before, after, groupNo)
      return place === groupNo ? [] : [{ kind, id, before: groupNo, after: place }]
    }),
  }
}

export function invertPatch({ groups, pages, tokens, seats }: TreePatch): TreePatch {
  const turn = <T extends { readonly before: unknown; readonly after: unknown }>(change: T): T => ({
    ...change,
    before: change.after,
    after: change.before,
  })
  return {
    groups: groups.map(turn),
    pages: pages.map(turn),
    tokens: tokens.map(turn),
    seats: seats.map(turn),
  }
}

export function isEmptyPatch({ groups, pages, tokens, seats }: TreePatch): boolean {
  return groups.length + pages.length + tokens.length + seats.length === 0
}

/** Rows that did not change are the same objects in both trees, or equal ones where a change set what was set already. */
function diffRows<K, T extends object>(before: ReadonlyMap<K, T>, after: ReadonlyMap<K, T>): readonly RowChange<T>[] {
  const changes: RowChange<T>[] = []
  for (const [key, row] of before) {
    const now = after.get(key)
    if (!now || !isSameRow(row, now)) changes.push({ before: row, after: now ?? null })
  }
  for (const [key, row] of after) if (!before.has(key)) changes.push({ before: null, after: row })
  return changes
}

function isSameRow<T extends object>(a: T, b: T): boolean {
  if (a === b) return true
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key])
}
