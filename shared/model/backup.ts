import { z } from 'zod'
import { CREDENTIAL_STATES } from './credential.ts'
import type { CredentialId, GroupId, KeyId, PushRequestId, SecretId, TokenId } from './ids.ts'
import { CHILD_PERMISSIONS, CURRENT_SETTINGS, GROUP_PAGES } from './group.ts'
import { TOKEN_STATES } from './token.ts'

/**
 * What a backup holds: every secret, and the rows that give them their meaning, named by ids that hold on every
 * computer. Times are milliseconds UTC. Unknown members are refused: what this program cannot restore it does not pass
 * over; a backup with more in it gets the next version.
 */
export const BACKUP_VERSION = 1

const id = <T extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((text) => text as T)
const text = z.string()
const time = z.number().int()
const json = text.refine(isJson, 'not JSON')

const secret = z.strictObject({ id: id<SecretId>(), kind: text.max(64), value: z.base64(), createdAt: time })
const page = z.strictObject({
  page: z.enum(GROUP_PAGES),
  current: z.enum(CURRENT_SETTINGS),
  child: z.enum(CHILD_PERMISSIONS),
  value: text.nullable(),
})
const group = z.strictObject({
  id: id<GroupId>(),
  parentId: id<GroupId>().nullable(),
  name: text,
  type: text,
  groupId: text.nullable(),
  createdAt: time,
  /** What is set at the group; absent where nothing is, and in backups from before there were pages. */
  pages: z.array(page).optional(),
})
const keyPair = z.strictObject({
  id: id<KeyId>(),
  name: text,
  group: id<GroupId>(),
  state: text,
  certificate: text.nullable(),
  fingerprintSha256: text,
  issuerDer: z.base64().nullable(),
  serialNumber: text.nullable(),
  privateKeySecretId: id<SecretId>(),
  createdAt: time,
})
const contact = z.strictObject({ name: text.nullable(), email: text.nullable() })
const token = z.strictObject({
  id: id<TokenId>(),
  name: text,
  group: id<GroupId>(),
  keyId: id<KeyId>().nullable(),
  credentialsSecretId: id<SecretId>().nullable(),
  consumerKeyHint: text,
  serverName: text.nullable(),
  serverUuid: text.nullable(),
  orgName: text.nullable(),
  adminId: text.nullable(),
  account: json.nullable(),
  expiresAt: time,
  state: z.enum(TOKEN_STATES),
  stateSinceAt: time,
  createdAt: time,
  intervalMinutes: z.number().int().nullable(),
  /** Absent in backups from before there were contacts. */
  owner: contact.optional(),
  deputy: contact.optional(),
})
const credential = z.strictObject({
  id: id<CredentialId>(),
  kind: z.enum(['stoken', 'push-certificate', 'manual']),
  name: text,
  identity: text.nullable(),
  secretId: id<SecretId>().nullable(),
  certificate: text.nullable(),
  facts: json,
  account: text.nullable(),
  note: text.nullable(),
  expiresAt: time,
  state: z.enum(CREDENTIAL_STATES),
  stateSinceAt: time,
  verifiedAt: time.nullable(),
  createdAt: time,
  owner: contact,
  deputy: contact,
})
const pushRequest = z.strictObject({
  id: id<PushRequestId>(),
  name: text,
  email: text.nullable(),
  csr: text,
  keyFingerprint: text,
  privateKeySecretId: id<SecretId>(),
  createdAt: time,
})
const credentialContact = z.strictObject({ credentialId: text.max(200), owner: contact, deputy: contact })
export const backupDocument = z.strictObject({
  version: z.literal(BACKUP_VERSION),
  madeAt: time,
  secrets: z.array(secret),
  groups: z.array(group),
  keyPairs: z.array(keyPair),
  tokens: z.array(token),
  settings: z.array(z.strictObject({ name: text, value: json })),
  /** Absent where there are none, and in backups from before there were any. */
  credentials: z.array(credential).optional(),
  pushRequests: z.array(pushRequest).optional(),
  credentialContacts: z.array(credentialContact).optional(),
})

/** `secrets` are in the clear, in base64: a value of this type is only ever inside a sealed file or on its way there. */
export type Backup = z.infer<typeof backupDocument>
export type BackupRows = Pick<
  Backup,
  'groups' | 'keyPairs' | 'tokens' | 'settings' | 'credentials' | 'pushRequests' | 'credentialContacts'
>
export type BackupSecret = Backup['secrets'][number]
export type BackupGroup = Backup['groups'][number]
export type BackupPage = NonNullable<BackupGroup['pages']>[number]
export type BackupKeyPair = Backup['keyPairs'][number]
export type BackupToken = Backup['tokens'][number]

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
