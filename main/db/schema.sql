-- Written by test/unit/main/db/schema.test.ts (npx vitest run -u …); for reading only.

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_no INTEGER REFERENCES groups (no),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  group_id TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX groups_by_parent ON groups (ifnull(parent_no, 0), name COLLATE NOCASE);

CREATE TABLE secrets (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE key_slots (
  kind TEXT PRIMARY KEY CHECK (kind IN ('os', 'passphrase', 'recovery')),
  params TEXT NOT NULL CHECK (json_valid(params)),
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE key_pairs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  group_no INTEGER NOT NULL REFERENCES groups (no),
  state TEXT NOT NULL CHECK (state IN ('staged', 'current', 'archived')),
  certificate TEXT,
  fingerprint_sha256 TEXT NOT NULL,
  issuer_der BLOB,
  serial_number TEXT,
  private_key_secret_id TEXT NOT NULL REFERENCES secrets (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX key_pairs_by_serial_number ON key_pairs (serial_number);

CREATE TABLE tokens (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE,
  group_no INTEGER NOT NULL REFERENCES groups (no),
  key_id TEXT REFERENCES key_pairs (id),
  credentials_secret_id TEXT REFERENCES secrets (id),
  consumer_key_hint TEXT NOT NULL,
  server_name TEXT,
  server_uuid TEXT,
  org_name TEXT,
  admin_id TEXT,
  account TEXT CHECK (account IS NULL OR json_valid(account)),
  expires_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_since_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
, owner_name TEXT, owner_email TEXT, deputy_name TEXT, deputy_email TEXT, account_at INTEGER, terms_checks INTEGER NOT NULL DEFAULT 0, terms_check_at INTEGER, retiring_since_at INTEGER) STRICT;

CREATE UNIQUE INDEX tokens_by_name ON tokens (name) WHERE removed_at IS NULL;

CREATE TABLE sync_state (
  token_no INTEGER PRIMARY KEY REFERENCES tokens (no),
  phase TEXT NOT NULL CHECK (phase IN ('fetch', 'sync')),
  cursor TEXT,
  cursor_at INTEGER,
  fetched_until TEXT,
  fetch_run_no INTEGER,
  device_count INTEGER NOT NULL,
  last_fetch_at INTEGER,
  last_sync_at INTEGER,
  last_attempt_at INTEGER,
  last_success_at INTEGER,
  next_sync_at INTEGER,
  interval_minutes INTEGER
, spares_defaults INTEGER NOT NULL DEFAULT 0 CHECK (spares_defaults IN (0, 1))) STRICT;

CREATE TABLE sync_runs (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  token_no INTEGER NOT NULL REFERENCES tokens (no),
  mode TEXT NOT NULL CHECK (mode IN ('fetch', 'sync')),
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  requests INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  received INTEGER NOT NULL,
  added INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  found_only_by_fetch INTEGER NOT NULL,
  assigned INTEGER NOT NULL,
  error_code TEXT,
  error_message TEXT
, warning TEXT, first_event_no INTEGER, last_event_no INTEGER) STRICT;

CREATE INDEX sync_runs_by_token ON sync_runs (token_no, no);

CREATE TABLE fetch_pages (
  token_no INTEGER NOT NULL REFERENCES tokens (no),
  page INTEGER NOT NULL,
  device_ids BLOB NOT NULL,
  PRIMARY KEY (token_no, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE devices (
  id INTEGER PRIMARY KEY,
  serial TEXT NOT NULL UNIQUE,
  model_id INTEGER,
  description_id INTEGER,
  color_id INTEGER,
  asset_tag TEXT,
  family_id INTEGER,
  os_id INTEGER,
  token_no INTEGER,
  group_no INTEGER,
  at_apple INTEGER NOT NULL,
  gone_since_at INTEGER,
  gone_reason_id INTEGER,
  profile_status_id INTEGER,
  profile_uuid_id INTEGER,
  assignment INTEGER NOT NULL,
  assignment_error_id INTEGER,
  next_attempt_at INTEGER,
  enrollment_status INTEGER NOT NULL,
  token_status INTEGER NOT NULL,
  assigned_date_at INTEGER,
  assigned_by_id INTEGER,
  profile_assign_at INTEGER,
  profile_push_at INTEGER,
  migration_deadline_at INTEGER,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
, user_name TEXT, friendly_name TEXT, console_seen_at INTEGER, console_at INTEGER, console_status INTEGER, console_status_at INTEGER, token_status_at INTEGER) STRICT;

CREATE TABLE device_changes (
  no INTEGER PRIMARY KEY,
  device_id INTEGER NOT NULL
) STRICT;

CREATE TABLE device_raw (
  device_id INTEGER PRIMARY KEY REFERENCES devices (id),
  json TEXT NOT NULL
) STRICT;

CREATE TABLE assignments (
  device_id INTEGER NOT NULL REFERENCES devices (id),
  token_no INTEGER NOT NULL REFERENCES tokens (no),
  at_apple INTEGER NOT NULL,
  since_at INTEGER NOT NULL,
  op_at INTEGER,
  op_deleted INTEGER NOT NULL CHECK (op_deleted IN (0, 1)),
  PRIMARY KEY (device_id, token_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE replacements (
  device_id INTEGER PRIMARY KEY REFERENCES devices (id),
  token_no INTEGER NOT NULL REFERENCES tokens (no),
  asked_at INTEGER,
  original_serial TEXT
) STRICT;

CREATE TABLE events (
  no INTEGER PRIMARY KEY,
  device_id INTEGER NOT NULL REFERENCES devices (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  token_no INTEGER,
  run_no INTEGER,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail))
) STRICT;

CREATE INDEX events_by_device ON events (device_id, no);

CREATE INDEX groups_below ON groups (parent_no);

CREATE TABLE group_pages (
  group_no INTEGER NOT NULL REFERENCES groups (no),
  page TEXT NOT NULL CHECK (page IN ('token', 'default-profile', 'schedule')),
  current TEXT NOT NULL CHECK (current IN ('inherit', 'override')),
  child TEXT NOT NULL CHECK (child IN ('inherit-only', 'override-only', 'any')),
  value TEXT,
  PRIMARY KEY (group_no, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE removed_groups (
  no INTEGER PRIMARY KEY,
  into_no INTEGER NOT NULL
) STRICT;

CREATE INDEX removed_groups_below ON removed_groups (into_no);

CREATE TABLE group_tree (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  revision INTEGER NOT NULL,
  undo TEXT CHECK (undo IS NULL OR json_valid(undo))
) STRICT;

CREATE TRIGGER groups_added AFTER INSERT ON groups
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER groups_moved AFTER UPDATE ON groups
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER groups_removed AFTER DELETE ON groups
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER group_pages_added AFTER INSERT ON group_pages
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER group_pages_moved AFTER UPDATE ON group_pages
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER group_pages_removed AFTER DELETE ON group_pages
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER tokens_seated AFTER INSERT ON tokens
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER tokens_moved AFTER UPDATE OF group_no, name, server_uuid, removed_at ON tokens
  WHEN (old.group_no, old.name, old.server_uuid, old.removed_at)
    IS NOT (new.group_no, new.name, new.server_uuid, new.removed_at)
  BEGIN UPDATE group_tree SET revision = revision + 1; END;

CREATE TRIGGER devices_changed AFTER UPDATE ON devices
  BEGIN INSERT INTO device_changes (device_id) VALUES (new.id); END;

CREATE TABLE told_notices (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  told_at INTEGER NOT NULL,
  dismissed_at INTEGER
) STRICT;

CREATE TABLE notice_check (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  checked_at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE desired_profiles (
  device_id INTEGER PRIMARY KEY REFERENCES devices (id),
  profile_no INTEGER REFERENCES profiles (no),
  -- The definition meant, once there is one: a later one is given only when somebody says so.
  version_no INTEGER REFERENCES profile_versions (no),
  source TEXT NOT NULL CHECK (source IN ('person', 'default')),
  since_at INTEGER NOT NULL
) STRICT;

CREATE TABLE profile_assignments (
  device_id INTEGER PRIMARY KEY REFERENCES devices (id),
  token_no INTEGER NOT NULL REFERENCES tokens (no),
  version_no INTEGER REFERENCES profile_versions (no),
  attempts INTEGER NOT NULL,
  next_attempt_at INTEGER,
  outcome TEXT,
  since_at INTEGER NOT NULL,
  answered_at INTEGER
) STRICT;

CREATE INDEX profile_assignments_due ON profile_assignments (token_no, next_attempt_at)
  WHERE next_attempt_at IS NOT NULL;

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

CREATE TABLE registration_tokens (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device_id INTEGER NOT NULL REFERENCES devices (id),
  factor TEXT NOT NULL CHECK (factor IN ('single', 'two')),
  length INTEGER NOT NULL,
  -- Null once nobody can need the value any more.
  secret_id TEXT,
  issued_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by TEXT CHECK (ended_by IN ('used', 'unused', 'revoked', 'replaced', 'expired', 'blocked')),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT;

CREATE INDEX registration_tokens_by_device ON registration_tokens (device_id, no);

CREATE UNIQUE INDEX registration_tokens_open ON registration_tokens (device_id) WHERE ended_at IS NULL;

CREATE INDEX registration_tokens_kept ON registration_tokens (device_id) WHERE secret_id IS NOT NULL;

CREATE TABLE registration_policies (
  group_no INTEGER PRIMARY KEY REFERENCES groups (no) ON DELETE CASCADE,
  factor TEXT NOT NULL CHECK (factor IN ('single', 'two')),
  length INTEGER NOT NULL CHECK (length BETWEEN 6 AND 20)
) STRICT;

CREATE TABLE "import_staging" (
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
