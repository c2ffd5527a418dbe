import { AT_APPLE } from '../../shared/model/device.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, sql } from './sql.ts'
import { wordText } from './words.ts'

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

/** Undefined without a wish. One look-up per table: a join is planned anew for each bound value (see `findAllStored`). */
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
