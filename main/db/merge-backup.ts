import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import type { BackupGroup, BackupKeyPair, BackupRows, BackupToken } from '../../shared/model/backup.ts'
import type { GroupId, SecretId, TokenId } from '../../shared/model/ids.ts'
import type { BackupCounts } from '../../shared/model/vault.ts'
import { addCredentialRows, missingCredentials, secretsOfCredentials } from './backup-credentials.ts'
import { addDecidedRows, missingDecided, secretsOfDecided } from './backup-devices.ts'
import { addDefaultProfiles, addProfiles, missingProfiles, type NumbersHere } from './backup-profiles.ts'
import { mergeReportRows } from './backup-reports.ts'
import { nextGroupNo } from './groups.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { findSecret, saveFirstKeySlot, saveSecret, type KeySlot, type SealedSecret } from './secrets.ts'
import { get, run, sql } from './sql.ts'

/** What comes in: rows as backed up, secrets sealed with the key of the vault here. */
export type Incoming = BackupRows & { readonly secrets: readonly SealedSecret[]; readonly madeAt: number }

export type MergeCounts = { readonly restored: BackupCounts; readonly kept: BackupCounts }

/**
 * Adds what is missing and keeps what is here, all or nothing. A token whose server is connected already counts as
 * here; one that was removed here comes back. `firstSlot` is given when there is no vault: it is made, and secrets left
 * over from a lost one, which nothing can open, give way. Fails with `vault.exists` when another process has made a
 * vault meanwhile, with `backup.damaged` when rows do not fit together.
 */
export function mergeBackup(db: WriteDb, incoming: Incoming, firstSlot?: KeySlot): MergeCounts {
  try {
    return db.transaction(() => merge(db, incoming, firstSlot)).immediate()
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError) || !cause.code.startsWith('SQLITE_CONSTRAINT')) throw cause
    throw new AppError('backup.damaged', 'the rows of the backup do not fit together', { cause })
  }
}

function merge(db: WriteDb, incoming: Incoming, firstSlot: KeySlot | undefined): MergeCounts {
  if (firstSlot && !saveFirstKeySlot(db, firstSlot)) throw new AppError('vault.exists', 'a vault was made meanwhile')
  const keyPairs = incoming.keyPairs.filter(({ id }) => !get(db, sql`SELECT 1 FROM key_pairs WHERE id = ${id}`))
  const tokens = incoming.tokens.filter((token) => !isConnected(db, token))
  const credentials = missingCredentials(db, incoming)
  const decided = missingDecided(db, incoming)
  const profiles = missingProfiles(db, incoming)
  const unneeded = secretsOf(incoming).difference(secretsOf({ keyPairs, tokens, ...credentials, ...decided }))
  const secrets = incoming.secrets.filter(({ id }) => firstSlot || (!unneeded.has(id) && !findSecret(db, id)))

  const groupNos = new Map<GroupId, number>()
  const groups = incoming.groups.filter((group) => mergeGroup(db, group, groupNos))
  secrets.forEach((secret) => saveSecret(db, secret))
  keyPairs.forEach((keyPair) => addKeyPair(db, keyPair, groupNos))
  tokens.forEach((token) => addToken(db, token, groupNos))
  addCredentialRows(db, credentials)
  const settings = incoming.settings.filter(
    ({ name, value }) =>
      run(db, sql`INSERT INTO settings (name, value) VALUES (${name}, ${value}) ON CONFLICT (name) DO NOTHING`).changes,
  )
  const here: NumbersHere = { group: (id) => groupNo(groupNos, id), token: tokenFinder(db, incoming.tokens) }
  addProfiles(db, profiles, here)
  addDefaultProfiles(db, incoming, here)
  const reports = mergeReportRows(db, incoming)
  const moved = addDecidedRows(
    db,
    { movedDevices: incoming.movedDevices, ...decided },
    { groupNo: here.group, now: incoming.madeAt },
  )
  const came = { secrets, groups, keyPairs, tokens, settings, profiles, reports, ...decided, ...credentials }
  const [restored, inBackup] = [countRows(came, moved), countRows(incoming, countMoved(incoming))]
  const kept = Object.fromEntries(
    Object.entries(inBackup).map(([of, all]) => [of, all - restored[of as keyof BackupCounts]]),
  )
  return { restored, kept: kept as BackupCounts } // the same members
}

