import type { WriteDb } from '../open.ts'

/** What users type in Setup Assistant, where its value is sealed, and what a group wants it to look like. */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE registration_tokens (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      device_id INTEGER NOT NULL REFERENCES devices (id),
      factor TEXT NOT NULL CHECK (factor IN ('single', 'two')),
      length INTEGER NOT NULL,
      -- Null once nobody can need the value any more.
      secret_id TEXT,
      issued_at INTEGER NOT NULL,
      ended_at INTEGER,
      ended_by TEXT CHECK (ended_by IN ('used', 'unused', 'revoked', 'replaced', 'expired', 'blocked')),
      CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    ) STRICT;
    CREATE INDEX registration_tokens_by_device ON registration_tokens (device_id, no);
    CREATE UNIQUE INDEX registration_tokens_open ON registration_tokens (device_id) WHERE ended_at IS NULL;
    CREATE INDEX registration_tokens_kept ON registration_tokens (device_id) WHERE secret_id IS NOT NULL;

    CREATE TABLE registration_policies (
      group_no INTEGER PRIMARY KEY REFERENCES groups (no) ON DELETE CASCADE,
      factor TEXT NOT NULL CHECK (factor IN ('single', 'two')),
      length INTEGER NOT NULL CHECK (length BETWEEN 6 AND 20)
    ) STRICT;
  `)
}
