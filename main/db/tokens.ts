import { AppError } from '../../shared/errors.ts'
import type { KeyId, SecretId, TokenId } from '../../shared/model/ids.ts'
import type { Account, Token, TokenContact, TokenState } from '../../shared/model/token.ts'
import { groupPathOf } from './groups.ts'
import { archiveKeyPair, insertKeyPair, promoteKeyPair, type NewKeyPair } from './key-pairs.ts'
import { isLeaseHeld, syncLeaseName } from './leases.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { all, get, run, sql, type Sql } from './sql.ts'
import { planNextSync } from './sync-state.ts'

/** A token as stored: `state` as last told by Apple, before the clock has its say. Removed tokens are never returned. */
export type StoredToken = Omit<Token, 'daysLeft'> & {
  readonly no: number
  /** How often Apple was asked since the terms wait to be accepted. */
  readonly termsChecks: number
  readonly keyId: KeyId | null
  readonly credentialsSecretId: SecretId
  /** Moves with every new set of credentials. */
  readonly version: number
}

type TokenRow = {
  readonly no: number
  readonly id: TokenId
  readonly name: string
  readonly path: string
  readonly key_id: KeyId | null
  readonly credentials_secret_id: SecretId
  readonly consumer_key_hint: string
  readonly account: string | null
  readonly expires_at: number
  readonly state: TokenState
  readonly state_since_at: number
  readonly version: number
  readonly last_fetch_at: number | null
  readonly last_sync_at: number | null
  readonly next_sync_at: number | null
  readonly device_count: number | null
  readonly owner_name: string | null
  readonly owner_email: string | null
  readonly deputy_name: string | null
  readonly deputy_email: string | null
  readonly account_at: number | null
  readonly terms_checks: number
  readonly terms_check_at: number | null
}

/** By name. */
export function listTokens(db: ReadDb): readonly StoredToken[] {
  return selectTokens(db, sql`TRUE`)
}

export function findToken(db: ReadDb, id: TokenId): StoredToken | undefined {
  return selectTokens(db, sql`tokens.id = ${id}`)[0]
}

/** Names are unique, whatever the case of their letters. */
export function findTokenByName(db: ReadDb, name: string): StoredToken | undefined {
  return selectTokens(db, sql`tokens.name = ${name}`)[0]
}

function selectTokens(db: ReadDb, condition: Sql): readonly StoredToken[] {
  const rows = all<TokenRow>(
    db,
    sql`SELECT tokens.no, id, name, ${groupPathOf(sql`tokens.group_no`)} AS path, key_id, credentials_secret_id, consumer_key_hint, account, expires_at, state,
               state_since_at, version, last_fetch_at, last_sync_at, next_sync_at, device_count, owner_name,
               owner_email, deputy_name, deputy_email, account_at, terms_checks, terms_check_at
        FROM tokens
        LEFT JOIN sync_state ON sync_state.token_no = tokens.no
        WHERE removed_at IS NULL AND ${condition}
        ORDER BY name`,
  )
  return rows.map(toToken)
}

export type TokenImport = {
  /** The token these credentials renew, as it was when the decision was made. */
  readonly renews?: { readonly token: StoredToken; readonly isOtherServer: boolean } | undefined
  /** What a new token gets; a renewed one keeps its own. */
  readonly id: TokenId
  readonly name: string
  /** A name somebody asked for is taken as it is or not at all; a proposed one gets a number where it is taken. */
  readonly isNameAsked: boolean
  readonly groupNo: number
  readonly account: Account | null
  /** When Apple told it. */
  readonly accountAt: number | null
  readonly consumerKeyHint: string
  readonly expiresAt: number
  readonly state: TokenState
  readonly stateSince: number
  readonly key: { readonly id: KeyId; readonly pair?: NewKeyPair | undefined }
  readonly at: number
}

/** Called inside the transaction, so that sealed values and the rows that name them come together or not at all. */
export type Sealing = { readonly credentials: () => SecretId; readonly privateKey: () => SecretId }

/**
 * Credentials, key pair, token and the state of its conversation with Apple, in one transaction. Fails with
 * `token.changed-meanwhile` when somebody else was faster, `token.name-taken`, or `db.busy` when the cursor of a
 * running sync would have to go; then nothing has changed.
 */
