import type { ChildPermission, GroupPage, PageSetting } from '../../../shared/model/group.ts'
import { ROOT_GROUP } from '../../db/groups.ts'
import type { GroupRow, PageRow, TokenSeat, TreeRows } from '../../db/group-tree.ts'

/** The tree in memory. Never changed: a change makes another one, and what did not change is shared. */
export type Tree = {
  readonly nextNo: number
  readonly groups: ReadonlyMap<number, GroupRow>
  /** By `pageKey`; the token page has its child permission here, its value are the tokens. */
  readonly pages: ReadonlyMap<string, PageRow>
  /** Oldest first. */
  readonly tokens: readonly TokenSeat[]
}

/** The look-ups of one tree, made when first needed. */
type Lookups = {
  readonly root: GroupRow
  readonly children: ReadonlyMap<number, readonly GroupRow[]>
  readonly seats: ReadonlyMap<number, readonly TokenSeat[]>
  readonly settings: Readonly<Record<GroupPage, ReadonlyMap<number, PageRow>>>
  readonly paths: Map<number, string>
}

const lookups = new WeakMap<Tree, Lookups>()

export const UNTOUCHED: PageSetting = { current: 'inherit', child: 'any', value: null }

export function makeTree({ nextNo, groups, pages, tokens }: TreeRows): Tree {
  return {
    nextNo,
    groups: new Map(groups.map((group) => [group.no, group])),
    pages: new Map(pages.map((row) => [pageKey(row.groupNo, row.page), row])),
    tokens,
  }
}

export function pageKey(groupNo: number, page: GroupPage): string {
  return `${groupNo} ${page}`
}

export function rootOf(tree: Tree): GroupRow {
  return lookupsOf(tree).root
}

/** In no order that means anything. */
export function childrenOf(tree: Tree, no: number): readonly GroupRow[] {
  return lookupsOf(tree).children.get(no) ?? []
}

export function parentOf(tree: Tree, { parentNo }: GroupRow): GroupRow | undefined {
  return parentNo === null ? undefined : tree.groups.get(parentNo)
}

/** Tokens connected at this very group, oldest first: the first one is what its token page says. */
export function tokensAt(tree: Tree, no: number): readonly TokenSeat[] {
  return lookupsOf(tree).seats.get(no) ?? []
}

export function pathOf(tree: Tree, no: number): string {
  const { paths } = lookupsOf(tree)
  const known = paths.get(no)
  if (known !== undefined) return known
  const group = tree.groups.get(no)!
  const path = `${group.parentNo === null ? '' : pathOf(tree, group.parentNo)}/${group.name}`
  paths.set(no, path)
  return path
}

/** Whatever the case of its letters. */
export function findByPath(tree: Tree, path: string): GroupRow | undefined {
  const [first, ...names] = path.replace(/\/+$/, '').split('/').slice(1)
  const root = rootOf(tree)
  if (first === undefined || !isRootName(first, root.name)) return undefined
  let group: GroupRow | undefined = root
  for (const name of names) group = group && findChild(tree, group.no, name)
  return group
}

/** The root answers to the name it began with, whatever it is called now. */
export function isRootName(name: string, rootName: string): boolean {
  return fold(name) === fold(rootName) || fold(`/${name}`) === fold(ROOT_GROUP)
}

export function findChild(tree: Tree, no: number, name: string): GroupRow | undefined {
  const folded = fold(name)
  return childrenOf(tree, no).find((child) => fold(child.name) === folded)
}

/** The group and all below it, each before the ones below it. */
export function branchOf(tree: Tree, no: number): readonly GroupRow[] {
  const branch: GroupRow[] = []
  const waiting = [tree.groups.get(no)!]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    branch.push(group)
    waiting.push(...childrenOf(tree, group.no).toReversed())
  }
  return branch
}

/** What belongs to a group that goes belongs to the nearest one above that stays. */
export function survivorOf(before: Tree, after: Tree, no: number): number {
  let at = no
  while (!after.groups.has(at)) at = before.groups.get(at)!.parentNo!
  return at
}

export function isInBranch(tree: Tree, no: number, top: number): boolean {
  for (let at: number | null = no; at !== null; at = tree.groups.get(at)?.parentNo ?? null) {
    if (at === top) return true
  }
  return false
}

/** Groups at which somebody is connected, and those at which a page was touched: the few that decide about all others. */
export function listSeated(tree: Tree): Iterable<number> {
  return lookupsOf(tree).seats.keys()
}

export function listTouched(tree: Tree, page: GroupPage): Iterable<PageRow> {
  return lookupsOf(tree).settings[page].values()
}

/** One page as it is set here. A token page overrides exactly where a token is connected. */
export function pageAt(tree: Tree, no: number, page: GroupPage): PageSetting {
  const { settings, seats } = lookupsOf(tree)
  const row = settings[page].get(no)
  if (page !== 'token') return row ?? UNTOUCHED
  const token = seats.get(no)?.[0]
  if (!row && !token) return UNTOUCHED
  const child: ChildPermission = row?.child ?? 'any'
  return { current: token ? 'override' : 'inherit', child, value: token?.name ?? null }
}

/** As the unique index of the store compares names: letters of the alphabet without their case. */
export function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function lookupsOf(tree: Tree): Lookups {
  let made = lookups.get(tree)
  if (!made) lookups.set(tree, (made = makeLookups(tree)))
  return made
}

function makeLookups({ groups, pages, tokens }: Tree): Lookups {
  const children = new Map<number, GroupRow[]>()
  let root: GroupRow | undefined
  for (const group of groups.values()) {
    if (group.parentNo === null) root ??= group
    else append(children, group.parentNo, group)
  }
  if (!root) throw new Error('the tree has no root')
  const seats = new Map<number, TokenSeat[]>()
  for (const token of tokens) if (!token.isRemoved) append(seats, token.groupNo, token)
  const settings = { token: new Map(), 'default-profile': new Map(), schedule: new Map() } as const
  for (const row of pages.values()) settings[row.page].set(row.groupNo, row)
  return { root, children, seats, settings, paths: new Map() }
}

function append<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
