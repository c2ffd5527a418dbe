import type { ConsoleSettings } from '../../shared/model/profile.ts'
import type { ReadDb } from './open.ts'
import { readConsoleSettings } from './profiles.ts'
import { all, get, sql } from './sql.ts'

/** A definition of a profile of this product, with what was sent. */
export type StoredDefinition = {
  readonly no: number
  readonly id: string
  readonly name: string
  readonly version: number
  readonly profileNo: number
  readonly body: string
  readonly state: string
  readonly publishedAt: number
  readonly console: ConsoleSettings
}

/** The definition with this identifier of Apple's; undefined for a profile that was made elsewhere. */
export function findDefinitionByUuid(db: ReadDb, profileUuid: string): StoredDefinition | undefined {
  const row = get<Omit<StoredDefinition, 'console'> & { readonly console: string }>(
    db,
    sql`SELECT profile_versions.no, profiles.id, name, version, profile_no AS profileNo, body, state,
               published_at AS publishedAt, console
        FROM profile_versions JOIN profiles ON profiles.no = profile_no
        WHERE profile_uuid IN (${profileUuid}, ${profileUuid.toUpperCase()}, ${profileUuid.toLowerCase()})
        ORDER BY profile_versions.no DESC LIMIT 1`,
  )
  return row && { ...row, console: readConsoleSettings(row.console) }
}

/** When the credentials of a token came: a renewal brings new ones. */
export function findImportedAt(db: ReadDb, tokenNo: number): number | null {
  const row = get<{ readonly at: number }>(
    db,
    sql`SELECT secrets.created_at AS at FROM tokens JOIN secrets ON secrets.id = credentials_secret_id
        WHERE tokens.no = ${tokenNo}`,
  )
  return row?.at ?? null
}

/** What a device should have, where somebody chose: the name, and Apple's identifier once there is one for this token. */
export function findWish(
  db: ReadDb,
  deviceId: number,
  tokenNo: number,
):
  | { readonly profileNo: number | null; readonly profile: string | null; readonly profileUuid: string | null }
  | undefined {
  return get(
    db,
    sql`SELECT desired_profiles.profile_no AS profileNo, profiles.name AS profile, (
            SELECT profile_uuid FROM profile_versions AS known
            WHERE known.profile_no = desired_profiles.profile_no AND known.token_no = ${tokenNo}
              AND profile_uuid IS NOT NULL
            ORDER BY known.no IS desired_profiles.version_no DESC, known.version DESC LIMIT 1
          ) AS profileUuid
        FROM desired_profiles LEFT JOIN profiles ON profiles.no = desired_profiles.profile_no
        WHERE device_id = ${deviceId}`,
  )
}

/** Counting stops there: that many are many. */
const MANY = 1000

/** Devices of a token whose assignment Apple has not confirmed, in all and with the same profile. */
export function countWaiting(
  db: ReadDb,
  tokenNo: number,
  profileNo: number | null,
): { readonly all: number; readonly sameProfile: number; readonly profiles: number } {
  const rows = all<{ readonly profile_no: number | null }>(
    db,
    sql`SELECT (SELECT profile_no FROM profile_versions WHERE profile_versions.no = version_no) AS profile_no
        FROM profile_assignments WHERE token_no = ${tokenNo} AND next_attempt_at IS NOT NULL LIMIT ${MANY}`,
  )
  const known = get<{ readonly profiles: number }>(
    db,
    sql`SELECT count(DISTINCT profile_no) AS profiles FROM profile_versions WHERE token_no = ${tokenNo}`,
  )
  return {
    all: rows.length,
    sameProfile: rows.filter((row) => row.profile_no === profileNo).length,
    profiles: known?.profiles ?? 0,
  }
}

/** The serial number of what Apple gave in its place, where it told. */
export function findReplacedBy(db: ReadDb, deviceId: number): string | null {
  const row = get<{ readonly serial: string | null }>(
    db,
    sql`SELECT detail ->> 'serial' AS serial FROM events
        WHERE device_id = ${deviceId} AND kind = 'replaced-by' ORDER BY no DESC LIMIT 1`,
  )
  return row?.serial ?? null
}

/** Null where the group has none, or is not there. */
export function findGroupIdOf(db: ReadDb, groupNo: number): string | null {
  return (
    get<{ readonly group_id: string | null }>(db, sql`SELECT group_id FROM groups WHERE no = ${groupNo}`)?.group_id ??
    null
  )
}

export function readDeviceId(db: ReadDb, serial: string): number | undefined {
  return get<{ readonly id: number }>(db, sql`SELECT id FROM devices WHERE serial = ${serial}`)?.id
}
