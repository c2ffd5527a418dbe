import type { GroupPage, PageSetting } from '../../../shared/model/group.ts'
import type { ReadDb } from '../../db/open.ts'
import { readPageChain } from '../../db/group-tree.ts'
import { evaluateAll } from './conflicts.ts'
import { evaluateChain } from './effective.ts'
import { UNTOUCHED, type Tree } from './tree.ts'

/** How often a token's group says to sync; nulls where no group says anything. `group` is the path of the one that does. */
export type Schedule = { readonly minutes: number | null; readonly group: string | null }

/** The schedule page that counts where a token is connected. */
export function readSchedule(db: ReadDb, tokenNo: number): Schedule {
  const { value, group } = readTokenPage(db, tokenNo, 'schedule')
  return { minutes: value === null ? null : Number(value), group }
}

/** A page that counts where a token is connected, and the path of the group that says so: a few rows, not the tree. */
export function readTokenPage(
  db: ReadDb,
  tokenNo: number,
  page: GroupPage,
): { readonly value: string | null; readonly group: string | null } {
  const chain = readPageChain(db, tokenNo, page)
  const { value, fromNo } = evaluateChain(
    chain.map(({ no, current, child, value }) => ({ no, setting: setting({ current, child, value }) })),
  )
  const depth = chain.findIndex(({ no }) => no === fromNo)
  const path = chain.slice(0, depth + 1).map(({ name }) => `/${name}`)
  return { value, group: depth < 0 ? null : path.join('') }
}

type Columns = { readonly [K in keyof PageSetting]: PageSetting[K] | null }

function setting({ current, child, value }: Columns): PageSetting {
  return current === null || child === null ? UNTOUCHED : { current, child, value }
}

/** Tokens for which another schedule counts in `after` than in `before`. */
export function listRescheduled(before: Tree, after: Tree): readonly number[] {
  const [was, is] = [evaluateAll(before).schedule, evaluateAll(after).schedule]
  return before.tokens.flatMap(({ no, groupNo, isRemoved }, index) => {
    const now = after.tokens[index]
    if (isRemoved || now?.no !== no) return []
    return was.get(groupNo)?.value === is.get(now.groupNo)?.value ? [] : [no]
  })
}
