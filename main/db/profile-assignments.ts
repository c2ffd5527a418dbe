import { ASSIGNMENT, AT_APPLE, type Assignment } from '../../shared/model/device.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { createRowBatch } from './row-batch.ts'
import { all, get, prepare, run, sql } from './sql.ts'
import { wordId, wordText } from './words.ts'

const PRESENT = AT_APPLE.indexOf('present')

/** Puts down which profile devices should have, in its newest definition; null: none. */
export function wishProfile(
  db: WriteDb,
  wish: {
    readonly ids: readonly number[]
    readonly profileNo: number | null
    readonly source: 'person' | 'default'
    readonly now: number
  },
): void {
  const upsert = prepare(
    db,
    `INSERT INTO desired_profiles (device_id, profile_no, source, since_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET profile_no = excluded.profile_no, version_no = NULL, source = excluded.source,
       since_at = excluded.since_at`,
  )
  for (const id of wish.ids) upsert.run(id, wish.profileNo, wish.source, wish.now)
}

/** A device as the planner sees it. */
export type PlannableDevice = {
  readonly tokenNo: number | null
  readonly isPresent: boolean
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly assignmentError: string | null
}

/** `versionNo`: the definition that is meant, null before there was one. */
export type Wish = { readonly profileNo: number | null; readonly versionNo: number | null }

/** Undefined without a wish. One look-up per table: see `findStored`. */
export function findWishedDevice(db: ReadDb, id: number): (PlannableDevice & Wish) | undefined {
  const wish = prepare(
    db,
    'SELECT profile_no AS profileNo, version_no AS versionNo FROM desired_profiles WHERE device_id = ?',
  ).get(id) as Wish | undefined
  return wish && { ...findDeviceForWish(db, id), ...wish }
}

export function findDeviceForWish(db: ReadDb, id: number): PlannableDevice {
  const device = prepare(
    db,
    'SELECT token_no, at_apple, profile_status_id, profile_uuid_id, assignment_error_id FROM devices WHERE id = ?',
  ).get(id) as {
    readonly token_no: number | null
    readonly at_apple: number
    readonly profile_status_id: number | null
    readonly profile_uuid_id: number | null
    readonly assignment_error_id: number | null
  }
  const word = (no: number | null) => (no === null ? null : wordText(db, no))
  return {
    tokenNo: device.token_no,
    isPresent: device.at_apple === PRESENT,
    profileStatus: word(device.profile_status_id),
    profileUuid: word(device.profile_uuid_id),
    assignmentError: word(device.assignment_error_id),
  }
}

/** The definition of a wish on a token: the one that was meant, or else the newest that Apple knows. */
export function findDefinition(
  db: ReadDb,
  { profileNo, versionNo }: Wish,
  tokenNo: number,
): { readonly versionNo: number; readonly profileUuid: string } | undefined {
  const row = get<{ readonly no: number; readonly profile_uuid: string }>(
    db,
    sql`SELECT no, profile_uuid FROM profile_versions
        WHERE profile_no = ${profileNo} AND token_no = ${tokenNo} AND state = 'published'
        ORDER BY no IS ${versionNo} DESC, version DESC LIMIT 1`,
  )
  return row && { versionNo: row.no, profileUuid: row.profile_uuid }
}

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

/** A definition Apple no longer knows: its devices wait for another one. */
export function markVersionGone(db: WriteDb, versionNo: number, now: number): void {
  run(db, sql`UPDATE profile_versions SET state = 'gone', checked_at = ${now} WHERE no = ${versionNo}`)
}

