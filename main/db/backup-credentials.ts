import type { Backup } from '../../shared/model/backup.ts'
import type { SecretId } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

type Credential = NonNullable<Backup['credentials']>[number]
type Request = NonNullable<Backup['pushRequests']>[number]
type Contact = NonNullable<Backup['credentialContacts']>[number]
export type CredentialRows = Pick<Backup, 'credentials' | 'pushRequests' | 'credentialContacts'>

type Contacts = {
  readonly owner_name: string | null
  readonly owner_email: string | null
  readonly deputy_name: string | null
  readonly deputy_email: string | null
}
type CredentialRow = Pick<
  Credential,
  'id' | 'kind' | 'name' | 'identity' | 'certificate' | 'facts' | 'account' | 'note' | 'state'
> &
  Contacts & {
    readonly secret_id: SecretId | null
    readonly expires_at: number
    readonly state_since_at: number
    readonly verified_at: number | null
    readonly created_at: number
  }
type RequestRow = Pick<Request, 'id' | 'name' | 'email' | 'csr'> & {
  readonly key_fingerprint: string
  readonly private_key_secret_id: SecretId
  readonly created_at: number
}

/** What is kept of credentials; a member is absent where there is nothing, so that programs from before it can read the rest. */
export function readCredentialRows(db: ReadDb): CredentialRows {
  const credentials = all<CredentialRow>(db, sql`SELECT * FROM credentials ORDER BY no`).map(toCredential)
  const pushRequests = all<RequestRow>(db, sql`SELECT * FROM push_requests ORDER BY no`).map(toRequest)
  const contacts = all<Contacts & { readonly credential_id: string }>(
    db,
    sql`SELECT * FROM credential_contacts ORDER BY credential_id`,
  ).map((row) => ({ credentialId: row.credential_id, ...people(row) }))
  return {
    ...(credentials.length > 0 && { credentials }),
    ...(pushRequests.length > 0 && { pushRequests }),
    ...(contacts.length > 0 && { credentialContacts: contacts }),
  }
}

/** Those that are not here: another id, another library or topic, another request. */
export function missingCredentials(db: ReadDb, incoming: CredentialRows): CredentialRows {
  return {
    credentials: incoming.credentials?.filter(
      ({ id, kind, identity }) =>
        !get(db, sql`SELECT 1 FROM credentials WHERE id = ${id} OR (kind = ${kind} AND identity = ${identity})`),
    ),
    pushRequests: incoming.pushRequests?.filter(
      ({ id, privateKeySecretId: key }) =>
        !get(db, sql`SELECT 1 FROM push_requests WHERE id = ${id}`) &&
        // Its certificate has come here meanwhile.
        !get(db, sql`SELECT 1 FROM credentials WHERE secret_id = ${key}`),
    ),
    credentialContacts: incoming.credentialContacts,
  }
}

export function secretsOfCredentials({ credentials = [], pushRequests = [] }: CredentialRows): readonly SecretId[] {
  return [
    ...credentials.flatMap(({ secretId }) => secretId ?? []),
    ...pushRequests.map(({ privateKeySecretId }) => privateKeySecretId),
  ]
}

/** Part of the caller's transaction, after the secrets. Contacts that are set here stay. */
export function addCredentialRows(db: WriteDb, rows: CredentialRows): void {
  rows.credentials?.forEach((credential) => addCredential(db, credential))
  rows.pushRequests?.forEach((request) => addRequest(db, request))
  rows.credentialContacts?.forEach((contact) => addContact(db, contact))
}

function addCredential(db: WriteDb, one: Credential): void {
  run(
    db,
    sql`INSERT INTO credentials (id, kind, name, identity, secret_id, certificate, facts, account, note, expires_at,
                                 state, state_since_at, verified_at, version, created_at, owner_name, owner_email,
                                 deputy_name, deputy_email)
        VALUES (${one.id}, ${one.kind}, ${freeName(db, one.name)}, ${one.identity}, ${one.secretId}, ${one.certificate},
                ${one.facts}, ${one.account}, ${one.note}, ${one.expiresAt}, ${one.state}, ${one.stateSinceAt},
                ${one.verifiedAt}, 1, ${one.createdAt}, ${one.owner.name}, ${one.owner.email}, ${one.deputy.name},
                ${one.deputy.email})`,
  )
}

function addRequest(db: WriteDb, one: Request): void {
  run(
    db,
    sql`INSERT INTO push_requests (id, name, email, csr, key_fingerprint, private_key_secret_id, created_at)
        VALUES (${one.id}, ${one.name}, ${one.email}, ${one.csr}, ${one.keyFingerprint}, ${one.privateKeySecretId},
                ${one.createdAt})`,
  )
}

function addContact(db: WriteDb, { credentialId, owner, deputy }: Contact): void {
  run(
    db,
    sql`INSERT INTO credential_contacts (credential_id, owner_name, owner_email, deputy_name, deputy_email)
        VALUES (${credentialId}, ${owner.name}, ${owner.email}, ${deputy.name}, ${deputy.email})
        ON CONFLICT DO NOTHING`,
  )
}

/** Names are unique: a second one of the same name gets a number. */
function freeName(db: ReadDb, name: string): string {
  let free = name
  for (let number = 2; get(db, sql`SELECT 1 FROM credentials WHERE name = ${free}`); number++)
    free = `${name} (${number})`
  return free
}

function toCredential(row: CredentialRow): Credential {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    identity: row.identity,
    secretId: row.secret_id,
    certificate: row.certificate,
    facts: row.facts,
    account: row.account,
    note: row.note,
    expiresAt: row.expires_at,
    state: row.state,
    stateSinceAt: row.state_since_at,
    verifiedAt: row.verified_at,
    createdAt: row.created_at,
    ...people(row),
  }
}

function toRequest(row: RequestRow): Request {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    csr: row.csr,
    keyFingerprint: row.key_fingerprint,
    privateKeySecretId: row.private_key_secret_id,
    createdAt: row.created_at,
  }
}

function people(row: Contacts): Pick<Contact, 'owner' | 'deputy'> {
  return {
    owner: { name: row.owner_name, email: row.owner_email },
    deputy: { name: row.deputy_name, email: row.deputy_email },
  }
}
