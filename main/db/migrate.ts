import { AppError } from '../../shared/errors.ts'
import * as start from './migrations/0010-start.ts'
import type { WriteDb } from './open.ts'

const MIGRATIONS: readonly { readonly version: number; readonly up: (db: WriteDb) => void }[] = [
  { version: 10, up: start.up },
]

export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.version

/** Runs what is missing, one transaction each. */
export function migrate(db: WriteDb): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > SCHEMA_VERSION) throw new AppError('db.from-future', `schema ${version} is newer than ${SCHEMA_VERSION}`)
  for (const migration of MIGRATIONS) {
    if (migration.version <= version) continue
    db.transaction(() => {
      if ((db.pragma('user_version', { simple: true }) as number) >= migration.version) return
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}
