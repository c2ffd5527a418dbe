import { AT_APPLE, TOKEN_STATUS, type EventKind, type TokenStatus } from '../../shared/model/device.ts'
import type { RegistrationTokenId, SecretId, Serial } from '../../shared/model/ids.ts'
import type { RegistrationEnd, RegistrationFactor, RegistrationRule } from '../../shared/model/registration-token.ts'
import { groupOf, type DevicePlaces } from './device-places.ts'
import { ALL_GROUP_PATHS } from './groups.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

export type StoredRegistration = RegistrationRule & {
  readonly no: number
  readonly id: RegistrationTokenId
  readonly secretId: SecretId | null
  readonly issuedAt: number
  readonly endedAt: number | null
  readonly endedBy: RegistrationEnd | null
}

/** A device as far as its registration goes. */
export type RegistrableDevice = {
  readonly id: number
  readonly serial: Serial
  readonly isPresent: boolean
  readonly tokenStatus: TokenStatus
  readonly tokenStatusAt: number | null
  readonly user: string | null
  readonly friendlyName: string | null
  /** Path of its organization group. */
  readonly group: string | null
}

const PRESENT = AT_APPLE.indexOf('present')
const REGISTRATION_TOKEN: EventKind = 'registration-token'
const DEVICE = `SELECT id, serial, at_apple, token_status, token_status_at, user_name, friendly_name, token_no, group_no
                FROM devices WHERE`

type DeviceRow = {
  readonly id: number
  readonly serial: Serial
  readonly at_apple: number
  readonly token_status: number
  readonly token_status_at: number | null
  readonly user_name: string | null
  readonly friendly_name: string | null
  readonly token_no: number | null
  readonly group_no: number | null
}

export function findRegistrable(
  db: ReadDb,
  which: number | Serial,
  places: DevicePlaces,
): RegistrableDevice | undefined {
  const row = prepare(db, typeof which === 'number' ? `${DEVICE} id = ?` : `${DEVICE} serial = ?`).get(which) as
    DeviceRow | undefined
  if (!row) return undefined
  const { id, serial, user_name: user, friendly_name: friendlyName, token_status_at: tokenStatusAt } = row
  return {
    id,
    serial,
    isPresent: row.at_apple === PRESENT,
    tokenStatus: TOKEN_STATUS[row.token_status]!,
    tokenStatusAt,
    user,
    friendlyName,
    group: places.groups.get(groupOf(places, row.group_no ?? 0, row.token_no ?? 0)) ?? null,
  }
}

const COLUMNS = `no, id, factor, length, secret_id AS secretId, issued_at AS issuedAt, ended_at AS endedAt,
                 ended_by AS endedBy`

/** Newest first, at most `limit` of them. */
export function listRegistrations(db: ReadDb, deviceId: number, limit = 50): readonly StoredRegistration[] {
  return prepare(db, `SELECT ${COLUMNS} FROM registration_tokens WHERE device_id = ? ORDER BY no DESC LIMIT ?`).all(
    deviceId,
    limit,
  ) as StoredRegistration[]
}

export function insertRegistration(
  db: WriteDb,
  given: RegistrationRule & {
    readonly id: RegistrationTokenId
    readonly deviceId: number
    readonly secretId: SecretId
    readonly now: number
  },
): void {
  prepare(
    db,
    'INSERT INTO registration_tokens (id, device_id, factor, length, secret_id, issued_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(given.id, given.deviceId, given.factor, given.length, given.secretId, given.now)
}

/** Ends the open one of a device and leaves it without a value. Returns the secret to be forgotten, null where there is none. */
export function endRegistration(db: WriteDb, deviceId: number, endedBy: RegistrationEnd, now: number): SecretId | null {
  const open = get<{ readonly no: number; readonly secret_id: SecretId | null }>(
    db,
    sql`SELECT no, secret_id FROM registration_tokens WHERE device_id = ${deviceId} AND ended_at IS NULL`,
  )
  if (!open) return null
  run(
    db,
    sql`UPDATE registration_tokens SET ended_at = ${now}, ended_by = ${endedBy}, secret_id = NULL WHERE no = ${open.no}`,
  )
  return open.secret_id
}

/** Dated, so that an older word of the console does not overrule it; with a line in the time line. */
export function noteRegistration(
  db: WriteDb,
  device: Pick<RegistrableDevice, 'id' | 'tokenStatusAt'>,
  told: {
    readonly tokenStatus: TokenStatus
    readonly act: string
    readonly factor: RegistrationFactor
    readonly now: number
  },
): void {
  const { tokenStatus, act, factor, now } = told
  prepare(db, 'UPDATE devices SET token_status = ?, token_status_at = ? WHERE id = ?').run(
    TOKEN_STATUS.indexOf(tokenStatus),
    Math.max(now, device.tokenStatusAt ?? 0),
    device.id,
  )
  prepare(db, 'INSERT INTO events (device_id, at, kind, detail) VALUES (?, ?, ?, ?)').run(
    device.id,
    now,
    REGISTRATION_TOKEN,
    JSON.stringify({ act, factor }),
  )
}

/** Values that are kept although they are of no use any more: their devices have enrolled, or are blocked. */
export function listSettledValues(
  db: ReadDb,
  settled: readonly TokenStatus[],
): readonly { readonly no: number; readonly secretId: SecretId }[] {
  const codes = JSON.stringify(settled.map((status) => TOKEN_STATUS.indexOf(status)))
  return all(
    db,
    sql`SELECT no, secret_id AS secretId
        FROM registration_tokens INDEXED BY registration_tokens_kept CROSS JOIN devices ON devices.id = device_id
        WHERE secret_id IS NOT NULL AND token_status IN (SELECT value FROM json_each(${codes}))`,
  )
}

export function forgetValue(db: WriteDb, no: number): void {
  prepare(db, 'UPDATE registration_tokens SET secret_id = NULL WHERE no = ?').run(no)
}

/** By path of the group that sets them, in that order. */
export function listRules(db: ReadDb): ReadonlyMap<string, RegistrationRule> {
  const rows = all<RegistrationRule & { readonly path: string }>(
    db,
    sql`WITH RECURSIVE ${ALL_GROUP_PATHS}
        SELECT path, factor, length FROM registration_policies JOIN all_group_paths ON no = group_no ORDER BY path`,
  )
  return new Map(rows.map(({ path, factor, length }) => [path, { factor, length }]))
}

export function saveRule(db: WriteDb, groupNo: number, rule: RegistrationRule | null): void {
  if (rule === null) {
    run(db, sql`DELETE FROM registration_policies WHERE group_no = ${groupNo}`)
    return
  }
  run(
    db,
    sql`INSERT INTO registration_policies (group_no, factor, length) VALUES (${groupNo}, ${rule.factor}, ${rule.length})
        ON CONFLICT (group_no) DO UPDATE SET factor = excluded.factor, length = excluded.length`,
  )
}