export function saveImportedToken(db: WriteDb, data: TokenImport, sealing: Sealing): TokenId {
  return db
    .transaction(() => {
      assertServerIsFree(db, data)
      if (data.key.pair) insertKeyPair(db, data.key.pair, sealing.privateKey)
      promoteKeyPair(db, data.key.id)
      const secretId = sealing.credentials()
      if (!data.renews) insertToken(db, data, secretId)
      else renewToken(db, data, secretId)
      return data.renews?.token.id ?? data.id
    })
    .immediate()
}

function assertServerIsFree(db: ReadDb, { account, renews }: TokenImport): void {
  const other = get(
    db,
    sql`SELECT 1 FROM tokens WHERE removed_at IS NULL AND server_uuid = ${account?.serverUuid ?? null} COLLATE NOCASE
        AND no <> ${renews?.token.no ?? 0}`,
  )
  if (other) throw new AppError('token.changed-meanwhile', 'the same server was connected meanwhile')
}

function insertToken(db: WriteDb, data: TokenImport, secretId: SecretId): void {
  const { account } = data
  const { lastInsertRowid } = run(
    db,
    sql`INSERT INTO tokens (id, name, group_no, key_id, credentials_secret_id, consumer_key_hint, server_name,
                            server_uuid, org_name, admin_id, account, account_at, expires_at, state, state_since_at,
                            version, created_at)
        VALUES (${data.id}, ${freeName(db, data)}, ${data.groupNo}, ${data.key.id}, ${secretId},
                ${data.consumerKeyHint}, ${account?.serverName ?? null}, ${account?.serverUuid ?? null},
                ${account?.orgName ?? null}, ${account?.adminId ?? null}, ${account && JSON.stringify(account)},
                ${data.accountAt}, ${data.expiresAt}, ${data.state}, ${data.stateSince}, 1, ${data.at})`,
  )
  run(db, sql`INSERT INTO sync_state (token_no, phase, device_count) VALUES (${Number(lastInsertRowid)}, 'fetch', 0)`)
}

function renewToken(db: WriteDb, data: TokenImport, secretId: SecretId): void {
  const { token, isOtherServer } = data.renews!
  const { account } = data
  const { changes } = run(
    db,
    sql`UPDATE tokens
        SET key_id = ${data.key.id}, credentials_secret_id = ${secretId}, consumer_key_hint = ${data.consumerKeyHint},
            server_name = ${account?.serverName ?? null}, server_uuid = ${account?.serverUuid ?? null},
            org_name = ${account?.orgName ?? null}, admin_id = ${account?.adminId ?? null},
            account = ${account && JSON.stringify(account)}, account_at = ${data.accountAt},
            expires_at = ${data.expiresAt}, state = ${data.state}, state_since_at = ${data.stateSince},
            terms_checks = iif(${data.state} = 'terms-not-accepted', terms_checks, 0),
            terms_check_at = iif(${data.state} = 'terms-not-accepted', terms_check_at, NULL), version = version + 1
        WHERE no = ${token.no} AND version = ${token.version} AND removed_at IS NULL`,
  )
  if (changes === 0) throw new AppError('token.changed-meanwhile', 'the token was renewed or removed meanwhile')
  archiveKeyPair(db, token.keyId)
  deleteSecret(db, token.credentialsSecretId)
  if (isOtherServer) forgetCursor(db, token, data.at)
}

/** Cursor and list of an unfinished fetch belong to the server they came from. */
function forgetCursor(db: WriteDb, token: StoredToken, now: number): void {
  assertNotSyncing(db, token.id, now)
  run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${token.no}`)
  run(
    db,
    sql`UPDATE sync_state SET phase = 'fetch', cursor = NULL, cursor_at = NULL, fetched_until = NULL,
                              fetch_run_no = NULL, last_fetch_at = NULL, last_sync_at = NULL,
                              next_sync_at = NULL
        WHERE token_no = ${token.no}`,
  )
}

/** Throws `db.busy` while some process runs this token: what it is about to write would undo the caller's change. */
export function assertNotSyncing(db: ReadDb, id: TokenId, now: number): void {
  if (isLeaseHeld(db, syncLeaseName(id), now)) throw new AppError('db.busy', 'a sync of this token is running')
}

function freeName(db: ReadDb, { name, isNameAsked }: TokenImport): string {
  if (!findTokenByName(db, name)) return name
  if (isNameAsked) throw new AppError('token.name-taken', `there is a token named ${name} by now`, { path: 'name' })
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`
    if (!findTokenByName(db, numbered)) return numbered
  }
}

