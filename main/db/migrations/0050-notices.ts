import type { WriteDb } from '../open.ts'

/**
 * What was told already, so that nothing is told twice: the notices themselves are found anew each time and never
 * stored. `no` counts up, so that forgetting the oldest needs no clock.
 */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE told_notices (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      told_at INTEGER NOT NULL,
      dismissed_at INTEGER
    ) STRICT;

    CREATE TABLE notice_check (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      checked_at INTEGER NOT NULL
    ) STRICT;
  `)
}
