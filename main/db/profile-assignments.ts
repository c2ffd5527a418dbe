import { ASSIGNMENT, type Assignment } from '../../shared/model/device.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { createRowBatch } from './row-batch.ts'
import { all, get, prepare, sql } from './sql.ts'
import { wordId } from './words.ts'

export type PlannedWork = {
  readonly deviceId: number
  readonly tokenNo: number
  /** Null: the profile is taken away. */
  readonly versionNo: number | null
  readonly now: number
  /** Asked for by a person, who does not wait for a cool-down. */
  readonly isAtOnce: boolean
}

/** The same work keeps its count of tries and its waiting time; another definition begins anew. */
export function planAssignment(db: WriteDb, { deviceId, tokenNo, versionNo, now, isAtOnce }: PlannedWork): void {
  const known = prepare(
    db,
    'SELECT token_no, version_no, next_attempt_at, outcome FROM profile_assignments WHERE device_id = ?',
  ).get(deviceId) as
    | {
        readonly token_no: number
        readonly version_no: number | null
        readonly next_attempt_at: number | null
        readonly outcome: string | null
      }
    | undefined
  const isSame = known && known.token_no === tokenNo && known.version_no === versionNo
  // What waits goes on waiting, and what has failed for good waits for a person. What was done, or found done, begins anew.
  const isOpen = known && (known.next_attempt_at !== null || (known.outcome !== null && known.outcome !== 'SUCCESS'))
  if (isSame && isOpen && !isAtOnce) return
  prepare(
    db,
    `INSERT INTO profile_assignments (device_id, token_no, version_no, attempts, next_attempt_at, outcome, since_at)
     VALUES (?, ?, ?, 0, ?, NULL, ?)
     ON CONFLICT DO UPDATE SET token_no = excluded.token_no, version_no = excluded.version_no, attempts = 0,
       next_attempt_at = excluded.next_attempt_at, outcome = NULL, since_at = excluded.since_at, answered_at = NULL`,
  ).run(deviceId, tokenNo, versionNo, now, now)
  setAssignment(db, deviceId, { assignment: 'in-progress', error: null, nextAttemptAt: null })
}

/** Nothing is to be done any more. A success stays known; what failed or was never answered counts no longer. */
export function dropAssignment(db: WriteDb, deviceId: number): void {
  prepare(
    db,
    `UPDATE profile_assignments SET next_attempt_at = NULL, attempts = 0,
       outcome = CASE WHEN outcome = 'SUCCESS' THEN outcome END
     WHERE device_id = ?`,
  ).run(deviceId)
}

export function setAssignment(
  db: WriteDb,
  deviceId: number,
  state: { readonly assignment: Assignment; readonly error: string | null; readonly nextAttemptAt: number | null },
): void {
  prepare(db, 'UPDATE devices SET assignment = ?, assignment_error_id = ?, next_attempt_at = ? WHERE id = ?').run(
    ASSIGNMENT.indexOf(state.assignment),
    state.error === null ? null : wordId(db, state.error),
    state.nextAttemptAt,
    deviceId,
  )
}

export type DueAssignment = {
  readonly deviceId: number
  readonly serial: Serial
  readonly versionNo: number | null
  readonly profileUuid: string | null
  readonly attempts: number
}

/** Work of one token that may be done now, of one definition, at most `limit` devices; `but` leaves some out. */
export function listDueAssignments(
  db: ReadDb,
  { tokenNo, now, limit }: { readonly tokenNo: number; readonly now: number; readonly limit: number },
): readonly DueAssignment[] {
  const first = get<{ readonly version_no: number | null }>(
    db,
    sql`SELECT version_no FROM profile_assignments WHERE token_no = ${tokenNo} AND next_attempt_at <= ${now}
        ORDER BY next_attempt_at, device_id LIMIT 1`,
  )
  if (!first) return []
  return all<{
    readonly device_id: number
    readonly serial: Serial
    readonly version_no: number | null
    readonly profile_uuid: string | null
    readonly attempts: number
  }>(
    db,
    sql`SELECT device_id, serial, version_no, profile_versions.profile_uuid, attempts
        FROM profile_assignments JOIN devices ON devices.id = device_id
        LEFT JOIN profile_versions ON profile_versions.no = version_no
        WHERE profile_assignments.token_no = ${tokenNo} AND profile_assignments.next_attempt_at <= ${now}
          AND version_no IS ${first.version_no}
        ORDER BY profile_assignments.next_attempt_at, device_id LIMIT ${limit}`,
  ).map(({ device_id, version_no, profile_uuid, ...row }) => ({
    ...row,
    deviceId: device_id,
    versionNo: version_no,
    profileUuid: profile_uuid,
  }))
}

