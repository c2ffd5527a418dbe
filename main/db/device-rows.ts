import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS } from '../../shared/model/device.ts'
import type { Assignment, AtApple, EnrollmentStatus, EventKind, GoneReason } from '../../shared/model/device.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ConsoleWord } from '../../shared/model/lifecycle.ts'
import type { ReadDb } from './open.ts'
import { prepare, type SqlValue } from './sql.ts'
import { wordText } from './words.ts'

/** What Apple tells about a device, understood. Texts as received, times in milliseconds UTC, absent is null. */
export type DeviceFields = {
  readonly model: string | null
  readonly description: string | null
  readonly color: string | null
  readonly assetTag: string | null
  readonly family: string | null
  readonly os: string | null
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly assignedBy: string | null
  readonly assignedDate: number | null
  readonly profileAssignTime: number | null
  readonly profilePushTime: number | null
  readonly migrationDeadline: number | null
}

/** Where a device is shown, and what follows from it. */
export type DeviceStanding = {
  readonly tokenNo: number | null
  readonly atApple: AtApple
  readonly goneSince: number | null
  readonly goneReason: GoneReason | null
  readonly assignment: Assignment
  readonly assignmentError: string | null
  readonly nextAttemptAt: number | null
  readonly enrollmentStatus: EnrollmentStatus
  /** The console's own word, which this folder's callers read and never write. */
  readonly console?: ConsoleWord | null | undefined
}

/** A device on one token, now or once. `opAt`: when Apple says the last event happened. */
export type Presence = {
  readonly atApple: 'present' | 'gone'
  readonly since: number
  readonly opAt: number | null
  readonly isOpDeleted: boolean
}

/** A device as stored. What most pages do not need is read when asked for. */
export type StoredDevice = {
  readonly id: number
  readonly tokenNo: number | null
  readonly atApple: AtApple
  /** On the token whose page is being applied. */
  readonly here: Presence | undefined
  readonly raw: string | null
  readonly load: () => { readonly fields: DeviceFields; readonly standing: DeviceStanding }
  readonly elsewhere: () => readonly (Presence & { readonly tokenNo: number })[]
}

export type NewEvent = {
  readonly kind: EventKind
  readonly at: number
  readonly detail: Readonly<Record<string, unknown>> | null
}

type PresenceRow = { at_apple: number; since_at: number; op_at: number | null; op_deleted: number }
type FoundRow = {
  serial: string
  id: number
  token_no: number | null
  at_device: number
  json: string | null
  at_apple: number | null
  since_at: number
  op_at: number | null
  op_deleted: number
}

/** Devices looked up by one statement: SQLite is built with STAT4 here and plans a join anew whenever values are bound. */
const SERIALS_AT_ONCE = 50

const FIND_STORED = `
  SELECT d.serial, d.id, d.token_no, d.at_apple AS at_device, r.json, a.at_apple, a.since_at, a.op_at, a.op_deleted
  FROM devices AS d
    LEFT JOIN device_raw AS r ON r.device_id = d.id
    LEFT JOIN assignments AS a ON a.device_id = d.id AND a.token_no = ?
  WHERE d.serial IN (${Array(SERIALS_AT_ONCE).fill('?').join(', ')})`

/** The stored ones of these devices, by serial number. */
export function findAllStored(
  db: ReadDb,
  serials: readonly string[],
  tokenNo: number,
): ReadonlyMap<string, StoredDevice> {
  const found = new Map<string, StoredDevice>()
  for (let at = 0; at < serials.length; at += SERIALS_AT_ONCE) {
    const asked: (string | null)[] = serials.slice(at, at + SERIALS_AT_ONCE)
    while (asked.length < SERIALS_AT_ONCE) asked.push(null)
    const rows = prepare(db, FIND_STORED).all(tokenNo, asked) as FoundRow[]
    for (const row of rows) found.set(row.serial, toStored(db, row, tokenNo))
  }
  return found
}

export function findStored(db: ReadDb, serial: string, tokenNo: number): StoredDevice | undefined {
  return findAllStored(db, [serial], tokenNo).get(serial)
}

function toStored(db: ReadDb, row: FoundRow, tokenNo: number): StoredDevice {
  const { id, at_apple } = row
  return {
    id,
    tokenNo: row.token_no,
    atApple: AT_APPLE[row.at_device]!,
    here: at_apple === null ? undefined : toPresence({ ...row, at_apple }, tokenNo),
    raw: row.json,
    load: () => loadDevice(db, id),
    elsewhere: () => listElsewhere(db, id, tokenNo),
  }
}

export function serialOf(db: ReadDb, id: number): Serial {
  const found = prepare(db, 'SELECT serial FROM devices WHERE id = ?').get(id) as { serial: Serial } | undefined
  if (!found) throw new Error(`there is no device ${id}`)
  return found.serial
}

function toPresence(row: PresenceRow, tokenNo: number): Presence & { readonly tokenNo: number } {
  return {
    tokenNo,
    atApple: AT_APPLE[row.at_apple] === 'present' ? 'present' : 'gone',
    since: row.since_at,
    opAt: row.op_at,
    isOpDeleted: row.op_deleted === 1,
  }
}

