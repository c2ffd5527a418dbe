import type { WriteDb } from '../open.ts'

/** Which devices were told to lock themselves, and where their bypass codes are sealed. */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE activation_locks (
      no INTEGER PRIMARY KEY,
      serial TEXT NOT NULL,
      -- Null once Apple has refused: the code opens nothing then.
      secret_id TEXT,
      -- Apple's word; null while nobody knows whether the request arrived.
      outcome TEXT,
      asked_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX activation_locks_by_serial ON activation_locks (serial, no);
  `)
}
