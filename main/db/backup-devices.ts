import type { Backup } from '../../shared/model/backup.ts'
import type { BackupLock, BackupMoved, BackupRegistrable } from '../../shared/model/backup-devices.ts'
import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS, TOKEN_STATUS } from '../../shared/model/device.ts'
import type { GroupId, SecretId, Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

export type DecidedRows = Pick<Backup, 'movedDevices' | 'registrations' | 'activationLocks'>

const GONE = AT_APPLE.indexOf('gone')

/** A full scan: for a thread that nobody waits for. */
export function readDecidedRows(db: ReadDb): DecidedRows {
  const movedDevices = listMoved(db)
  const registrations = listRegistrable(db)
  const activationLocks = all<Omit<BackupLock, 'secretId' | 'askedAt'> & { secret_id: SecretId; asked_at: number }>(
    db,
    sql`SELECT serial, secret_id, outcome, asked_at FROM activation_locks ORDER BY no`,
  ).map(({ secret_id, asked_at, ...lock }) => ({ ...lock, secretId: secret_id, askedAt: asked_at }))
  return {
    ...(movedDevices.length > 0 && { movedDevices }),
    ...(registrations.length > 0 && { registrations }),
    ...(activationLocks.length > 0 && { activationLocks }),
  }
}

/** By the group they count for now: the number of a removed one stands for the group above it. Those that left are history. */
function listMoved(db: ReadDb): BackupMoved[] {
  const groups = new Map<number, GroupId>()
  const serials = new Map<GroupId, string>()
  const rows = prepare(
    db,
    `SELECT serial, group_no FROM devices WHERE group_no IS NOT NULL AND at_apple <> ${GONE} ORDER BY serial`,
  ).iterate() as IterableIterator<{ readonly serial: Serial; readonly group_no: number }>
  for (const { serial, group_no } of rows) {
    let group = groups.get(group_no)
    if (group === undefined) groups.set(group_no, (group = livingGroup(db, group_no)))
    const before = serials.get(group)
    serials.set(group, before === undefined ? serial : `${before} ${serial}`)
  }
  return Array.from(serials, ([group, list]) => ({ group, serials: list }))
}

function livingGroup(db: ReadDb, no: number): GroupId {
  return get<{ readonly id: GroupId }>(
    db,
    sql`WITH RECURSIVE above (no) AS (
          SELECT ${no} UNION SELECT into_no FROM above JOIN removed_groups USING (no)
        )
        SELECT id FROM above JOIN groups USING (no)`,
  )!.id
}

type RegistrationRow = BackupRegistrable['tokens'][number] & {
  readonly serial: Serial
  readonly status: number
  readonly tokenStatusAt: number | null
}

function listRegistrable(db: ReadDb): BackupRegistrable[] {
  const rows = all<RegistrationRow>(
    db,
    sql`SELECT serial, token_status AS status, token_status_at AS tokenStatusAt, r.id, factor, length,
               secret_id AS secretId, issued_at AS issuedAt, ended_at AS endedAt, ended_by AS endedBy
        FROM registration_tokens r JOIN devices ON devices.id = device_id ORDER BY r.no`,
  )
  return Array.from(
    Map.groupBy(rows, ({ serial }) => serial),
    ([serial, tokens]) => ({
      serial,
      tokenStatus: TOKEN_STATUS[tokens[0]!.status]!,
      tokenStatusAt: tokens[0]!.tokenStatusAt,
      tokens: tokens.map(({ serial: _serial, status: _status, tokenStatusAt: _at, ...token }) => token),
    }),
  )
}

/** A device that has had a registration token here, or has none that is missing, keeps what it has. */
export function missingDecided(db: ReadDb, { registrations = [], activationLocks = [] }: DecidedRows) {
  const has = prepare(
    db,
    'SELECT 1 FROM registration_tokens JOIN devices ON devices.id = device_id WHERE serial = ? LIMIT 1',
  )
  const isKnown = prepare(db, 'SELECT 1 FROM activation_locks WHERE serial = ? AND asked_at = ?')
  return {
    registrations: registrations.filter(({ serial }) => has.get(serial) === undefined),
    activationLocks: activationLocks.filter(({ serial, askedAt }) => isKnown.get(serial, askedAt) === undefined),
  }
}

export function secretsOfDecided({ registrations = [], activationLocks = [] }: DecidedRows): readonly SecretId[] {
  return [
    ...registrations.flatMap(({ tokens }) => tokens.flatMap(({ secretId }) => secretId ?? [])),
    ...activationLocks.flatMap(({ secretId }) => secretId ?? []),
  ]
}

type Merge = { readonly groupNo: (id: GroupId) => number; readonly now: number }

/** Part of the caller's transaction, after groups and secrets. Returns how many devices came to a group of their own. */
export function addDecidedRows(db: WriteDb, rows: DecidedRows, { groupNo, now }: Merge): number {
  const device = createPlaceholders(db, now)
  let moved = 0
  const move = prepare(db, 'UPDATE devices SET group_no = ? WHERE id = ?')
  for (const { group, serials } of rows.movedDevices ?? []) {
    const no = groupNo(group)
    for (const serial of serials.split(' ') as Serial[]) {
      const { id, isWaiting, hasGroup } = device(serial)
      // One that is in the list already stays where it is.
      if (!isWaiting || hasGroup) continue
      move.run(no, id)
      moved++
    }
  }
  for (const one of rows.registrations ?? []) addRegistrations(db, device(one.serial).id, one)
  for (const { serial, secretId, outcome, askedAt } of rows.activationLocks ?? []) {
    run(
      db,
      sql`INSERT INTO activation_locks (serial, secret_id, outcome, asked_at)
          VALUES (${serial}, ${secretId}, ${outcome}, ${askedAt})`,
    )
  }
  return moved
}

function addRegistrations(
  db: WriteDb,
  deviceId: number,
  { tokenStatus, tokenStatusAt, tokens }: BackupRegistrable,
): void {
  // The later word counts.
  prepare(
    db,
    `UPDATE devices SET token_status = ?, token_status_at = ?
     WHERE id = ? AND (token_status_at IS NULL OR token_status_at < ?)`,
  ).run(TOKEN_STATUS.indexOf(tokenStatus), tokenStatusAt, deviceId, tokenStatusAt)
  const insert = prepare(
    db,
    `INSERT INTO registration_tokens (id, device_id, factor, length, secret_id, issued_at, ended_at, ended_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { id, factor, length, secretId, issuedAt, endedAt, endedBy } of tokens) {
    insert.run(id, deviceId, factor, length, secretId, issuedAt, endedAt, endedBy)
  }
}

/** The device of a serial number; one that is not in the list waits there, unknown at Apple and on no token, to be listed. */
function createPlaceholders(db: WriteDb, now: number) {
  const unknown = AT_APPLE.indexOf('unknown')
  const find = prepare(db, 'SELECT id, at_apple, group_no FROM devices WHERE serial = ?')
  const insert = prepare(
    db,
    `INSERT INTO devices (serial, at_apple, assignment, enrollment_status, token_status, first_seen_at, last_seen_at)
     VALUES (?, ${unknown}, ${ASSIGNMENT.indexOf('none')}, ${ENROLLMENT_STATUS.indexOf('unknown')},
             ${TOKEN_STATUS.indexOf('none')}, ?, ?)`,
  )
  return (serial: Serial) => {
    const found = find.get(serial) as { id: number; at_apple: number; group_no: number | null } | undefined
    if (found) return { id: found.id, isWaiting: found.at_apple === unknown, hasGroup: found.group_no !== null }
    return { id: Number(insert.run(serial, now, now).lastInsertRowid), isWaiting: true, hasGroup: false }
  }
}
