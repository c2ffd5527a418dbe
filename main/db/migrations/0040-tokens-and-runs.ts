import type { WriteDb } from '../open.ts'

/**
 * People behind a token, when Apple last told the account, the checks while its terms wait to be accepted, and the mark
 * of a removal that has not reached all of its devices yet. A run keeps what it warns of, and between which events of
 * the store its own lie, so that they are found without an index that every new event would pay for.
 */
export function up(db: WriteDb): void {
  db.exec(`
    ALTER TABLE tokens ADD COLUMN owner_name TEXT;
    ALTER TABLE tokens ADD COLUMN owner_email TEXT;
    ALTER TABLE tokens ADD COLUMN deputy_name TEXT;
    ALTER TABLE tokens ADD COLUMN deputy_email TEXT;
    ALTER TABLE tokens ADD COLUMN account_at INTEGER;
    ALTER TABLE tokens ADD COLUMN terms_checks INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE tokens ADD COLUMN terms_check_at INTEGER;
    ALTER TABLE tokens ADD COLUMN retiring_since_at INTEGER;

    ALTER TABLE sync_runs ADD COLUMN warning TEXT;
    ALTER TABLE sync_runs ADD COLUMN first_event_no INTEGER;
    ALTER TABLE sync_runs ADD COLUMN last_event_no INTEGER;
  `)
}
