import type { WriteDb } from '../open.ts'

/**
 * Which profile each device should have, and what came of telling Apple. The wish stays when it is fulfilled: a device
 * that comes back without its profile gets it again.
 */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE desired_profiles (
      device_id INTEGER PRIMARY KEY REFERENCES devices (id),
      profile_no INTEGER REFERENCES profiles (no),
      -- The definition meant, once there is one: a later one is given only when somebody says so.
      version_no INTEGER REFERENCES profile_versions (no),
      source TEXT NOT NULL CHECK (source IN ('person', 'default')),
      since_at INTEGER NOT NULL
    ) STRICT;

    -- One row per device that Apple was, or is to be, told about. No version: its profile is taken away.
    -- No next attempt: nothing more happens until a person or another answer of Apple says so.
    CREATE TABLE profile_assignments (
      device_id INTEGER PRIMARY KEY REFERENCES devices (id),
      token_no INTEGER NOT NULL REFERENCES tokens (no),
      version_no INTEGER REFERENCES profile_versions (no),
      attempts INTEGER NOT NULL,
      next_attempt_at INTEGER,
      outcome TEXT,
      since_at INTEGER NOT NULL,
      answered_at INTEGER
    ) STRICT;
    CREATE INDEX profile_assignments_due ON profile_assignments (token_no, next_attempt_at)
      WHERE next_attempt_at IS NOT NULL;
  `)
}
