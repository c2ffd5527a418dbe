import type { ReadDb } from './open.ts'
import { get, sql } from './sql.ts'

/** The group every store begins with. */
export const ROOT_GROUP = '/Global'

/** A common table `group_paths (no, path)`: put it after WITH RECURSIVE and join by `no`. */
export const GROUP_PATHS = sql`group_paths (no, path) AS (
  SELECT no, '/' || name FROM groups WHERE parent_no IS NULL
  UNION ALL
  SELECT groups.no, group_paths.path || '/' || groups.name FROM groups JOIN group_paths ON groups.parent_no = group_paths.no
)`

/** `/Global/EMEA/Berlin`, whatever the case of its letters; the path comes back as stored. */
export function findGroup(db: ReadDb, path: string): { readonly no: number; readonly path: string } | undefined {
  const names = path.replace(/\/+$/, '').split('/').slice(1)
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
