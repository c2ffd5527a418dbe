import { groupConflictText } from '../../../shared/group-text.ts'
import type { GroupConflict } from '../../../shared/model/group.ts'
import type { ReadDb } from '../../db/open.ts'
import { readTreeRows } from '../../db/group-tree.ts'
import { evaluateAll } from './conflicts.ts'
import { refuseChange } from './failures.ts'
import { makeTree, pathOf } from './tree.ts'

/**
 * Throws `group.refused` when a group above has a token and lets the groups below it inherit only: a new token must not
 * be connected here. Naming the group in the way, it says who can change it.
 */
export function assertTokenAllowed(db: ReadDb, groupNo: number): void {
  const tree = makeTree(readTreeRows(db))
  const forbiddenBy = evaluateAll(tree).token.get(groupNo)?.forbiddenBy ?? null
  if (forbiddenBy === null) return
  const [group, other] = [pathOf(tree, groupNo), pathOf(tree, forbiddenBy)]
  const conflict: GroupConflict = { code: 'override-forbidden', severity: 'refuse', group, page: 'token', other }
  throw refuseChange(groupConflictText(conflict), { conflict: conflict.code, group, page: 'token', other })
}
