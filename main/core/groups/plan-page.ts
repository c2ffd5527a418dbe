import type { GroupChange } from '../../../shared/contract/groups.ts'
import { AppError } from '../../../shared/errors.ts'
import { SCHEDULE_MINUTES, type GroupConflict, type GroupPage, type PageSetting } from '../../../shared/model/group.ts'
import type { GroupRow, PageRow, TokenSeat } from '../../db/group-tree.ts'
import { evaluateAll } from './conflicts.ts'
import { refuseChange } from './failures.ts'
import type { Plan } from './plan-change.ts'
import { pageAt, pageKey, pathOf, tokensAt, UNTOUCHED, type Tree } from './tree.ts'

type PageChange = Extract<GroupChange, { readonly kind: 'set-page' }>

/**
 * A page of one group set anew. A value alone means: override with it. What is kept while the group inherits comes back
 * when it overrides again without a value. Setting a value where a group above forbids it is refused, naming that group.
 */
export function planPage(tree: Tree, change: PageChange, group: GroupRow): Plan {
  return change.page === 'token' ? planTokenPage(tree, change, group) : planValuePage(tree, change, group)
}

function planValuePage(tree: Tree, change: PageChange, { no }: GroupRow): Plan {
  const { page, child } = change
  const before = pageAt(tree, no, page)
  const value = change.value === undefined ? before.value : checkedValue(page, change.value)
  const current = change.current ?? (change.value == null ? before.current : 'override')
  if (current === 'override' && value === null && page === 'schedule') {
    throw new AppError('bad-input', 'a schedule that overrides needs a number of minutes', { path: 'value' })
  }
  const setting = { current, child: child ?? before.child, value }
  const after = withPage(tree, { groupNo: no, page, ...setting })
  return { after, groupNo: no, refusals: isSet(change) ? refuseForbidden(after, no, page) : [] }
}

/** Connects the token that is named; a token is connected at one group, so it moves there. */
function planTokenPage(tree: Tree, change: PageChange, { no }: GroupRow): Plan {
  const path = pathOf(tree, no)
  const { current, child, value } = change
  const [seated] = tokensAt(tree, no)
  if (value === null) throw new AppError('bad-input', 'name the token, by id or name', { path: 'value' })
  if (current === 'inherit' && value !== undefined) {
    throw new AppError('bad-input', 'a group that inherits has no token of its own', { path: 'value' })
  }
  if (current === 'inherit' && seated) {
    const message = `the token ${seated.name} is connected at ${path}; to inherit there, connect it at another group or remove it`
    throw refuseChange(message, { conflict: 'token-connected', group: path, token: seated.name })
  }
  const token = value === undefined ? undefined : requireToken(tree, value)
  const kept = tree.pages.get(pageKey(no, 'token')) ?? UNTOUCHED
  const row: PageRow = { groupNo: no, page: 'token', current: 'inherit', child: child ?? kept.child, value: null }
  const tokens = tree.tokens.map((seat) => (seat === token ? { ...seat, groupNo: no } : seat))
  const after = withPage({ ...tree, tokens }, row)
  if (current === 'override' && !seated && !token) {
    const missing = { code: 'token-missing', severity: 'refuse', group: path, page: 'token', other: null } as const
    return { after, groupNo: no, refusals: [missing] }
  }
  const isConnected = token !== undefined && token.groupNo !== no
  return { after, groupNo: no, refusals: isConnected ? refuseForbidden(after, no, 'token') : [] }
}

function isSet({ current, value }: PageChange): boolean {
  return current === 'override' || (current === undefined && value != null)
}

function refuseForbidden(after: Tree, no: number, page: GroupPage): readonly GroupConflict[] {
  const { forbiddenBy } = evaluateAll(after)[page].get(no)!
  if (forbiddenBy === null) return []
  const [group, other] = [pathOf(after, no), pathOf(after, forbiddenBy)]
  return [{ code: 'override-forbidden', severity: 'refuse', group, page, other }]
}

function withPage(tree: Tree, row: PageRow): Tree {
  const pages = new Map(tree.pages)
  if (isUntouched(row)) pages.delete(pageKey(row.groupNo, row.page))
  else pages.set(pageKey(row.groupNo, row.page), row)
  return { ...tree, pages }
}

function isUntouched({ current, child, value }: PageSetting): boolean {
  return current === UNTOUCHED.current && child === UNTOUCHED.child && value === UNTOUCHED.value
}

/** By id or by name, whatever the case of its letters. */
function requireToken(tree: Tree, idOrName: string): TokenSeat {
  const present = tree.tokens.filter(({ isRemoved }) => !isRemoved)
  const name = idOrName.trim().toLowerCase()
  const found =
    present.find(({ id }) => id === idOrName.trim()) ?? present.find((token) => token.name.toLowerCase() === name)
  if (!found) throw new AppError('token.not-found', `there is no token ${idOrName}`, { path: 'value' })
  return found
}

function checkedValue(page: GroupPage, value: string | null): string | null {
  const text = value?.trim() ?? ''
  if (text === '') return null
  if (page !== 'schedule') return text
  const minutes = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  const { least, most } = SCHEDULE_MINUTES
  if (minutes >= least && minutes <= most) return String(minutes)
  throw new AppError('bad-input', `"${text}" is not a number of minutes from ${least} to ${most}`, { path: 'value' })
}
