import type { VersionState } from '../../shared/model/profile.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

export type StoredVersion = {
  readonly no: number
  readonly version: number
  readonly tokenNo: number
  readonly token: string
  /** The text that was sent. */
  readonly body: string
  readonly state: VersionState
  readonly profileUuid: string | null
  readonly publishedAt: number
  readonly appVersion: string
}

type VersionRow = {
  readonly no: number
  readonly version: number
  readonly token_no: number
  readonly token: string
  readonly body: string
  readonly state: VersionState
  readonly profile_uuid: string | null
  readonly published_at: number
  readonly app_version: string
}

/** Newest first. */
export function listVersions(db: ReadDb, profileNo: number): readonly StoredVersion[] {
  return all<VersionRow>(
    db,
    sql`SELECT profile_versions.no, profile_versions.version, token_no, tokens.name AS token, body, profile_versions.state, profile_uuid,
               published_at, app_version
        FROM profile_versions JOIN tokens ON tokens.no = token_no
        WHERE profile_no = ${profileNo} ORDER BY profile_versions.version DESC`,
  ).map(({ token_no, profile_uuid, published_at, app_version, ...row }) => ({
    ...row,
    tokenNo: token_no,
    profileUuid: profile_uuid,
    publishedAt: published_at,
    appVersion: app_version,
  }))
}

export type NewVersion = {
  readonly profileNo: number
  readonly tokenNo: number
  readonly body: string
  readonly appVersion: string
  readonly now: number
}

/** Notes that Apple is about to be asked. Answers the row to be told the outcome of. */
export function beginVersion(db: WriteDb, { profileNo, tokenNo, body, appVersion, now }: NewVersion): number {
  const { last } = get<{ readonly last: number | null }>(
    db,
    sql`SELECT max(version) AS last FROM profile_versions WHERE profile_no = ${profileNo}`,
  )!
  const { lastInsertRowid } = run(
    db,
    sql`INSERT INTO profile_versions (profile_no, version, token_no, body, state, published_at, app_version)
        VALUES (${profileNo}, ${(last ?? 0) + 1}, ${tokenNo}, ${body}, 'defining', ${now}, ${appVersion})`,
  )
  return Number(lastInsertRowid)
}

export function endVersion(
  db: WriteDb,
  no: number,
  outcome: { readonly state: VersionState; readonly profileUuid: string | null; readonly now: number },
): void {
  const { state, profileUuid, now } = outcome
  run(
    db,
    sql`UPDATE profile_versions SET state = ${state}, profile_uuid = ${profileUuid}, checked_at = ${now} WHERE no = ${no}`,
  )
}

/** Apple refused it before anything was made there: as if it had never been asked. */
export function forgetVersion(db: WriteDb, no: number): void {
  run(db, sql`DELETE FROM profile_versions WHERE no = ${no} AND state = 'defining'`)
}

/** A definition Apple no longer knows: its devices wait for another one. */
export function markVersionGone(db: WriteDb, versionNo: number, now: number): void {
  run(db, sql`UPDATE profile_versions SET state = 'gone', checked_at = ${now} WHERE no = ${versionNo}`)
}
