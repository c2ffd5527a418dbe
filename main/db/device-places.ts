import type { TokenId } from '../../shared/model/ids.ts'
import { readTreeRevision } from './group-tree.ts'
import { ALL_GROUP_PATHS } from './groups.ts'
import type { ReadDb } from './open.ts'
import { all, sql } from './sql.ts'

export type TokenPlace = {
  readonly id: TokenId
  readonly name: string
  readonly groupNo: number
  /** When its last complete fetch ended. */
  readonly lastFetchAt: number | null
}

/**
 * Tokens, removed ones too, and group paths by their number, profiles by Apple's identifier in capitals: small tables that
 * every device row refers to. The number of a removed group has the path of the one above it.
 */
export type DevicePlaces = {
  readonly tokens: ReadonlyMap<number, TokenPlace>
  readonly groups: ReadonlyMap<number, string>
  /** The name of the profile here and the number of its version: "Berlin · 3". */
  readonly profiles: ReadonlyMap<string, string>
}

export function readPlaces(db: ReadDb): DevicePlaces {
  const tokens = all<TokenPlace & { readonly no: number }>(
    db,
    sql`SELECT no, id, name, group_no AS groupNo, last_fetch_at AS lastFetchAt
        FROM tokens LEFT JOIN sync_state ON token_no = no ORDER BY no`,
  )
  return {
    tokens: new Map(tokens.map(({ no, ...token }) => [no, token])),
    groups: readGroupPaths(db),
    profiles: readProfileNames(db),
  }
}

/** Only columns before the body, which may be a megabyte: SQLite does not read further than it has to. */
function readProfileNames(db: ReadDb): ReadonlyMap<string, string> {
  const rows = all<{ readonly uuid: string; readonly name: string; readonly version: number }>(
    db,
    sql`SELECT profile_uuid AS uuid, name, version
        FROM profile_versions INDEXED BY profile_versions_by_uuid JOIN profiles ON profiles.no = profile_no
        WHERE profile_uuid IS NOT NULL ORDER BY profile_uuid`,
  )
  return new Map(rows.map(({ uuid, name, version }) => [uuid.toUpperCase(), `${name} · ${version}`]))
}

/** What a profile of this identifier is called here; null for one that was made elsewhere. */
export function profileNameOf({ profiles }: DevicePlaces, uuid: string | null): string | null {
  if (uuid === null || profiles.size === 0) return null
  return profiles.get(uuid) ?? profiles.get(uuid.toUpperCase()) ?? null
}

const knownPaths = new WeakMap<ReadDb, { readonly revision: number; readonly paths: ReadonlyMap<number, string> }>()

/** Every question about devices asks for them: the same map is given as long as the tree stays as it is. */
function readGroupPaths(db: ReadDb): ReadonlyMap<number, string> {
  const revision = readTreeRevision(db)
  const known = knownPaths.get(db)
  if (known?.revision === revision) return known.paths
  const rows = all<{ no: number; path: string }>(
    db,
    sql`WITH RECURSIVE ${ALL_GROUP_PATHS} SELECT no, path FROM all_group_paths ORDER BY no`,
  )
  const paths = new Map(rows.map(({ no, path }) => [no, path]))
  // Inside a transaction of the writer the tree may still go back to what it was.
  if (!db.inTransaction || db.readonly) knownPaths.set(db, { revision, paths })
  return paths
}

/** The group a device counts for: its own, else the one its token is connected to. */
export function groupOf({ tokens }: DevicePlaces, groupNo: number, tokenNo: number): number {
  return groupNo || (tokens.get(tokenNo)?.groupNo ?? 0)
}

/**
 * A complete fetch that finds a device unchanged does not write its row, which would be a million writes for nothing.
 * So a device that is present was last seen at the later of its own time and its token's last complete fetch.
 */
export function lastSeenAt(
  { tokens }: DevicePlaces,
  seen: { at: number; isPresent: boolean; tokenNo: number },
): number {
  const fetchedAt = seen.isPresent ? tokens.get(seen.tokenNo)?.lastFetchAt : null
  return Math.max(seen.at, fetchedAt ?? -Infinity)
}
