import type { WriteDb } from '../open.ts'

/**
 * Enrollment profiles and what was given to Apple. A version is written before Apple is asked, so that a process that
 * dies in between leaves a trace: nobody then defines the profile a second time without a person's decision.
 */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE profiles (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL COLLATE NOCASE,
      group_no INTEGER NOT NULL REFERENCES groups (no),
      draft TEXT NOT NULL,
      console TEXT NOT NULL CHECK (json_valid(console)),
      notes TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      removed_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX profiles_by_name ON profiles (name) WHERE removed_at IS NULL;

    CREATE TABLE profile_versions (
      no INTEGER PRIMARY KEY,
      profile_no INTEGER NOT NULL REFERENCES profiles (no),
      version INTEGER NOT NULL,
      token_no INTEGER NOT NULL REFERENCES tokens (no),
      body TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('defining', 'published', 'unknown', 'gone')),
      profile_uuid TEXT,
      published_at INTEGER NOT NULL,
      app_version TEXT NOT NULL,
      checked_at INTEGER,
      UNIQUE (profile_no, version)
    ) STRICT;
    CREATE INDEX profile_versions_by_uuid ON profile_versions (profile_uuid);

    CREATE TABLE default_profiles (
      token_no INTEGER PRIMARY KEY REFERENCES tokens (no),
      profile_no INTEGER NOT NULL REFERENCES profiles (no)
    ) STRICT;
  `)
}
