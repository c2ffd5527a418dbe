import {
  AT_APPLE,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type EnrollmentStatus,
  type EventKind,
  type TokenStatus,
} from '../../shared/model/device.ts'
import type { ConsoleFacts, ImportCounts } from '../../shared/model/import.ts'
import type { ConsoleWord, ProfileAtApple } from '../../shared/model/lifecycle.ts'
import { toConsoleWord } from './device-rows.ts'
import { createRemarkWriter, listStaged, toFacts, type FactRow, type OpenImport, type StagedRow } from './imports.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, prepare, run, sql } from './sql.ts'
import { createWordReader } from './words.ts'

/** What is stored of a device as far as the console speaks about it. */
export type StoredFacts = {
  readonly apple: ProfileAtApple
  readonly enrollmentStatus: EnrollmentStatus
  readonly tokenStatus: TokenStatus
  readonly user: string | null
  readonly friendlyName: string | null
  readonly lastSeen: number | null
  /** When the console said the latest of it; null where it has said nothing. */
  readonly asOf: number | null
  readonly console: ConsoleWord | null
  readonly tokenStatusAt: number | null
}

/** What to store; `isOlder` where the file is older than all it speaks of, `changes` what goes into the time line. */
export type FactsDecision = {
  readonly next: StoredFacts
  readonly isChanged: boolean
  readonly isOlder: boolean
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>
}

export type DecideFacts = (before: StoredFacts, told: ConsoleFacts, asOf: number) => FactsDecision

type FactsRow = {
  readonly id: number
  readonly at_apple: number
  readonly profile_status_id: number | null
  readonly profile_uuid_id: number | null
  readonly profile_assign_at: number | null
  readonly profile_push_at: number | null
  readonly enrollment_status: number
  readonly token_status: number
  readonly user_name: string | null
  readonly friendly_name: string | null
  readonly console_seen_at: number | null
  readonly console_at: number | null
  readonly console_status: number | null
  readonly console_status_at: number | null
  readonly token_status_at: number | null
}

const FIND = `SELECT id, at_apple, profile_status_id, profile_uuid_id, profile_assign_at, profile_push_at,
  enrollment_status, token_status, user_name, friendly_name, console_seen_at, console_at, console_status,
  console_status_at, token_status_at FROM devices WHERE`
const UPDATE = `UPDATE devices SET enrollment_status = ?, token_status = ?, user_name = ?, friendly_name = ?,
  console_seen_at = ?, console_at = ?, console_status = ?, console_status_at = ?, token_status_at = ? WHERE id = ?`
const CONSOLE_TOLD: EventKind = 'console-told'
const PRESENT = AT_APPLE.indexOf('present')

/**
 * Carries the next staged rows over to the devices they are about, in one transaction with the counts and the place
 * reached, so that a program that goes on later neither leaves one out nor takes one twice. Undefined when none was left.
 */
export function applyPortion(
  db: WriteDb,
  open: OpenImport,
  limit: number,
  decide: DecideFacts,
): OpenImport | undefined {
  return db
    .transaction(() => {
      const rows = listStaged(db, open.applied, limit)
      const last = rows.at(-1)
      if (!last) return undefined
      const counts: { -readonly [K in keyof ImportCounts]: number } = { ...open.record.counts }
      const remark = createRemarkWriter(db, open.no)
      for (const row of rows) {
        const outcome = applyFacts(db, row, open.record.asOf, decide)
        counts[outcome]++
        counts.devices++
        const { line, serial } = row
        if (outcome === 'older') remark({ kind: 'older', line, text: serial, serial, detail: '' })
        if (outcome !== 'unknown') continue
        keepRecord(db, row, { asOf: open.record.asOf, importNo: open.no })
        remark({ kind: 'unknown', line, text: serial, serial, detail: '' })
      }
      run(
        db,
        sql`UPDATE imports SET counts = ${JSON.stringify(counts)}, applied_device = ${last.deviceId}, applied_serial = ${last.serial}
            WHERE no = ${open.no}`,
      )
      return { ...open, applied: { deviceId: last.deviceId, serial: last.serial }, record: { ...open.record, counts } }
    })
    .immediate()
}

type Told = Pick<StagedRow, 'serial' | 'facts'> & { readonly deviceId: number }