export type AnsweredAssignment = {
  readonly deviceId: number
  readonly word: string
  readonly assignment: Assignment
  readonly error: string | null
  readonly attempts: number
  readonly nextAttemptAt: number | null
}

/** Stores what Apple answered, with a line in each device's time line. Inside the caller's transaction. */
export function storeAnswers(
  db: WriteDb,
  answers: readonly AnsweredAssignment[],
  about: {
    readonly tokenNo: number
    readonly runNo: number | null
    readonly profileUuid: string | null
    readonly now: number
  },
): void {
  const { tokenNo, runNo, profileUuid, now } = about
  const update = prepare(
    db,
    `UPDATE profile_assignments SET attempts = ?, next_attempt_at = ?, outcome = ?, answered_at = ? WHERE device_id = ?`,
  )
  const events = createRowBatch(db, 'events', ['device_id', 'at', 'kind', 'token_no', 'run_no', 'detail'])
  for (const { deviceId, word, assignment, error, attempts, nextAttemptAt } of answers) {
    update.run(attempts, nextAttemptAt, word, now, deviceId)
    setAssignment(db, deviceId, { assignment, error, nextAttemptAt })
    const detail = { outcome: word, profileUuid }
    events.add(deviceId, now, 'assignment-answered', tokenNo, runNo, JSON.stringify(detail))
  }
  events.flush()
}

export type OpenWork = {
  /** Null: of every token. */
  readonly tokenNo: number | null
  /** Of these devices. */
  readonly only?: ReadonlySet<number> | undefined
}

/** Devices whose work waits or has failed. */
export function listOpenAssignments(db: ReadDb, { tokenNo, only }: OpenWork): readonly number[] {
  return all<{ readonly device_id: number }>(
    db,
    sql`SELECT device_id FROM profile_assignments
        WHERE (next_attempt_at IS NOT NULL OR outcome <> 'SUCCESS') AND (${tokenNo} IS NULL OR token_no = ${tokenNo})`,
  )
    .map(({ device_id }) => device_id)
    .filter((id) => !only || only.has(id))
}

/** Lets what waits or has failed be tried now, once, whatever its waiting time. Returns the devices. */
export function retryAssignments(
  db: WriteDb,
  { now, ...work }: OpenWork & { readonly now: number },
): readonly number[] {
  const ids = listOpenAssignments(db, work)
  const update = prepare(db, 'UPDATE profile_assignments SET attempts = 0, next_attempt_at = ? WHERE device_id = ?')
  for (const id of ids) {
    update.run(now, id)
    setAssignment(db, id, { assignment: 'in-progress', error: null, nextAttemptAt: null })
  }
  return ids
}

export type AssignmentResult = {
  readonly serial: Serial
  /** Null: not answered yet. */
  readonly outcome: string | null
  readonly nextAttemptAt: number | null
  readonly sinceAt: number
  readonly answeredAt: number | null
}

/** What is known of these devices; those that nothing was asked about are left out. */
export function listAssignmentResults(db: ReadDb, ids: readonly number[]): readonly AssignmentResult[] {
  const find = prepare(
    db,
    `SELECT serial, outcome, profile_assignments.next_attempt_at AS nextAttemptAt, since_at AS sinceAt,
            answered_at AS answeredAt
     FROM profile_assignments JOIN devices ON devices.id = device_id WHERE device_id = ?`,
  )
  return ids.flatMap((id) => (find.get(id) as AssignmentResult | undefined) ?? [])
}

/** How many devices Apple is still to be told about now. */
export function countDue(db: ReadDb, now: number): number {
  return get<{ readonly n: number }>(
    db,
    sql`SELECT count(*) AS n FROM profile_assignments WHERE next_attempt_at <= ${now}`,
  )!.n
}

/** Tokens that have work which may be done now. */
export function listTokensWithWork(db: ReadDb, now: number): readonly number[] {
  return all<{ readonly token_no: number }>(
    db,
    sql`SELECT DISTINCT token_no FROM profile_assignments WHERE next_attempt_at <= ${now}`,
  ).map(({ token_no }) => token_no)
}
