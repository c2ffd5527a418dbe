import type { DeviceFields, NewEvent } from '../../db/device-rows.ts'
import type { EventKind } from '../../../shared/model/device.ts'
import { hasProfile } from './lifecycle.ts'
import type { ToldFields } from './read-device.ts'

export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

const PROFILE_FIELDS: ReadonlySet<string> = new Set([
  'profileStatus',
  'profileUuid',
  'profileAssignTime',
  'profilePushTime',
])

/** Members of Apple's object that have a field of their own. */
const FIELD_MEMBERS: ReadonlySet<string> = new Set([
  'model',
  'description',
  'color',
  'asset_tag',
  'device_family',
  'os',
  'profile_status',
  'profile_uuid',
  'profile_assign_time',
  'profile_push_time',
  'device_assigned_date',
  'device_assigned_by',
  'mdm_migration_deadline',
])

/** Longer values are not worth a line in a history. */
const MAX_VALUE_LENGTH = 200

/**
 * A state as Apple tells it over what is stored. What belongs to the hardware does not vanish because an answer leaves
 * it out; the members about the profile are told together or not at all; every other absent member means "none".
 */
export function mergeState(before: DeviceFields, told: ToldFields): DeviceFields {
  const profile = profileSource(before, told)
  return {
    model: told.model === undefined ? before.model : told.model,
    description: told.description === undefined ? before.description : told.description,
    color: told.color === undefined ? before.color : told.color,
    family: told.family === undefined ? before.family : told.family,
    os: told.os === undefined ? before.os : told.os,
    profileStatus: profile.profileStatus ?? null,
    profileUuid: profile.profileUuid ?? null,
    profileAssignTime: profile.profileAssignTime ?? null,
    profilePushTime: profile.profilePushTime ?? null,
    assetTag: told.assetTag ?? null,
    assignedBy: told.assignedBy ?? null,
    assignedDate: told.assignedDate ?? null,
    migrationDeadline: told.migrationDeadline ?? null,
  }
}

/** The row of a device that is gone may hold next to nothing: what was known stays known. */
export function mergeGone(before: DeviceFields, told: ToldFields): DeviceFields {
  const profile = profileSource(before, told)
  return {
    model: told.model ?? before.model,
    description: told.description ?? before.description,
    color: told.color ?? before.color,
    family: told.family ?? before.family,
    os: told.os ?? before.os,
    profileStatus: profile.profileStatus ?? null,
    profileUuid: profile.profileUuid ?? null,
    profileAssignTime: profile.profileAssignTime ?? null,
    profilePushTime: profile.profilePushTime ?? null,
    assetTag: told.assetTag ?? before.assetTag,
    assignedBy: told.assignedBy ?? before.assignedBy,
    assignedDate: told.assignedDate ?? before.assignedDate,
    migrationDeadline: told.migrationDeadline ?? before.migrationDeadline,
  }
}

/** What an older event may still add: facts about the hardware that no newer one has told. */
export function fillGaps(before: DeviceFields, told: ToldFields): DeviceFields {
  return {
    ...before,
    model: before.model ?? told.model ?? null,
    description: before.description ?? told.description ?? null,
    color: before.color ?? told.color ?? null,
    family: before.family ?? told.family ?? null,
    os: before.os ?? told.os ?? null,
  }
}

function profileSource(before: DeviceFields, told: ToldFields): DeviceFields | ToldFields {
  return told.profileStatus === undefined && told.profileUuid === undefined ? before : told
}

/** Which fields differ. Profile UUIDs are opaque texts whose case means nothing. */
export function changedFields(before: DeviceFields, after: DeviceFields): Changes {
  const changes: Record<string, readonly [unknown, unknown]> = {}
  for (const field of Object.keys(after) as (keyof DeviceFields)[]) {
    if (before[field] !== after[field] && !(field === 'profileUuid' && isSameUuid(before[field], after[field]))) {
      changes[field] = [shorten(before[field]), shorten(after[field])]
    }
  }
  return changes
}

/** Which members without a field of their own differ between two objects as received; the order of members does not count. */
export function changedMembers(before: string | null, after: string | null): Changes {
  const old = parseObject(before)
  const current = parseObject(after)
  const changes: Record<string, readonly [unknown, unknown]> = {}
  for (const member of new Set([...Object.keys(old), ...Object.keys(current)])) {
    if (FIELD_MEMBERS.has(member) || member === 'serial_number') continue
    const [was, is] = [JSON.stringify(old[member]), JSON.stringify(current[member])]
    if (was !== is) changes[member] = [shorten(old[member] ?? null), shorten(current[member] ?? null)]
  }
  return changes
}

/** The lines a change of state leaves in the history: one about the profile, one about everything else. */
export function changeEvents(
  changes: Changes,
  { before, after, at }: { readonly before: DeviceFields; readonly after: DeviceFields; readonly at: number },
): readonly NewEvent[] {
  const profile = pick(changes, (field) => PROFILE_FIELDS.has(field))
  const other = pick(changes, (field) => !PROFILE_FIELDS.has(field))
  const events: NewEvent[] = []
  const hasProfileMoved = 'profileStatus' in changes || 'profileUuid' in changes
  if (profile && !hasProfileMoved) events.push({ kind: 'modified', at, detail: profile })
  if (profile && hasProfileMoved) events.push({ ...profileEvent(before, after, at), detail: profile })
  if (other) events.push({ kind: 'modified', at, detail: other })
  return events
}

function profileEvent(before: DeviceFields, after: DeviceFields, at: number): { kind: EventKind; at: number } {
  if (after.profileStatus?.toLowerCase() === 'pushed')
    return { kind: 'profile-pushed', at: after.profilePushTime ?? at }
  if (hasProfile(after.profileStatus)) return { kind: 'profile-assigned', at: after.profileAssignTime ?? at }
  return { kind: hasProfile(before.profileStatus) ? 'profile-removed' : 'modified', at }
}

function pick(changes: Changes, isWanted: (field: string) => boolean): Changes | undefined {
  const wanted = Object.entries(changes).filter(([field]) => isWanted(field))
  return wanted.length === 0 ? undefined : Object.fromEntries(wanted)
}

export function isSameUuid(a: string | null, b: string | null): boolean {
  return a?.toUpperCase() === b?.toUpperCase()
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH)}…` : value
  const json = JSON.stringify(value) ?? 'null'
  return json.length > MAX_VALUE_LENGTH ? `${json.slice(0, MAX_VALUE_LENGTH)}…` : value
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> {
  return json === null ? {} : (JSON.parse(json) as Record<string, unknown>) // an object: written by this folder
}
