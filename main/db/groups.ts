import type { ReadDb } from './open.ts'
import { all, get, sql, type Sql } from './sql.ts'

/** The group every store begins with. When it was renamed it still answers to this, so that scripts go on working. */
export const ROOT_GROUP = '/Global'

/** The path of the group whose number is in `column`, from there up: for a few rows, whatever the size of the tree. */
export function groupPathOf(column: Sql): Sql {
  return sql`(WITH RECURSIVE up (parent_no, path) AS (
    SELECT parent_no, '/' || name FROM groups WHERE no = ${column}
    UNION ALL
    SELECT groups.parent_no, '/' || groups.name || up.path FROM up JOIN groups ON groups.no = up.parent_no
  ) SELECT path FROM up WHERE parent_no IS NULL)`
}

/**
 * A common table `all_group_paths (no, path)` of the whole tree: put it after WITH RECURSIVE and join by `no`. Numbers of
 * removed groups stand for the group their devices count for now. The indexes are named: statistics made when the tree was
 * small would have it look through all groups for each of them.
 */
export const ALL_GROUP_PATHS = sql`group_paths (no, path) AS (
  SELECT no, '/' || name FROM groups WHERE parent_no IS NULL
  UNION ALL
  SELECT groups.no, group_paths.path || '/' || groups.name
  FROM group_paths CROSS JOIN groups INDEXED BY groups_below ON groups.parent_no = group_paths.no
), all_group_paths (no, path) AS (
  SELECT no, path FROM group_paths
  UNION ALL
  SELECT removed_groups.no, all_group_paths.path
  FROM all_group_paths CROSS JOIN removed_groups INDEXED BY removed_groups_below
       ON removed_groups.into_no = all_group_paths.no
)`

/** `/Global/EMEA/Berlin`, whatever the case of its letters; the path comes back as stored. The root answers to `/Global` always. */
export function findGroup(db: ReadDb, path: string): { readonly no: number; readonly path: string } | undefined {
  const given = path.replace(/\/+$/, '').split('/').slice(1)
  const root = get<{ readonly name: string }>(db, sql`SELECT name FROM groups WHERE parent_no IS NULL`)
  const isRootByItsFirstName = `/${given[0] ?? ''}`.toLowerCase() === ROOT_GROUP.toLowerCase()
  const names = isRootByItsFirstName && root ? [root.name, ...given.slice(1)] : given
  let found: { no: number; path: string } | undefined
  for (const name of names) {
    const group = get<{ readonly no: number; readonly name: string }>(
      db,
      sql`SELECT no, name FROM groups WHERE ifnull(parent_no, 0) = ${found?.no ?? 0} AND name = ${name} COLLATE NOCASE`,
    )
    if (!group) return undefined
    found = { no: group.no, path: `${found?.path ?? ''}/${group.name}` }
  }
  return found
}

/** For a group that is gone: the number of the one its devices count for now. */
export function listRemovedGroups(db: ReadDb): ReadonlyMap<number, number> {
  const rows = all<{ readonly no: number; readonly atNo: number }>(
    db,
    sql`WITH RECURSIVE landed (no, at_no) AS (
          SELECT no, into_no FROM removed_groups WHERE into_no IN (SELECT no FROM groups)
          UNION ALL
          SELECT removed_groups.no, landed.at_no
          FROM landed CROSS JOIN removed_groups INDEXED BY removed_groups_below ON removed_groups.into_no = landed.no
        )
        SELECT no, at_no AS atNo FROM landed`,
  )
  return new Map(rows.map(({ no, atNo }) => [no, atNo]))
}

/** Never given before, also not to a group that is gone: device rows may still name it. */
export function nextGroupNo(db: ReadDb): number {
  return get<{ readonly no: number }>(
    db,
    sql`SELECT max((SELECT ifnull(max(no), 0) FROM groups), (SELECT ifnull(max(no), 0) FROM removed_groups)) + 1 AS no`,
  )!.no
}
