import type {
  Backup,
  BackupGroup,
  BackupKeyPair,
  BackupPage,
  BackupRows,
  BackupToken,
} from '../../shared/model/backup.ts'
import type { GroupId, KeyId, SecretId } from '../../shared/model/ids.ts'
import type { RegistrationFactor } from '../../shared/model/registration-token.ts'
import { readCredentialRows } from './backup-credentials.ts'
import { readDecidedRows } from './backup-devices.ts'
import { readProfileRows } from './backup-profiles.ts'
import { readReportRows } from './backup-reports.ts'
import type { ReadDb } from './open.ts'
import { listSecrets, type SealedSecret } from './secrets.ts'
import { all, sql } from './sql.ts'

/** Everything a backup holds, as of one instant. Removed tokens are left out. Reads every device once: not for the main thread. */
export function readBackup(db: ReadDb): BackupRows & { readonly secrets: readonly SealedSecret[] } {
  return db.transaction(() => ({
    secrets: listSecrets(db),
    groups: listGroups(db),
    keyPairs: listKeyPairs(db),
    tokens: listTokens(db),
    settings: all<Backup['settings'][number]>(db, sql`SELECT name, value FROM settings ORDER BY name`),
    ...readCredentialRows(db),
    ...readProfileRows(db),
    ...readReportRows(db),
    ...readDecidedRows(db),
  }))()
}

type GroupRow = Pick<BackupGroup, 'id' | 'name' | 'type'> & {
  readonly no: number
  readonly parent_id: GroupId | null
  readonly group_id: string | null
  readonly created_at: number
  readonly factor: RegistrationFactor | null
  readonly length: number | null
}

function listGroups(db: ReadDb): BackupGroup[] {
  const rows = all<GroupRow>(
    db,
    sql`WITH RECURSIVE tree (no, depth) AS (
          SELECT no, 0 FROM groups WHERE parent_no IS NULL
          UNION ALL SELECT groups.no, depth + 1 FROM tree JOIN groups ON groups.parent_no = tree.no
        )
        SELECT child.no, child.id, parent.id AS parent_id, child.name, child.type, child.group_id, child.created_at,
               rule.factor, rule.length
        FROM tree JOIN groups child ON child.no = tree.no LEFT JOIN groups parent ON parent.no = child.parent_no
        LEFT JOIN registration_policies rule ON rule.group_no = child.no
        ORDER BY depth, child.name`,
  )
  const pages = Map.groupBy(
    all<BackupPage & { readonly no: number }>(
      db,
      sql`SELECT group_no AS no, page, current, child, value FROM group_pages ORDER BY group_no, page`,
    ),
    ({ no }) => no,
  )
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    type: row.type,
    groupId: row.group_id,
    createdAt: row.created_at,
    ...(pages.has(row.no) && { pages: pages.get(row.no)!.map(({ no: _no, ...page }) => page) }),
    ...(row.factor !== null && { registrationRule: { factor: row.factor, length: row.length! } }),
  }))
}

type KeyPairRow = Pick<BackupKeyPair, 'id' | 'name' | 'group' | 'state' | 'certificate'> & {
  readonly fingerprint_sha256: string
  readonly issuer_der: Buffer | null
  readonly serial_number: string | null
  readonly private_key_secret_id: SecretId
  readonly created_at: number
}

function listKeyPairs(db: ReadDb): BackupKeyPair[] {
  const rows = all<KeyPairRow>(
    db,
    sql`SELECT k.id, k.name, g.id AS "group", k.state, k.certificate, k.fingerprint_sha256, k.issuer_der,
               k.serial_number, k.private_key_secret_id, k.created_at
        FROM key_pairs k JOIN groups g ON g.no = k.group_no ORDER BY k.created_at, k.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    group: row.group,
    state: row.state,
    certificate: row.certificate,
    fingerprintSha256: row.fingerprint_sha256,
    issuerDer: row.issuer_der?.toString('base64') ?? null,
    serialNumber: row.serial_number,
    privateKeySecretId: row.private_key_secret_id,
    createdAt: row.created_at,
  }))
}

type TokenRow = Pick<BackupToken, 'id' | 'name' | 'group' | 'account' | 'state'> & {
  readonly key_id: KeyId | null
  readonly credentials_secret_id: SecretId | null
  readonly consumer_key_hint: string
  readonly server_name: string | null
  readonly server_uuid: string | null
  readonly org_name: string | null
  readonly admin_id: string | null
  readonly expires_at: number
  readonly state_since_at: number
  readonly created_at: number
  readonly interval_minutes: number | null
  readonly owner_name: string | null
  readonly owner_email: string | null
  readonly deputy_name: string | null
  readonly deputy_email: string | null
}

function listTokens(db: ReadDb): BackupToken[] {
  const rows = all<TokenRow>(
    db,
    sql`SELECT t.id, t.name, g.id AS "group", t.key_id, t.credentials_secret_id, t.consumer_key_hint, t.server_name,
               t.server_uuid, t.org_name, t.admin_id, t.account, t.expires_at, t.state, t.state_since_at, t.created_at,
               s.interval_minutes, t.owner_name, t.owner_email, t.deputy_name, t.deputy_email
        FROM tokens t JOIN groups g ON g.no = t.group_no LEFT JOIN sync_state s ON s.token_no = t.no
        WHERE t.removed_at IS NULL ORDER BY t.no`,
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    group: row.group,
    account: row.account,
    state: row.state,
    keyId: row.key_id,
    credentialsSecretId: row.credentials_secret_id,
    consumerKeyHint: row.consumer_key_hint,
    serverName: row.server_name,
    serverUuid: row.server_uuid,
    orgName: row.org_name,
    adminId: row.admin_id,
    expiresAt: row.expires_at,
    stateSinceAt: row.state_since_at,
    createdAt: row.created_at,
    intervalMinutes: row.interval_minutes,
    owner: { name: row.owner_name, email: row.owner_email },
    deputy: { name: row.deputy_name, email: row.deputy_email },
  }))
}