/** False when there is no such token. */
export function saveContacts(
  db: WriteDb,
  id: TokenId,
  { owner, deputy }: { readonly owner: TokenContact | null; readonly deputy: TokenContact | null },
): boolean {
  const { changes } = run(
    db,
    sql`UPDATE tokens SET owner_name = ${owner?.name ?? null}, owner_email = ${owner?.email ?? null},
                          deputy_name = ${deputy?.name ?? null}, deputy_email = ${deputy?.email ?? null}
        WHERE id = ${id} AND removed_at IS NULL`,
  )
  return changes === 1
}

/** What follows from an answer of Apple's: the state, and for terms that wait to be accepted the next look. */
export type NextState = {
  readonly state: TokenState
  readonly since: number
  readonly terms: { readonly checks: number; readonly nextAt: number } | null
}

/**
 * What Apple said about a token: `decide` sees the token as it is inside the transaction and gives its next state.
 * With `version`, an answer to credentials that were replaced meanwhile is ignored. False when nothing was written.
 */
export function updateTokenState(
  db: WriteDb,
  {
    id,
    version,
    account,
    at,
  }: {
    readonly id: TokenId
    readonly version?: number | undefined
    readonly account?: Account | undefined
    readonly at: number
  },
  decide: (token: StoredToken) => NextState,
): boolean {
  return db
    .transaction(() => {
      const token = findToken(db, id)
      if (!token || (version !== undefined && token.version !== version)) return false
      const next = decide(token)
      if (account) saveAccount(db, token, account, at)
      if (isSame(token, next)) return account !== undefined
      run(
        db,
        sql`UPDATE tokens SET state = ${next.state}, state_since_at = ${next.since},
                terms_checks = ${next.terms?.checks ?? 0}, terms_check_at = ${next.terms?.nextAt ?? null}
            WHERE no = ${token.no}`,
      )
      // A run before the next look would only be refused, and one after it would find the terms accepted.
      if (next.terms) planNextSync(db, token.no, next.terms.nextAt)
      else if (token.termsCheckAt !== null) planNextSync(db, token.no, at)
      return true
    })
    .immediate()
}

function isSame(token: StoredToken, { state, since, terms }: NextState): boolean {
  return state === token.state && since === token.stateSince && (terms?.nextAt ?? null) === token.termsCheckAt
}

function saveAccount(db: WriteDb, token: StoredToken, account: Account, at: number): void {
  run(
    db,
    sql`UPDATE tokens
        SET server_name = ${account.serverName}, server_uuid = ${account.serverUuid ?? token.serverUuid},
            org_name = ${account.orgName}, admin_id = ${account.adminId}, account = ${JSON.stringify(account)},
            account_at = ${at}
        WHERE no = ${token.no}`,
  )
}

function toToken(row: TokenRow): StoredToken {
  const account = row.account === null ? null : (JSON.parse(row.account) as Account) // written by this file
  return {
    no: row.no,
    id: row.id,
    name: row.name,
    group: row.path,
    serverName: account?.serverName ?? null,
    serverUuid: account?.serverUuid ?? null,
    orgName: account?.orgName ?? null,
    adminId: account?.adminId ?? null,
    account,
    accountAt: row.account_at,
    keyId: row.key_id,
    credentialsSecretId: row.credentials_secret_id,
    consumerKeyHint: row.consumer_key_hint,
    expiresAt: row.expires_at,
    state: row.state,
    stateSince: row.state_since_at,
    version: row.version,
    lastFetchAt: row.last_fetch_at,
    lastSyncAt: row.last_sync_at,
    nextSyncAt: row.next_sync_at,
    deviceCount: row.device_count ?? 0,
    owner: toContact(row.owner_name, row.owner_email),
    deputy: toContact(row.deputy_name, row.deputy_email),
    termsChecks: row.terms_checks,
    termsCheckAt: row.terms_check_at,
  }
}

function toContact(name: string | null, email: string | null): TokenContact | null {
  return name === null && email === null ? null : { name, email }
}
