import type { WriteDb } from '../open.ts'

/** What was diagnosed, so that it can be looked at again, gone on with and compared. */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE diagnoses (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      -- Null: about a file or the whole environment.
      serial TEXT,
      tree TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      -- The most likely one; null while a person is asked.
      cause TEXT,
      open_count INTEGER NOT NULL,
      -- Steps, answers and the facts they rest on; nothing secret.
      content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT;
    CREATE INDEX diagnoses_by_serial ON diagnoses (serial, no);
  `)
}
