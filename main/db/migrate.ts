import { AppError } from '../../shared/errors.ts'
import * as start from './migrations/0010-start.ts'
import * as groups from './migrations/0020-groups.ts'
import * as deviceGroups from './migrations/0030-device-groups.ts'
import * as tokensAndRuns from './migrations/0040-tokens-and-runs.ts'
import * as notices from './migrations/0050-notices.ts'
import * as profiles from './migrations/0070-profiles.ts'
import * as profileAssignments from './migrations/0080-profile-assignments.ts'
import * as activationLocks from './migrations/0090-activation-locks.ts'
import * as diagnoses from './migrations/0100-diagnoses.ts'
import * as consoleData from './migrations/0110-console-data.ts'
import * as reconciliations from './migrations/0120-reconciliations.ts'
import * as credentials from './migrations/0130-credentials.ts'
import * as reports from './migrations/0140-reports.ts'
import * as registrationTokens from './migrations/0150-registration-tokens.ts'
import * as restoredTokens from './migrations/0160-restored-tokens.ts'
import * as stagingOrder from './migrations/0170-staging-order.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { copyAside } from './set-aside.ts'

export type Migration = { readonly version: number; readonly up: (db: WriteDb) => void }

/** In steps of ten, so that a repair can be put between two. Never edited once released. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, up: start.up },
  { version: 20, up: groups.up },
  { version: 30, up: deviceGroups.up },
  { version: 40, up: tokensAndRuns.up },
  { version: 50, up: notices.up },
  { version: 70, up: profiles.up },
  { version: 80, up: profileAssignments.up },
  { version: 90, up: activationLocks.up },
  { version: 100, up: diagnoses.up },
  { version: 110, up: consoleData.up },
  { version: 120, up: reconciliations.up },
  { version: 130, up: credentials.up },
  { version: 140, up: reports.up },
  { version: 150, up: registrationTokens.up },
  { version: 160, up: restoredTokens.up },
  { version: 170, up: stagingOrder.up },
]

export const SCHEMA_VERSION = lastVersion(MIGRATIONS)

/**
 * Runs what is missing, all of it or nothing. An existing store is copied aside first. Of several processes that open
 * a store at once, one migrates and the others find it done. Throws `db.from-future`, and then touches nothing.
 */
export function migrate(db: WriteDb, migrations: readonly Migration[] = MIGRATIONS): void {
  const newest = lastVersion(migrations)
  refuseFromFuture(db, newest)
  if (readVersion(db) === newest) return
  db.transaction(() => {
    const version = readVersion(db)
    if (version > 0 && version < newest) copyAside(db, `before-${newest}`)
    for (const migration of migrations) {
      if (migration.version <= version) continue
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }
  }).immediate()
}

export function refuseFromFuture(db: ReadDb, newest: number = SCHEMA_VERSION): void {
  const version = readVersion(db)
  if (version <= newest) return
  const facts = { schemaVersion: version, newestKnown: newest }
  throw new AppError('db.from-future', `schema ${version} is newer than ${newest}`, { path: db.name, facts })
}

export function readVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number // an integer by SQLite's definition
}

function lastVersion(migrations: readonly Migration[]): number {
  let last = 0
  for (const { version } of migrations) {
    if (version <= last || version % 10 !== 0) throw new Error(`migration ${version} is out of order`)
    last = version
  }
  return last
}
