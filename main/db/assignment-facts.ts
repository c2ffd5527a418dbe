import type { AssignmentFacts } from '../../shared/contract/assignments.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ReadDb } from './open.ts'
import { get, sql } from './sql.ts'

type FactsRow = {
  readonly source: 'person' | 'default' | null
  readonly profile: string | null
  readonly version: number | null
  readonly wished_at: number | null
  readonly attempts: number | null
  readonly next_attempt_at: number | null
  readonly outcome: string | null
  readonly since_at: number | null
  readonly answered_at: number | null
}

/** What a device should have, and what came of telling Apple. Undefined for a device that nobody knows. */
export function findAssignmentFacts(db: ReadDb, serial: Serial): AssignmentFacts | undefined {
  const row = get<FactsRow>(
    db,
    sql`SELECT source, profiles.name AS profile, profile_versions.version, desired_profiles.since_at AS wished_at,
               attempts, profile_assignments.next_attempt_at, outcome, profile_assignments.since_at, answered_at
        FROM devices
        LEFT JOIN desired_profiles ON desired_profiles.device_id = devices.id
        LEFT JOIN profiles ON profiles.no = desired_profiles.profile_no
        LEFT JOIN profile_versions ON profile_versions.no = desired_profiles.version_no
        LEFT JOIN profile_assignments ON profile_assignments.device_id = devices.id
        WHERE serial = ${serial}`,
  )
  if (!row) return undefined
  const { source, profile, version, wished_at, attempts, next_attempt_at, outcome, since_at, answered_at } = row
  return {
    wish: source === null ? null : { profile, version, source, since: wished_at! },
    work:
      since_at === null
        ? null
        : { since: since_at, outcome, answeredAt: answered_at, attempts: attempts!, nextAttemptAt: next_attempt_at },
  }
}
