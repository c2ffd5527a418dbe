import { AppError } from '../../shared/errors.ts'
import type { CredentialState, StokenFacts, PushFacts } from '../../shared/model/credential.ts'
import type { CredentialId, SecretId } from '../../shared/model/ids.ts'
import type { TokenContact } from '../../shared/model/token.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { all, get, run, sql, type Sql } from './sql.ts'

/** `manual` has no facts. */
export type StoredFacts =
  | { readonly kind: 'stoken'; readonly facts: StokenFacts }
  | { readonly kind: 'push-certificate'; readonly facts: Omit<PushFacts, 'hasKey'> }
  | { readonly kind: 'manual'; readonly facts: null }

export type Contacts = { readonly owner: TokenContact | null; readonly deputy: TokenContact | null }

/** As stored: `state` as last told, before the clock has its say. */
export type StoredCredential = StoredFacts &
  Contacts & {
    readonly no: number
    readonly id: CredentialId
    readonly name: string
    /** What a renewal must not change: library of a content token, topic of a push certificate. */
    readonly identity: string | null
    readonly secretId: SecretId | null
    /** PEM; of a push certificate. */
    readonly certificate: string | null
    readonly account: string | null
    readonly note: string | null
    readonly expiresAt: number
    readonly state: CredentialState
    readonly stateSince: number
    readonly verifiedAt: number | null
    /** Moves with every new file. */
    readonly version: number
  }

type Row = {
  readonly no: number
  readonly id: CredentialId
  readonly kind: StoredFacts['kind']
  readonly name: string
  readonly identity: string | null
  readonly secret_id: SecretId | null
  readonly certificate: string | null
  readonly facts: string
  readonly account: string | null
  readonly note: string | null
  readonly expires_at: number
  readonly state: CredentialState
  readonly state_since_at: number
  readonly verified_at: number | null
  readonly version: number
} & ContactRow

type ContactRow = {
  readonly owner_name: string | null
  readonly owner_email: string | null
  readonly deputy_name: string | null
  readonly deputy_email: string | null
}

/** By name. */
export function listCredentials(db: ReadDb): readonly StoredCredential[] {
  return select(db, sql`TRUE`)
}

export function findCredential(db: ReadDb, id: CredentialId): StoredCredential | undefined {
  return select(db, sql`id = ${id}`)[0]
}

function select(db: ReadDb, condition: Sql): readonly StoredCredential[] {
  return all<Row>(db, sql`SELECT * FROM credentials WHERE ${condition} ORDER BY name`).map(toCredential)
}

/** What a file or a form brings; everything a record is made of except its contacts. */
export type CredentialData = StoredFacts &
  Pick<
    StoredCredential,
    'identity' | 'certificate' | 'account' | 'note' | 'expiresAt' | 'state' | 'stateSince' | 'verifiedAt'
  >

/** `seal` runs inside the transaction: row and sealed value are both there or neither is. */
export type Sealed = { readonly seal: () => SecretId | null }

/** Fails with `credential.name-taken`. */
export function insertCredential(
  db: WriteDb,
  data: CredentialData & Contacts & { readonly id: CredentialId; readonly name: string; readonly at: number },
  { seal }: Sealed = { seal: () => null },
): void {
  db.transaction(() => {
    requireFreeName(db, data.name)
    run(
      db,
      sql`INSERT INTO credentials (id, kind, name, identity, secret_id, certificate, facts, account, note, expires_at,
                                   state, state_since_at, verified_at, version, created_at, owner_name, owner_email,
                                   deputy_name, deputy_email)
          VALUES (${data.id}, ${data.kind}, ${data.name}, ${data.identity}, ${seal()}, ${data.certificate},
                  ${JSON.stringify(data.facts)}, ${data.account}, ${data.note}, ${data.expiresAt}, ${data.state},
                  ${data.stateSince}, ${data.verifiedAt}, 1, ${data.at}, ${data.owner?.name ?? null},
                  ${data.owner?.email ?? null}, ${data.deputy?.name ?? null}, ${data.deputy?.email ?? null})`,
    )
  }).immediate()
}

/**
 * In place of the file before; name and contacts stay. `seal` may give the sealed value of before: then that stays too. Fails with `credential.changed-meanwhile`.
 */
