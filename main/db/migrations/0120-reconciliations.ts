import type { WriteDb } from '../open.ts'

/**
 * Reconciliations: their numbers for good, their rows for the newest. Rows are packed some thousand to a piece, all of
 * one verdict (a position in the list of `shared/model/reconcile.ts`): a million rows are five hundred of them.
 */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE reconciliations (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      portal TEXT NOT NULL CHECK (json_valid(portal)),
      console TEXT NOT NULL CHECK (json_valid(console)),
      counts TEXT NOT NULL CHECK (json_valid(counts)),
      causes TEXT NOT NULL CHECK (json_valid(causes)),
      searched_near INTEGER NOT NULL CHECK (searched_near IN (0, 1)),
      asked_at INTEGER,
      has_rows INTEGER NOT NULL CHECK (has_rows IN (0, 1))
    ) STRICT;
    CREATE TABLE reconciliation_rows (
      no INTEGER PRIMARY KEY,
      reconciliation_no INTEGER NOT NULL REFERENCES reconciliations (no),
      verdict INTEGER NOT NULL,
      first INTEGER NOT NULL,
      count INTEGER NOT NULL,
      packed BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX reconciliation_rows_by_place ON reconciliation_rows (reconciliation_no, verdict, first);
  `)
}