type Counted = Pick<Incoming, 'groups' | 'keyPairs' | 'tokens' | 'settings' | 'credentials' | 'registrations'> & {
  readonly secrets: readonly unknown[]
  readonly profiles?: readonly unknown[] | undefined
  readonly reports?: readonly unknown[] | undefined
}

function countRows(rows: Counted, devices: number): BackupCounts {
  return {
    secrets: rows.secrets.length,
    groups: rows.groups.length,
    keyPairs: rows.keyPairs.length,
    tokens: rows.tokens.length,
    settings: rows.settings.length,
    credentials: rows.credentials?.length ?? 0,
    profiles: rows.profiles?.length ?? 0,
    reports: rows.reports?.length ?? 0,
    registrationTokens: (rows.registrations ?? []).reduce((sum, { tokens }) => sum + tokens.length, 0),
    devices,
  }
}

function countMoved({ movedDevices = [] }: BackupRows): number {
  return movedDevices.reduce((sum, { serials }) => sum + serials.split(' ').length, 0)
}

type SecretOwners = Pick<
  Incoming,
  'keyPairs' | 'tokens' | 'credentials' | 'pushRequests' | 'registrations' | 'activationLocks'
>

function secretsOf({ keyPairs, tokens, ...others }: SecretOwners): ReadonlySet<SecretId> {
  const ids = [
    ...keyPairs.map((pair) => pair.privateKeySecretId),
    ...tokens.map((token) => token.credentialsSecretId),
    ...secretsOfCredentials(others),
    ...secretsOfDecided(others),
  ]
  return new Set(ids.filter((id) => id !== null))
}

/** By id; a token whose server is connected here is the same one. */
function tokenFinder(db: ReadDb, tokens: readonly BackupToken[]): (id: TokenId) => number {
  const servers = new Map(tokens.map(({ id, serverUuid }) => [id, serverUuid]))
  return (id) => {
    const row = get<{ readonly no: number }>(
      db,
      sql`SELECT no FROM tokens WHERE removed_at IS NULL AND (id = ${id} OR server_uuid = ${servers.get(id) ?? null})`,
    )
    if (!row) throw new AppError('backup.damaged', 'a row belongs to a token that is not in the backup')
    return row.no
  }
}

function isConnected(db: ReadDb, { id, serverUuid }: BackupToken): boolean {
  return !!get(db, sql`SELECT 1 FROM tokens WHERE removed_at IS NULL AND (id = ${id} OR server_uuid = ${serverUuid})`)
}

/** Whether the group was missing. A group of the same name in the same place is the same group. */
function mergeGroup(db: WriteDb, group: BackupGroup, groupNos: Map<GroupId, number>): boolean {
  const parentNo = group.parentId === null ? null : groupNo(groupNos, group.parentId)
  const here = get<{ readonly no: number }>(
    db,
    sql`SELECT no FROM groups WHERE id = ${group.id}
        OR (ifnull(parent_no, 0) = ifnull(${parentNo}, 0) AND name = ${group.name} COLLATE NOCASE)
        ORDER BY id = ${group.id} DESC`,
  )
  if (here) {
    groupNos.set(group.id, here.no)
    addPages(db, here.no, group)
    return false
  }
  const { lastInsertRowid } = run(
    db,
    sql`INSERT INTO groups (no, id, parent_no, name, type, group_id, created_at)
        VALUES (${nextGroupNo(db)}, ${group.id}, ${parentNo}, ${group.name}, ${group.type}, ${group.groupId}, ${group.createdAt})`,
  )
  groupNos.set(group.id, Number(lastInsertRowid))
  addPages(db, Number(lastInsertRowid), group)
  return true
}

