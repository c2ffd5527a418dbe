import type { WriteDb } from '../open.ts'

/** Own reports, when reports write themselves, and what was written. */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE reports (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      -- Columns, filter, order and form.
      content TEXT NOT NULL CHECK (json_valid(content)),
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE report_schedules (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      -- Id of an own report or name of a preset.
      report TEXT NOT NULL,
      path TEXT NOT NULL,
      -- 1 is Monday; null is every day.
      weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
      minute_of_day INTEGER NOT NULL CHECK (minute_of_day BETWEEN 0 AND 1439),
      keep INTEGER NOT NULL CHECK (keep >= 1),
      -- Null while it is off.
      next_at INTEGER,
      failures INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE report_runs (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      report TEXT NOT NULL,
      name TEXT NOT NULL,
      schedule_no INTEGER REFERENCES report_schedules (no) ON DELETE SET NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
      row_count INTEGER,
      path TEXT NOT NULL,
      error_code TEXT,
      error_message TEXT,
      -- Whether its file is one that makes room for later ones of its schedule.
      rotates INTEGER NOT NULL CHECK (rotates IN (0, 1))
    ) STRICT;
    CREATE INDEX report_runs_by_schedule ON report_runs (schedule_no, no);
  `)
}
