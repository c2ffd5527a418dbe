import type { WriteDb } from '../open.ts'

/** What the console says of devices, the imports it came with, and mappings of columns that somebody chose. */
export function up(db: WriteDb): void {
  db.exec(`
    ALTER TABLE devices ADD COLUMN user_name TEXT;
    ALTER TABLE devices ADD COLUMN friendly_name TEXT;
    ALTER TABLE devices ADD COLUMN console_seen_at INTEGER;
    -- When the console said the latest of what is kept of it.
    ALTER TABLE devices ADD COLUMN console_at INTEGER;
    -- Its own word on enrollment and when it said so: what follows is derived from it and from what Apple tells.
    ALTER TABLE devices ADD COLUMN console_status INTEGER;
    ALTER TABLE devices ADD COLUMN console_status_at INTEGER;
    ALTER TABLE devices ADD COLUMN token_status_at INTEGER;

    -- Devices only the console knows: Apple lists none of them.
    CREATE TABLE console_records (
      serial TEXT PRIMARY KEY,
      enrollment_status INTEGER,
      token_status INTEGER,
      user_name TEXT,
      friendly_name TEXT,
      seen_at INTEGER,
      as_of INTEGER NOT NULL,
      import_no INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE imports (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      -- staging: what is there is left over unless its lease is held. applying: it counts and is carried to its end.
      state TEXT NOT NULL CHECK (state IN ('staging', 'applying', 'done')),
      kind TEXT NOT NULL,
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      as_of INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      counts TEXT NOT NULL CHECK (json_valid(counts)),
      -- The last row that was carried over, in the order of the devices.
      applied_device INTEGER NOT NULL,
      applied_serial TEXT NOT NULL
    ) STRICT;

    -- Rows of the one import under way.
    CREATE TABLE import_staging (
      serial TEXT PRIMARY KEY,
      -- 0 where Apple lists no such device. Devices are changed in their own order: their rows lie side by side.
      device_id INTEGER NOT NULL,
      line INTEGER NOT NULL,
      enrollment_status INTEGER,
      token_status INTEGER,
      user_name TEXT,
      friendly_name TEXT,
      seen_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX import_staging_by_device ON import_staging (device_id, serial);

    -- Rows that somebody may want to look at: repaired, rejected, duplicates, unknown here, not understood.
    CREATE TABLE import_remarks (
      import_no INTEGER NOT NULL REFERENCES imports (no),
      kind INTEGER NOT NULL,
      line INTEGER NOT NULL,
      place INTEGER NOT NULL,
      text TEXT NOT NULL,
      serial TEXT,
      detail TEXT NOT NULL,
      PRIMARY KEY (import_no, kind, line, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_mappings (
      signature TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `)
}