/** What is set here already stays. */
function addPages(db: WriteDb, no: number, { pages = [], registrationRule: rule }: BackupGroup): void {
  if (rule) {
    run(
      db,
      sql`INSERT INTO registration_policies (group_no, factor, length) VALUES (${no}, ${rule.factor}, ${rule.length})
          ON CONFLICT DO NOTHING`,
    )
  }
  for (const { page, current, child, value } of pages) {
    run(
      db,
      sql`INSERT INTO group_pages (group_no, page, current, child, value)
          VALUES (${no}, ${page}, ${current}, ${child}, ${value}) ON CONFLICT DO NOTHING`,
    )
  }
}

function groupNo(groupNos: ReadonlyMap<GroupId, number>, id: GroupId): number {
  const no = groupNos.get(id)
  if (no === undefined) throw new AppError('backup.damaged', 'a row belongs to a group that is not in the backup')
  return no
}

function addKeyPair(db: WriteDb, pair: BackupKeyPair, groupNos: ReadonlyMap<GroupId, number>): void {
  const issuerDer = pair.issuerDer === null ? null : Buffer.from(pair.issuerDer, 'base64')
  run(
    db,
    sql`INSERT INTO key_pairs (id, name, group_no, state, certificate, fingerprint_sha256, issuer_der, serial_number,
                               private_key_secret_id, created_at)
        VALUES (${pair.id}, ${pair.name}, ${groupNo(groupNos, pair.group)}, ${pair.state}, ${pair.certificate},
                ${pair.fingerprintSha256}, ${issuerDer}, ${pair.serialNumber}, ${pair.privateKeySecretId},
                ${pair.createdAt})`,
  )
}

/** Without a cursor: what Apple said to the other computer is not known here, so the first run fetches everything. */
function addToken(db: WriteDb, token: BackupToken, groupNos: ReadonlyMap<GroupId, number>): void {
  const row = get<{ readonly no: number }>(
    db,
    sql`INSERT INTO tokens (id, name, group_no, key_id, credentials_secret_id, consumer_key_hint, server_name,
                            server_uuid, org_name, admin_id, account, expires_at, state, state_since_at, version,
                            created_at, owner_name, owner_email, deputy_name, deputy_email)
        VALUES (${token.id}, ${freeName(db, token.name)}, ${groupNo(groupNos, token.group)}, ${token.keyId},
                ${token.credentialsSecretId}, ${token.consumerKeyHint}, ${token.serverName}, ${token.serverUuid},
                ${token.orgName}, ${token.adminId}, ${token.account}, ${token.expiresAt}, ${token.state},
                ${token.stateSinceAt}, 1, ${token.createdAt}, ${token.owner?.name ?? null}, ${token.owner?.email ?? null},
                ${token.deputy?.name ?? null}, ${token.deputy?.email ?? null})
        ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, group_no = excluded.group_no, key_id = excluded.key_id,
            credentials_secret_id = excluded.credentials_secret_id, consumer_key_hint = excluded.consumer_key_hint,
            server_name = excluded.server_name, server_uuid = excluded.server_uuid, org_name = excluded.org_name,
            admin_id = excluded.admin_id, account = excluded.account, expires_at = excluded.expires_at,
            state = excluded.state, state_since_at = excluded.state_since_at, version = version + 1, removed_at = NULL,
            retiring_since_at = NULL, owner_name = excluded.owner_name, owner_email = excluded.owner_email,
            deputy_name = excluded.deputy_name, deputy_email = excluded.deputy_email
        RETURNING no`,
  )
  const no = row!.no
  // Archived when the token was removed here.
  run(db, sql`UPDATE key_pairs SET state = 'current' WHERE id = ${token.keyId} AND state = 'archived'`)
  run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${no}`)
  run(db, sql`DELETE FROM sync_state WHERE token_no = ${no}`)
  run(
    db,
    sql`INSERT INTO sync_state (token_no, phase, device_count, interval_minutes, spares_defaults)
        VALUES (${no}, 'fetch', 0, ${token.intervalMinutes}, 1)`,
  )
}

/** Names of connected tokens are unique: a second one of the same name gets a number. */
function freeName(db: ReadDb, name: string): string {
  const isTaken = (text: string) => get(db, sql`SELECT 1 FROM tokens WHERE name = ${text} AND removed_at IS NULL`)
  let free = name
  for (let number = 2; isTaken(free); number++) free = `${name} (${number})`
  return free
}
