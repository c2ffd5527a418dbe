import type { GroupId, TokenId } from '../../shared/model/ids.ts'
import type { ChildPermission, CurrentSetting, GroupPage } from '../../shared/model/group.ts'
import { nextGroupNo } from './groups.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

export type GroupRow = {
  readonly no: number
  readonly id: GroupId
  /** Null for the root. */
  readonly parentNo: number | null
  readonly name: string
  readonly type: string
  readonly groupId: string | null
  readonly createdAt: number
}

/** A page that was touched at a group; one that was not has no row. */
export type PageRow = {
  readonly groupNo: number
  readonly page: GroupPage
  readonly current: CurrentSetting
  readonly child: ChildPermission
  readonly value: string | null
}

/** Where a token is connected. Removed ones keep a place, so that history can name it. */
export type TokenSeat = {
  readonly no: number
  readonly id: TokenId
  readonly name: string
  readonly groupNo: number
  readonly serverUuid: string | null
  readonly isRemoved: boolean
}

/** What else belongs to a group, and to the one above when the group is removed. */
export type Seat = { readonly kind: 'key-pair' | 'profile'; readonly id: string; readonly groupNo: number }

/** Everything the tree is made of, as stored. */
export type TreeRows = {
  readonly revision: number
  /** Never given before, also not to a group that is gone. */
  readonly nextNo: number
  readonly groups: readonly GroupRow[]
  readonly pages: readonly PageRow[]
  /** Oldest first. */
  readonly tokens: readonly TokenSeat[]
}

/** A row as it was and as it is to be; null where there is none. */
export type RowChange<T> = { readonly before: T | null; readonly after: T | null }

export type TreePatch = {
  readonly groups: readonly RowChange<GroupRow>[]
  readonly pages: readonly RowChange<PageRow>[]
  readonly tokens: readonly { readonly no: number; readonly before: number; readonly after: number }[]
  readonly seats: readonly (Omit<Seat, 'groupNo'> & { readonly before: number; readonly after: number })[]
}

export function readTreeRevision(db: ReadDb): number {
  return get<{ readonly revision: number }>(db, sql`SELECT revision FROM group_tree`)!.revision
}

/** Five thousand groups take a hundredth of a second. */
export function readTreeRows(db: ReadDb): TreeRows {
  return {
    revision: readTreeRevision(db),
    nextNo: nextGroupNo(db),
    groups: all<GroupRow>(
      db,
      sql`SELECT no, id, parent_no AS parentNo, name, type, group_id AS groupId, created_at AS createdAt
          FROM groups ORDER BY no`,
    ),
    pages: all<PageRow>(db, sql`SELECT group_no AS groupNo, page, current, child, value FROM group_pages`),
    tokens: all<Omit<TokenSeat, 'isRemoved'> & { readonly removedAt: number | null }>(
      db,
      sql`SELECT no, id, name, group_no AS groupNo, server_uuid AS serverUuid, removed_at AS removedAt
          FROM tokens ORDER BY no`,
    ).map(({ removedAt, ...token }) => ({ ...token, isRemoved: removedAt !== null })),
  }
}

/** The revision does not tell of them: they are read anew for each change. */
export function readSeats(db: ReadDb): readonly Seat[] {
  return all<Seat>(
    db,
    sql`SELECT 'key-pair' AS kind, id, group_no AS groupNo FROM key_pairs
        UNION ALL SELECT 'profile', id, group_no FROM profiles`,
  )
}

const SEAT_TABLES = { 'key-pair': sql`key_pairs`, profile: sql`profiles` } as const

/** Part of the caller's transaction. Rows must be as `before` says: the caller has read them in the same one. */
export function applyTreePatch(db: WriteDb, { groups, pages, tokens, seats }: TreePatch): void {
  // A group comes or goes together with what names it: only the end of the transaction must be whole.
  db.pragma('defer_foreign_keys = ON')
  for (const { no, after } of tokens) run(db, sql`UPDATE tokens SET group_no = ${after} WHERE no = ${no}`)
  for (const { kind, id, before, after } of seats) {
    const table = SEAT_TABLES[kind]
    run(db, sql`UPDATE ${table} SET group_no = ${after} WHERE id = ${id} AND group_no = ${before}`)
  }
  for (const { before } of pages) if (before) deletePage(db, before)
  for (const { before, after } of groups) if (before && !after) removeGroup(db, before)
  for (const { before, after } of groups) if (before && after) updateGroup(db, after)
  for (const { before, after } of groups) if (!before && after) insertGroup(db, after)
  for (const { after } of pages) if (after) insertPage(db, after)
}

