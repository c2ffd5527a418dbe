import type { WriteDb } from '../open.ts'

/**
 * What expires and has no place of its own. `identity` is what a renewal must not change: a library of licences, a topic.
 * Contacts of certificates inside profiles stand apart, because the profiles are where those are kept.
 */
export function up(db: WriteDb): void {
  db.exec(`
    CREATE TABLE credentials (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('stoken', 'push-certificate', 'manual')),
      name TEXT NOT NULL COLLATE NOCASE,
      identity TEXT,
      secret_id TEXT,
      certificate TEXT,
      -- What is known by kind, as JSON. Nothing secret.
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      account TEXT,
      note TEXT,
      expires_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      state_since_at INTEGER NOT NULL,
      verified_at INTEGER,
      version INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      owner_name TEXT,
      owner_email TEXT,
      deputy_name TEXT,
      deputy_email TEXT
    ) STRICT;
    CREATE UNIQUE INDEX credentials_by_name ON credentials (name);
    CREATE UNIQUE INDEX credentials_by_identity ON credentials (kind, identity) WHERE identity IS NOT NULL;

    CREATE TABLE credential_contacts (
      credential_id TEXT PRIMARY KEY,
      owner_name TEXT,
      owner_email TEXT,
      deputy_name TEXT,
      deputy_email TEXT
    ) STRICT;

    CREATE TABLE push_requests (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      email TEXT,
      csr TEXT NOT NULL,
      key_fingerprint TEXT NOT NULL,
      private_key_secret_id TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
  `)
}
