import { z } from 'zod'
import { id, json, text, time } from './backup-parts.ts'
import type { GroupId, ProfileId, TokenId } from './ids.ts'
import { VERSION_STATES } from './profile.ts'

const count = z.number().int().min(1)

/** A definition as it was sent to Apple with the token. Those of tokens that are no longer connected are not in a backup. */
const version = z.strictObject({
  version: count,
  token: id<TokenId>(),
  body: text,
  state: z.enum(VERSION_STATES),
  profileUuid: text.nullable(),
  publishedAt: time,
  appVersion: text,
  checkedAt: time.nullable(),
})
const profile = z.strictObject({
  id: id<ProfileId>(),
  name: text,
  group: id<GroupId>(),
  draft: text,
  console: json,
  notes: text,
  createdAt: time,
  updatedAt: time,
  versions: z.array(version),
})

/** Absent where there are none, and in version 1. */
export const backupProfiles = {
  profiles: z.array(profile).optional(),
  /** What new devices of a token get. */
  defaultProfiles: z.array(z.strictObject({ token: id<TokenId>(), profile: id<ProfileId>() })).optional(),
}

const report = z.strictObject({ id: id(), name: text, content: json, updatedAt: time })
const schedule = z.strictObject({
  id: id(),
  /** Id of an own report or name of a preset. */
  report: text.max(200),
  path: text,
  weekday: z.number().int().min(1).max(7).nullable(),
  minuteOfDay: z.number().int().min(0).max(1439),
  keep: count,
  /** Null while it is off. */
  nextAt: time.nullable(),
})
/** Which column of a file means what. */
const mapping = z.strictObject({ signature: text, kind: text, mapping: json, savedAt: time })

/** Absent where there are none, and in version 1. */
export const backupReports = {
  reports: z.array(report).optional(),
  reportSchedules: z.array(schedule).optional(),
  importMappings: z.array(mapping).optional(),
}

export type BackupProfile = z.infer<typeof profile>
export type BackupVersion = z.infer<typeof version>
export type BackupReport = z.infer<typeof report>
export type BackupSchedule = z.infer<typeof schedule>
export type BackupMapping = z.infer<typeof mapping>
