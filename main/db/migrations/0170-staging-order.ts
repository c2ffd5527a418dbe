import type { WriteDb } from '../open.ts'

/** Staged rows lie in the order in which they are carried over: a million are then written and read one after the other. */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE staged_in_order (
      -- 0 where Apple lists no such device.
      device_id INTEGER NOT NULL,
      serial TEXT NOT NULL,
      line INTEGER NOT NULL,
      enrollment_status INTEGER,
      token_status INTEGER,
      user_name TEXT,
      friendly_name TEXT,
      seen_at INTEGER,
      PRIMARY KEY (device_id, serial)
    ) STRICT, WITHOUT ROWID;
    -- An import that counts is carried to its end by this version.
    INSERT INTO staged_in_order
      SELECT device_id, serial, line, enrollment_status, token_status, user_name, friendly_name, seen_at
      FROM import_staging;
    DROP TABLE import_staging;
    ALTER TABLE staged_in_order RENAME TO import_staging;
  `)
}