/** The number is free, or it is the one this very group had before it was removed. */
function insertGroup(db: WriteDb, { no, id, parentNo, name, type, groupId, createdAt }: GroupRow): void {
  run(
    db,
    sql`INSERT INTO groups (no, id, parent_no, name, type, group_id, created_at)
        VALUES (${no}, ${id}, ${parentNo}, ${name}, ${type}, ${groupId}, ${createdAt})`,
  )
  run(db, sql`DELETE FROM removed_groups WHERE no = ${no}`)
}

function updateGroup(db: WriteDb, { no, parentNo, name, type, groupId }: GroupRow): void {
  run(
    db,
    sql`UPDATE groups SET parent_no = ${parentNo}, name = ${name}, type = ${type}, group_id = ${groupId}
        WHERE no = ${no}`,
  )
}

/** Its devices count for the group above from now on. */
function removeGroup(db: WriteDb, { no, parentNo }: GroupRow): void {
  run(db, sql`DELETE FROM groups WHERE no = ${no}`)
  run(db, sql`INSERT OR REPLACE INTO removed_groups (no, into_no) VALUES (${no}, ${parentNo})`)
}

function insertPage(db: WriteDb, { groupNo, page, current, child, value }: PageRow): void {
  run(
    db,
    sql`INSERT INTO group_pages (group_no, page, current, child, value)
        VALUES (${groupNo}, ${page}, ${current}, ${child}, ${value})`,
  )
}

function deletePage(db: WriteDb, { groupNo, page }: PageRow): void {
  run(db, sql`DELETE FROM group_pages WHERE group_no = ${groupNo} AND page = ${page}`)
}

export type StoredUndo<K extends string = string> = {
  readonly kind: K
  /** Path of the group the change was about, as it was called afterwards. */
  readonly group: string
  readonly at: number
  /** Of the tree right after the change: another one means that something else happened since. */
  readonly revision: number
  readonly patch: TreePatch
}

/** The last change, while nothing else has moved the tree. */
export function readUndo(db: ReadDb): StoredUndo | undefined {
  const row = get<{ readonly undo: string | null; readonly revision: number }>(
    db,
    sql`SELECT undo, revision FROM group_tree`,
  )
  if (!row?.undo) return undefined
  const undo = JSON.parse(row.undo) as StoredUndo // written by this file
  return undo.revision === row.revision ? undo : undefined
}

/** The words of the last change without its rows, which may be megabytes. */
export function readUndoTitle(db: ReadDb): Omit<StoredUndo, 'patch' | 'revision'> | undefined {
  return get<Omit<StoredUndo, 'patch' | 'revision'>>(
    db,
    sql`SELECT undo ->> 'kind' AS kind, undo ->> 'group' AS "group", undo ->> 'at' AS at FROM group_tree
        WHERE undo IS NOT NULL AND undo ->> 'revision' = revision`,
  )
}

/** Part of the transaction of the change. */
export function saveUndo(db: WriteDb, undo: Omit<StoredUndo, 'revision'> | null): void {
  const text = undo && JSON.stringify({ ...undo, revision: readTreeRevision(db) } satisfies StoredUndo)
  run(db, sql`UPDATE group_tree SET undo = ${text}`)
}

/** One page at the groups from the root down to the one a token is connected to. Untouched ones have nulls. */
export type ChainRow = {
  readonly no: number
  readonly name: string
  readonly current: CurrentSetting | null
  readonly child: ChildPermission | null
  readonly value: string | null
}

export function readPageChain(db: ReadDb, tokenNo: number, page: GroupPage): readonly ChainRow[] {
  return all<ChainRow>(
    db,
    sql`WITH RECURSIVE chain (no, parent_no, name, height) AS (
          SELECT groups.no, parent_no, groups.name, 0
          FROM tokens JOIN groups ON groups.no = tokens.group_no WHERE tokens.no = ${tokenNo}
          UNION ALL
          SELECT groups.no, groups.parent_no, groups.name, height + 1
          FROM chain JOIN groups ON groups.no = chain.parent_no
        )
        SELECT chain.no, name, current, child, value
        FROM chain LEFT JOIN group_pages ON group_pages.group_no = chain.no AND page = ${page}
        ORDER BY height DESC`,
  )
}