function listElsewhere(db: ReadDb, id: number, tokenNo: number) {
  const rows = prepare(
    db,
    'SELECT token_no, at_apple, since_at, op_at, op_deleted FROM assignments WHERE device_id = ? AND token_no <> ?',
  ).all(id, tokenNo) as (PresenceRow & { token_no: number })[]
  return rows.map((row) => toPresence(row, row.token_no))
}

type DeviceRow = Readonly<Record<string, number | null>> & { readonly asset_tag: string | null }

const LOADED_COLUMNS = `model_id, description_id, color_id, asset_tag, family_id, os_id, profile_status_id,
  profile_uuid_id, assigned_by_id, assigned_date_at, profile_assign_at, profile_push_at, migration_deadline_at,
  token_no, at_apple, gone_since_at, gone_reason_id, assignment, assignment_error_id, next_attempt_at, enrollment_status,
  console_status, console_status_at`

function loadDevice(db: ReadDb, id: number) {
  const row = prepare(db, `SELECT ${LOADED_COLUMNS} FROM devices WHERE id = ?`).get(id) as DeviceRow
  const word = (column: string) => {
    const word = row[column]
    return typeof word === 'number' ? wordText(db, word) : null
  }
  const time = (column: string) => row[column] ?? null
  const fields: DeviceFields = {
    model: word('model_id'),
    description: word('description_id'),
    color: word('color_id'),
    assetTag: row.asset_tag,
    family: word('family_id'),
    os: word('os_id'),
    profileStatus: word('profile_status_id'),
    profileUuid: word('profile_uuid_id'),
    assignedBy: word('assigned_by_id'),
    assignedDate: time('assigned_date_at'),
    profileAssignTime: time('profile_assign_at'),
    profilePushTime: time('profile_push_at'),
    migrationDeadline: time('migration_deadline_at'),
  }
  const standing: DeviceStanding = {
    tokenNo: time('token_no'),
    atApple: AT_APPLE[row['at_apple']!]!,
    goneSince: time('gone_since_at'),
    goneReason: word('gone_reason_id') as GoneReason | null, // only this folder writes it
    assignment: ASSIGNMENT[row['assignment']!]!,
    assignmentError: word('assignment_error_id'),
    nextAttemptAt: time('next_attempt_at'),
    enrollmentStatus: ENROLLMENT_STATUS[row['enrollment_status']!]!,
    console: toConsoleWord(time('console_status'), time('console_status_at')),
  }
  return { fields, standing }
}

/** Null where the console has said nothing. */
export function toConsoleWord(code: number | null, at: number | null): ConsoleWord | null {
  return code === null || at === null ? null : { status: ENROLLMENT_STATUS[code]!, at }
}

/** The columns a page of devices writes, in the order of `toCells`. The group is a person's choice and not among them. */
export const WRITTEN_COLUMNS = [
  'model_id',
  'description_id',
  'color_id',
  'asset_tag',
  'family_id',
  'os_id',
  'profile_status_id',
  'profile_uuid_id',
  'assigned_by_id',
  'assigned_date_at',
  'profile_assign_at',
  'profile_push_at',
  'migration_deadline_at',
  'token_no',
  'at_apple',
  'gone_since_at',
  'gone_reason_id',
  'assignment',
  'assignment_error_id',
  'next_attempt_at',
  'enrollment_status',
  'last_seen_at',
] as const

const AT_APPLE_CODE = codes(AT_APPLE)
const ASSIGNMENT_CODE = codes(ASSIGNMENT)
const ENROLLMENT_STATUS_CODE = codes(ENROLLMENT_STATUS)

export type WrittenDevice = {
  readonly fields: DeviceFields
  readonly standing: DeviceStanding
  readonly seenAt: number
}

/** `wordId` gives the number of a word (`words.ts`). */
export function toCells({ fields, standing, seenAt }: WrittenDevice, wordId: (text: string) => number): SqlValue[] {
  const word = (text: string | null) => (text === null ? null : wordId(text))
  return [
    word(fields.model),
    word(fields.description),
    word(fields.color),
    fields.assetTag,
    word(fields.family),
    word(fields.os),
    word(fields.profileStatus),
    word(fields.profileUuid),
    word(fields.assignedBy),
    fields.assignedDate,
    fields.profileAssignTime,
    fields.profilePushTime,
    fields.migrationDeadline,
    standing.tokenNo,
    AT_APPLE_CODE[standing.atApple],
    standing.goneSince,
    word(standing.goneReason),
    ASSIGNMENT_CODE[standing.assignment],
    word(standing.assignmentError),
    standing.nextAttemptAt,
    ENROLLMENT_STATUS_CODE[standing.enrollmentStatus],
    seenAt,
  ]
}

export function atAppleCode(atApple: AtApple): number {
  return AT_APPLE_CODE[atApple]
}

function codes<T extends string>(list: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(list.map((word, code) => [word, code])) as Record<T, number> // one entry per word of the list
}
