import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS, TOKEN_STATUS, type Device } from '../../shared/model/device.ts'
import type { Serial } from '../../shared/model/ids.ts'
import { groupOf, lastSeenAt, profileNameOf, type DevicePlaces } from './device-places.ts'
import type { ReadDb } from './open.ts'
import { all, get, prepare, sql } from './sql.ts'
import { createWordReader } from './words.ts'

type DeviceRow = {
  readonly serial: Serial
  readonly model_id: number | null
  readonly description_id: number | null
  readonly color_id: number | null
  readonly asset_tag: string | null
  readonly family_id: number | null
  readonly os_id: number | null
  readonly token_no: number | null
  readonly group_no: number | null
  readonly at_apple: number
  readonly gone_since_at: number | null
  readonly gone_reason_id: number | null
  readonly profile_status_id: number | null
  readonly profile_uuid_id: number | null
  readonly assignment: number
  readonly assignment_error_id: number | null
  readonly next_attempt_at: number | null
  readonly enrollment_status: number
  readonly token_status: number
  readonly user_name: string | null
  readonly friendly_name: string | null
  readonly console_seen_at: number | null
  readonly console_at: number | null
  readonly assigned_date_at: number | null
  readonly assigned_by_id: number | null
  readonly profile_assign_at: number | null
  readonly profile_push_at: number | null
  readonly migration_deadline_at: number | null
  readonly first_seen_at: number
  readonly last_seen_at: number
}

/** One statement for a whole page: `json_each` drives, each device is found by its id. */
export const DEVICES_BY_ID = `
  SELECT devices.* FROM json_each(?) AS wanted CROSS JOIN devices ON devices.id = wanted.value ORDER BY wanted.key`

/** The devices of these ids, in this order, as they are stored now; ids that do not exist are left out. */
export function readDevices(db: ReadDb, ids: readonly number[], places: DevicePlaces): Device[] {
  const rows = prepare(db, DEVICES_BY_ID).all(JSON.stringify(ids)) as DeviceRow[]
  const wordText = createWordReader(db)
  return rows.map((row) => toDevice(row, places, wordText))
}

export type FoundDevice = {
  readonly id: number
  readonly device: Device
  readonly raw: Readonly<Record<string, unknown>> | null
}

export function findDevice(db: ReadDb, serial: Serial, places: DevicePlaces): FoundDevice | undefined {
  const row = get<DeviceRow & { id: number }>(db, sql`SELECT * FROM devices WHERE serial = ${serial}`)
  if (!row) return undefined
  const [raw] = all<{ json: string }>(db, sql`SELECT json FROM device_raw WHERE device_id = ${row.id}`)
  return {
    id: row.id,
    device: toDevice(row, places, createWordReader(db)),
    raw: raw ? (JSON.parse(raw.json) as Record<string, unknown>) : null, // an object: `device-pages.ts` writes it
  }
}

/** Codes are positions in the lists of `shared/model/device.ts`. */
function toDevice(row: DeviceRow, places: DevicePlaces, wordText: (id: number) => string): Device {
  const word = (id: number | null) => (id === null ? null : wordText(id))
  const tokenNo = row.token_no ?? 0
  const token = places.tokens.get(tokenNo)
  const atApple = AT_APPLE[row.at_apple]!
  const profileUuid = word(row.profile_uuid_id)
  return {
    serial: row.serial,
    model: word(row.model_id),
    description: word(row.description_id),
    color: word(row.color_id),
    assetTag: row.asset_tag,
    family: word(row.family_id),
    os: word(row.os_id),
    token: token?.name ?? null,
    tokenId: token?.id ?? null,
    group: places.groups.get(groupOf(places, row.group_no ?? 0, tokenNo)) ?? null,
    atApple,
    goneSince: row.gone_since_at,
    goneReason: word(row.gone_reason_id),
    profileStatus: word(row.profile_status_id),
    profileUuid,
    profileName: profileNameOf(places, profileUuid),
    assignment: ASSIGNMENT[row.assignment]!,
    assignmentError: word(row.assignment_error_id),
    nextAttemptAt: row.next_attempt_at,
    enrollmentStatus: ENROLLMENT_STATUS[row.enrollment_status]!,
    tokenStatus: TOKEN_STATUS[row.token_status]!,
    user: row.user_name,
    friendlyName: row.friendly_name,
    consoleLastSeenAt: row.console_seen_at,
    consoleAsOf: row.console_at,
    assignedDate: row.assigned_date_at,
    assignedBy: word(row.assigned_by_id),
    profileAssignTime: row.profile_assign_at,
    profilePushTime: row.profile_push_at,
    migrationDeadline: row.migration_deadline_at,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: lastSeenAt(places, { at: row.last_seen_at, isPresent: atApple === 'present', tokenNo }),
  }
}