function applyFacts(
  db: WriteDb,
  { serial, deviceId, facts }: Told,
  asOf: number,
  decide: DecideFacts,
): 'changed' | 'unchanged' | 'older' | 'unknown' {
  // A device that came while the rows were staged has no number there.
  const row = (
    deviceId ? prepare(db, `${FIND} id = ?`).get(deviceId) : prepare(db, `${FIND} serial = ?`).get(serial)
  ) as FactsRow | undefined
  if (!row) return 'unknown'
  const { next, isChanged, isOlder, changes } = decide(toStored(db, row), facts, asOf)
  if (isChanged) prepare(db, UPDATE).run(...cellsOf(next), row.id)
  if (Object.keys(changes).length > 0) {
    prepare(db, 'INSERT INTO events (device_id, at, kind, detail) VALUES (?, ?, ?, ?)').run(
      row.id,
      asOf,
      CONSOLE_TOLD,
      JSON.stringify(changes),
    )
    return 'changed'
  }
  return isOlder ? 'older' : 'unchanged'
}

function toStored(db: ReadDb, row: FactsRow): StoredFacts {
  const wordText = createWordReader(db)
  const word = (id: number | null) => (id === null ? null : wordText(id))
  const at = Math.max(row.profile_assign_at ?? -Infinity, row.profile_push_at ?? -Infinity)
  return {
    apple: {
      isPresent: row.at_apple === PRESENT,
      profileStatus: word(row.profile_status_id),
      profileUuid: word(row.profile_uuid_id),
      at,
    },
    enrollmentStatus: ENROLLMENT_STATUS[row.enrollment_status]!,
    tokenStatus: TOKEN_STATUS[row.token_status]!,
    user: row.user_name,
    friendlyName: row.friendly_name,
    lastSeen: row.console_seen_at,
    asOf: row.console_at,
    console: toConsoleWord(row.console_status, row.console_status_at),
    tokenStatusAt: row.token_status_at,
  }
}

function cellsOf(next: StoredFacts) {
  return [
    ENROLLMENT_STATUS.indexOf(next.enrollmentStatus),
    TOKEN_STATUS.indexOf(next.tokenStatus),
    next.user,
    next.friendlyName,
    next.lastSeen,
    next.asOf,
    next.console === null ? null : ENROLLMENT_STATUS.indexOf(next.console.status),
    next.console?.at ?? null,
    next.tokenStatusAt,
  ] as const
}

/** Of a serial number that Apple does not list: the latest the console said of it. */
function keepRecord(
  db: WriteDb,
  { serial, facts }: StagedRow,
  { asOf, importNo }: { readonly asOf: number; readonly importNo: number },
): void {
  const { enrollmentStatus, tokenStatus, user, friendlyName, lastSeen } = facts
  run(
    db,
    sql`INSERT INTO console_records (serial, enrollment_status, token_status, user_name, friendly_name, seen_at, as_of, import_no)
        VALUES (${serial}, ${enrollmentStatus === null ? null : ENROLLMENT_STATUS.indexOf(enrollmentStatus)},
                ${tokenStatus === null ? null : TOKEN_STATUS.indexOf(tokenStatus)}, ${user}, ${friendlyName},
                ${lastSeen}, ${asOf}, ${importNo})
        ON CONFLICT (serial) DO UPDATE
        SET enrollment_status = ifnull(excluded.enrollment_status, enrollment_status),
            token_status = ifnull(excluded.token_status, token_status),
            user_name = ifnull(excluded.user_name, user_name),
            friendly_name = ifnull(excluded.friendly_name, friendly_name),
            seen_at = ifnull(excluded.seen_at, seen_at), as_of = excluded.as_of, import_no = excluded.import_no
        WHERE excluded.as_of >= as_of`,
  )
}

const ADOPTED_AT_ONCE = 500

/**
 * Devices that Apple lists by now take over what the console had said of them before; a portion in one transaction.
 * Returns how many there were: none left where it is zero.
 */
export function adoptRecords(db: WriteDb, decide: DecideFacts): number {
  return db
    .transaction(() => {
      const found = all<FactRow & { readonly serial: string; readonly as_of: number }>(
        db,
        sql`SELECT console_records.* FROM console_records CROSS JOIN devices USING (serial) LIMIT ${ADOPTED_AT_ONCE}`,
      )
      for (const row of found) {
        applyFacts(db, { serial: row.serial, deviceId: 0, facts: toFacts(row) }, row.as_of, decide)
        run(db, sql`DELETE FROM console_records WHERE serial = ${row.serial}`)
      }
      return found.length
    })
    .immediate()
}

/** Serial numbers that only the console knows, with what it said. */
export function countConsoleRecords(db: ReadDb): number {
  return (prepare(db, 'SELECT count(*) AS n FROM console_records').get() as { n: number }).n
}