export function renewCredential(
  db: WriteDb,
  before: Pick<StoredCredential, 'no' | 'version' | 'secretId'>,
  data: CredentialData,
  { seal }: Sealed,
): void {
  db.transaction(() => {
    const secretId = seal()
    const { changes } = run(
      db,
      sql`UPDATE credentials
          SET identity = ${data.identity}, secret_id = ${secretId}, certificate = ${data.certificate},
              facts = ${JSON.stringify(data.facts)}, account = ${data.account}, note = ${data.note},
              expires_at = ${data.expiresAt}, state = ${data.state}, state_since_at = ${data.stateSince},
              verified_at = ${data.verifiedAt}, version = version + 1
          WHERE no = ${before.no} AND version = ${before.version}`,
    )
    if (changes === 0) throw new AppError('credential.changed-meanwhile', 'it was renewed or removed meanwhile')
    if (before.secretId !== null && before.secretId !== secretId) deleteSecret(db, before.secretId)
  }).immediate()
}

/**
 * What was found out about a record: `decide` sees it as it is inside the transaction. Nothing is written where it was renewed
 * or removed meanwhile.
 */
export function updateCredential(
  db: WriteDb,
  { id, version }: { readonly id: CredentialId; readonly version?: number },
  decide: (stored: StoredCredential) => CredentialData & { readonly name?: string },
): boolean {
  return db
    .transaction(() => {
      const stored = findCredential(db, id)
      if (!stored || (version !== undefined && stored.version !== version)) return false
      const next = decide(stored)
      const name = next.name ?? stored.name
      if (name.toLowerCase() !== stored.name.toLowerCase()) requireFreeName(db, name)
      run(
        db,
        sql`UPDATE credentials
            SET name = ${name}, identity = ${next.identity}, facts = ${JSON.stringify(next.facts)},
                account = ${next.account}, note = ${next.note}, expires_at = ${next.expiresAt}, state = ${next.state},
                state_since_at = ${next.stateSince}, verified_at = ${next.verifiedAt}
            WHERE no = ${stored.no}`,
      )
      return true
    })
    .immediate()
}

/** Throws `credential.name-taken`. */
export function requireFreeName(db: ReadDb, name: string): void {
  if (!get(db, sql`SELECT 1 FROM credentials WHERE name = ${name}`)) return
  throw new AppError('credential.name-taken', `there is a credential named ${name}`, { path: 'name' })
}

/** False when there is none. */
export function deleteCredential(db: WriteDb, id: CredentialId): boolean {
  return db
    .transaction(() => {
      const stored = findCredential(db, id)
      if (!stored) return false
      run(db, sql`DELETE FROM credentials WHERE no = ${stored.no}`)
      if (stored.secretId !== null) deleteSecret(db, stored.secretId)
      return true
    })
    .immediate()
}

/** False when there is no such stored credential. */
export function saveCredentialContacts(db: WriteDb, id: CredentialId, { owner, deputy }: Contacts): boolean {
  const { changes } = run(
    db,
    sql`UPDATE credentials SET owner_name = ${owner?.name ?? null}, owner_email = ${owner?.email ?? null},
                               deputy_name = ${deputy?.name ?? null}, deputy_email = ${deputy?.email ?? null}
        WHERE id = ${id}`,
  )
  return changes === 1
}

/** Contacts of what is kept elsewhere, by id. */
export function listOtherContacts(db: ReadDb): ReadonlyMap<CredentialId, Contacts> {
  const rows = all<ContactRow & { readonly credential_id: CredentialId }>(db, sql`SELECT * FROM credential_contacts`)
  return new Map(rows.map((row) => [row.credential_id, toContacts(row)]))
}

export function saveOtherContacts(db: WriteDb, id: CredentialId, { owner, deputy }: Contacts): void {
  run(
    db,
    sql`INSERT INTO credential_contacts (credential_id, owner_name, owner_email, deputy_name, deputy_email)
        VALUES (${id}, ${owner?.name ?? null}, ${owner?.email ?? null}, ${deputy?.name ?? null}, ${deputy?.email ?? null})
        ON CONFLICT (credential_id) DO UPDATE
        SET owner_name = excluded.owner_name, owner_email = excluded.owner_email,
            deputy_name = excluded.deputy_name, deputy_email = excluded.deputy_email`,
  )
}

function toCredential({ facts, kind, ...row }: Row): StoredCredential {
  return {
    no: row.no,
    id: row.id,
    name: row.name,
    identity: row.identity,
    secretId: row.secret_id,
    certificate: row.certificate,
    account: row.account,
    note: row.note,
    expiresAt: row.expires_at,
    state: row.state,
    stateSince: row.state_since_at,
    verifiedAt: row.verified_at,
    version: row.version,
    ...toContacts(row),
    ...({ kind, facts: JSON.parse(facts) } as StoredFacts), // written by this file
  }
}

function toContacts(row: ContactRow): Contacts {
  return {
    owner: toContact(row.owner_name, row.owner_email),
    deputy: toContact(row.deputy_name, row.deputy_email),
  }
}

function toContact(name: string | null, email: string | null): TokenContact | null {
  return name === null && email === null ? null : { name, email }
}
