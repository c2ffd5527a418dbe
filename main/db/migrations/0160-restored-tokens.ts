import type { WriteDb } from '../open.ts'

/** A restore changes nothing at Apple: default profiles come along, and must not be given to devices that have long been there. */
export function up(db: WriteDb): void {
  db.exec(`
    ALTER TABLE sync_state ADD COLUMN
      -- 1 from a restore to the end of the first complete fetch: what that lists is no arrival, and gets no default profile.
      spares_defaults INTEGER NOT NULL DEFAULT 0 CHECK (spares_defaults IN (0, 1));
  `)
}
