import type { Backup } from '../../shared/model/backup.ts'
import type { BackupProfile, BackupVersion } from '../../shared/model/backup-work.ts'
import type { GroupId, ProfileId, TokenId } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

export type ProfileRows = Pick<Backup, 'profiles' | 'defaultProfiles'>

/** Numbers here of what the backup names by id; throws `backup.damaged` for one it does not bring. */
export type NumbersHere = {
  readonly group: (id: GroupId) => number
  readonly token: (id: TokenId) => number
}

type ProfileRow = Pick<BackupProfile, 'id' | 'name' | 'group' | 'draft' | 'console' | 'notes'> & {
  readonly no: number
  readonly created_at: number
  readonly updated_at: number
}
type VersionRow = Pick<BackupVersion, 'version' | 'token' | 'body' | 'state'> & {
  readonly profile_no: number
  readonly profile_uuid: string | null
  readonly published_at: number
  readonly app_version: string
  readonly checked_at: number | null
}

/** Removed profiles are left out, and so are definitions on tokens that were removed. */
export function readProfileRows(db: ReadDb): ProfileRows {
  const rows = all<ProfileRow>(
    db,
    sql`SELECT p.no, p.id, p.name, g.id AS "group", p.draft, p.console, p.notes, p.created_at, p.updated_at
        FROM profiles p JOIN groups g ON g.no = p.group_no WHERE p.removed_at IS NULL ORDER BY p.no`,
  )
  const versions = Map.groupBy(
    all<VersionRow>(
      db,
      sql`SELECT v.profile_no, v.version, t.id AS token, v.body, v.state, v.profile_uuid, v.published_at,
                 v.app_version, v.checked_at
          FROM profile_versions v JOIN tokens t ON t.no = v.token_no AND t.removed_at IS NULL
          ORDER BY v.profile_no, v.version`,
    ),
    ({ profile_no }) => profile_no,
  )
  const profiles = rows.map(({ no, created_at, updated_at, ...row }): BackupProfile => ({
    ...row,
    createdAt: created_at,
    updatedAt: updated_at,
    versions: (versions.get(no) ?? []).map(toVersion),
  }))
  const defaultProfiles = all<{ readonly token: TokenId; readonly profile: ProfileId }>(
    db,
    sql`SELECT t.id AS token, p.id AS profile
        FROM default_profiles d JOIN tokens t ON t.no = d.token_no JOIN profiles p ON p.no = d.profile_no
        WHERE t.removed_at IS NULL AND p.removed_at IS NULL ORDER BY t.no`,
  )
  return { ...(profiles.length > 0 && { profiles }), ...(defaultProfiles.length > 0 && { defaultProfiles }) }
}

function toVersion({ version, token, body, state, ...row }: VersionRow): BackupVersion {
  return {
    version,
    token,
    body,
    state,
    profileUuid: row.profile_uuid,
    publishedAt: row.published_at,
    appVersion: row.app_version,
    checkedAt: row.checked_at,
  }
}

/** Those that are not here, or were removed here. */
export function missingProfiles(db: ReadDb, { profiles = [] }: ProfileRows): readonly BackupProfile[] {
  return profiles.filter(({ id }) => !get(db, sql`SELECT 1 FROM profiles WHERE id = ${id} AND removed_at IS NULL`))
}

/** Part of the caller's transaction, after groups and tokens. */
export function addProfiles(db: WriteDb, profiles: readonly BackupProfile[], here: NumbersHere): void {
  for (const profile of profiles) {
    const row = get<{ readonly no: number }>(
      db,
      sql`INSERT INTO profiles (id, name, group_no, draft, console, notes, created_at, updated_at)
          VALUES (${profile.id}, ${freeName(db, profile.name)}, ${here.group(profile.group)}, ${profile.draft},
                  ${profile.console}, ${profile.notes}, ${profile.createdAt}, ${profile.updatedAt})
          ON CONFLICT (id) DO UPDATE
          SET name = excluded.name, group_no = excluded.group_no, draft = excluded.draft, console = excluded.console,
              notes = excluded.notes, created_at = excluded.created_at, updated_at = excluded.updated_at,
              removed_at = NULL
          RETURNING no`,
    )
    for (const version of profile.versions) addVersion(db, { ...version, profileNo: row!.no }, here)
  }
}

/** A removed profile that comes back has kept its definitions. */
function addVersion(
  db: WriteDb,
  version: BackupVersion & { readonly profileNo: number },
  { token }: NumbersHere,
): void {
  run(
    db,
    sql`INSERT INTO profile_versions (profile_no, version, token_no, body, state, profile_uuid, published_at, app_version,
                                      checked_at)
        VALUES (${version.profileNo}, ${version.version}, ${token(version.token)}, ${version.body}, ${version.state},
                ${version.profileUuid}, ${version.publishedAt}, ${version.appVersion}, ${version.checkedAt})
        ON CONFLICT (profile_no, version) DO NOTHING`,
  )
}

/** A token that has a default here keeps it. */
export function addDefaultProfiles(db: WriteDb, { defaultProfiles = [] }: ProfileRows, { token }: NumbersHere): void {
  for (const { token: tokenId, profile } of defaultProfiles) {
    run(
      db,
      sql`INSERT INTO default_profiles (token_no, profile_no)
          VALUES (${token(tokenId)}, (SELECT no FROM profiles WHERE id = ${profile})) ON CONFLICT DO NOTHING`,
    )
  }
}

/** Names are unique: a second one of the same name gets a number. */
function freeName(db: ReadDb, name: string): string {
  const isTaken = (text: string) => get(db, sql`SELECT 1 FROM profiles WHERE name = ${text} AND removed_at IS NULL`)
  let free = name
  for (let number = 2; isTaken(free); number++) free = `${name} (${number})`
  return free
}