/** Lets what waits or has failed be tried now, once, whatever its waiting time. `only`: of these devices. Returns their ids. */
export function retryAssignments(
  db: WriteDb,
  {
    tokenNo,
    only,
    now,
  }: { readonly tokenNo: number | null; readonly only?: ReadonlySet<number> | undefined; readonly now: number },
): readonly number[] {
  const ids = all<{ readonly device_id: number }>(
    db,
    sql`SELECT device_id FROM profile_assignments
        WHERE ifnull(outcome, '') <> 'SUCCESS' AND (${tokenNo} IS NULL OR token_no = ${tokenNo})`,
  )
    .map(({ device_id }) => device_id)
    .filter((id) => !only || only.has(id))
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

export function hasWishes(db: ReadDb): boolean {
  return prepare(db, 'SELECT 1 FROM desired_profiles LIMIT 1').get() !== undefined
}

/** Of these devices the ones that nobody chose a profile for and that Apple reports none of. */
export function listWithoutProfile(db: ReadDb, ids: readonly number[]): readonly number[] {
  const wish = prepare(db, 'SELECT 1 FROM desired_profiles WHERE device_id = ?')
  const device = prepare(db, 'SELECT profile_status_id AS status, profile_uuid_id AS uuid FROM devices WHERE id = ?')
  return ids.filter((id) => {
    const { status, uuid } = device.get(id) as { readonly status: number | null; readonly uuid: number | null }
    const word = status === null ? null : wordText(db, status).toLowerCase()
    const isBare = word === 'empty' || word === 'removed' || (word === null && uuid === null)
    return isBare && wish.get(id) === undefined
  })
}

/** From now on this definition is meant, also when there is a newer one. */
export function fixDefinition(db: WriteDb, deviceId: number, versionNo: number): void {
  prepare(db, 'UPDATE desired_profiles SET version_no = ? WHERE device_id = ?').run(versionNo, deviceId)
}

/** Devices on a token that should have a profile, or that Apple reports with one of its definitions. */
export function listDevicesOfProfile(
  db: ReadDb,
  { profileNo, tokenNo }: { readonly profileNo: number; readonly tokenNo: number },
): readonly number[] {
  return all<{ readonly id: number }>(
    db,
    sql`SELECT id FROM devices WHERE token_no = ${tokenNo} AND at_apple = ${PRESENT} AND (
          id IN (SELECT device_id FROM desired_profiles WHERE profile_no = ${profileNo})
          OR profile_uuid_id IN (SELECT words.id FROM profile_versions JOIN words ON text = profile_uuid
                                 WHERE profile_no = ${profileNo})
            AND id NOT IN (SELECT device_id FROM desired_profiles))
        ORDER BY id`,
  ).map(({ id }) => id)
}

/** A line in the time line of each device that was to be released, with Apple's word by serial number. */
export function storeReleaseAnswers(
  db: WriteDb,
  words: Readonly<Record<string, string>>,
  { tokenNo, now }: { readonly tokenNo: number; readonly now: number },
): void {
  const find = prepare(db, 'SELECT id FROM devices WHERE serial = ?').pluck()
  const events = createRowBatch(db, 'events', ['device_id', 'at', 'kind', 'token_no', 'detail'])
  for (const [serial, outcome] of Object.entries(words)) {
    events.add(find.get(serial) as number, now, 'release-answered', tokenNo, JSON.stringify({ outcome }))
  }
  events.flush()
}

/** A line in the time line of a device whose activation was to be locked. */
export function addLockEvent(
  db: WriteDb,
  serial: Serial,
  { outcome, tokenNo, now }: { readonly outcome: string; readonly tokenNo: number; readonly now: number },
): void {
  run(
    db,
    sql`INSERT INTO events (device_id, at, kind, token_no, detail)
        SELECT id, ${now}, 'lock-answered', ${tokenNo}, ${JSON.stringify({ outcome })} FROM devices WHERE serial = ${serial}`,
  )
}

/** Present devices of these by token, and whether the others are known at all. */
export function listTokensOf(
  db: ReadDb,
  serials: readonly Serial[],
): readonly { readonly serial: Serial; readonly tokenNo: number | null; readonly isKnown: boolean }[] {
  const find = prepare(db, 'SELECT token_no, at_apple FROM devices WHERE serial = ?')
  return serials.map((serial) => {
    const row = find.get(serial) as { readonly token_no: number | null; readonly at_apple: number } | undefined
    return { serial, tokenNo: row?.at_apple === PRESENT ? row.token_no : null, isKnown: row !== undefined }
  })
}
