import type { ProfileId } from '../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS, type ConsoleSettings } from '../../shared/model/profile.ts'
import { groupPathOf } from './groups.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql, type Sql } from './sql.ts'

export type StoredProfile = {
  readonly no: number
  readonly id: ProfileId
  readonly name: string
  readonly group: string
  readonly draft: string
  readonly console: ConsoleSettings
  readonly notes: string
  readonly updatedAt: number
}

type ProfileRow = {
  readonly no: number
  readonly id: ProfileId
  readonly name: string
  readonly path: string
  readonly draft: string
  readonly console: string
  readonly notes: string
  readonly updated_at: number
}

/** By name; removed ones are left out. */
export function listProfiles(db: ReadDb): readonly StoredProfile[] {
  return select(db, sql`TRUE`)
}

/** By id or by name, whatever the case of its letters. */
export function findProfile(db: ReadDb, idOrName: string): StoredProfile | undefined {
  return select(db, sql`(id = ${idOrName} OR profiles.name = ${idOrName})`)[0]
}

function select(db: ReadDb, where: Sql): readonly StoredProfile[] {
  return all<ProfileRow>(
    db,
    sql`SELECT profiles.no, id, profiles.name, ${groupPathOf(sql`profiles.group_no`)} AS path, draft, console, notes, updated_at
        FROM profiles WHERE removed_at IS NULL AND ${where} ORDER BY profiles.name`,
  ).map(({ path, console, updated_at, ...row }) => ({
    ...row,
    group: path,
    console: readConsoleSettings(console),
    updatedAt: updated_at,
  }))
}

/** What earlier versions of ADE Desk did not ask for is not noted. */
export function readConsoleSettings(text: string): ConsoleSettings {
  return { ...NO_CONSOLE_SETTINGS, ...(JSON.parse(text) as Partial<ConsoleSettings>) } // only this file writes it
}

export type ProfileFields = {
  readonly name: string
  readonly groupNo: number
  readonly draft: string
  readonly console: ConsoleSettings
  readonly notes: string
}

export function insertProfile(db: WriteDb, id: ProfileId, fields: ProfileFields, now: number): void {
  const { name, groupNo, draft, notes } = fields
  run(
    db,
    sql`INSERT INTO profiles (id, name, group_no, draft, console, notes, created_at, updated_at)
        VALUES (${id}, ${name}, ${groupNo}, ${draft}, ${JSON.stringify(fields.console)}, ${notes}, ${now}, ${now})`,
  )
}

export function updateProfile(db: WriteDb, no: number, fields: ProfileFields, now: number): void {
  const { name, groupNo, draft, notes } = fields
  run(
    db,
    sql`UPDATE profiles SET name = ${name}, group_no = ${groupNo}, draft = ${draft},
            console = ${JSON.stringify(fields.console)}, notes = ${notes}, updated_at = ${now} WHERE no = ${no}`,
  )
}

export function hideProfile(db: WriteDb, no: number, now: number): void {
  run(db, sql`UPDATE profiles SET removed_at = ${now} WHERE no = ${no}`)
}

/** Names of the tokens whose new devices get this profile. */
export function listDefaultsOf(db: ReadDb, profileNo: number): readonly string[] {
  return all<{ readonly name: string }>(
    db,
    sql`SELECT tokens.name FROM default_profiles JOIN tokens ON tokens.no = default_profiles.token_no
        WHERE profile_no = ${profileNo} AND tokens.removed_at IS NULL ORDER BY tokens.name`,
  ).map(({ name }) => name)
}

export function setDefaultProfile(db: WriteDb, tokenNo: number, profileNo: number | null): void {
  run(db, sql`DELETE FROM default_profiles WHERE token_no = ${tokenNo}`)
  if (profileNo === null) return
  run(db, sql`INSERT INTO default_profiles (token_no, profile_no) VALUES (${tokenNo}, ${profileNo})`)
}

export function findDefaultProfile(db: ReadDb, tokenNo: number): number | undefined {
  return get<{ readonly profile_no: number }>(
    db,
    sql`SELECT profile_no FROM default_profiles WHERE token_no = ${tokenNo}`,
  )?.profile_no
}
