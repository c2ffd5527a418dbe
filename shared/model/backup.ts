import { z } from 'zod'
import { backupDevices } from './backup-devices.ts'
import { contact, id, json, text, time } from './backup-parts.ts'
import { backupProfiles, backupReports } from './backup-work.ts'
import { CREDENTIAL_STATES } from './credential.ts'
import type { CredentialId, GroupId, KeyId, PushRequestId, SecretId, TokenId } from './ids.ts'
import { CHILD_PERMISSIONS, CURRENT_SETTINGS, GROUP_PAGES } from './group.ts'
import { REGISTRATION_FACTORS, REGISTRATION_LENGTH } from './registration-token.ts'
import { TOKEN_STATES } from './token.ts'

/**
 * What a backup holds: every secret, the rows that give them their meaning, and what people made that neither Apple nor
 * the console could give again; all named by ids that hold on every computer. Times are milliseconds UTC. Unknown members
 * are refused: what this program cannot restore it does not pass over; a backup with more in it gets the next version.
 * Version 1 had no profiles, reports and devices.
 */
export const BACKUP_VERSION = 2

const secret = z.strictObject({ id: id<SecretId>(), kind: text.max(64), value: z.base64(), createdAt: time })
const page = z.strictObject({
  page: z.enum(GROUP_PAGES),
  current: z.enum(CURRENT_SETTINGS),
  child: z.enum(CHILD_PERMISSIONS),
  value: text.nullable(),
})
const registrationRule = z.strictObject({
  factor: z.enum(REGISTRATION_FACTORS),
  length: z.number().int().min(REGISTRATION_LENGTH.least).max(REGISTRATION_LENGTH.most),
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
  registrationRule: registrationRule.optional(),
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
  version: z.union([z.literal(1), z.literal(BACKUP_VERSION)]),
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
  ...backupProfiles,
  ...backupReports,
  ...backupDevices,
})

/** `secrets` are in the clear, in base64: a value of this type is only ever inside a sealed file or on its way there. */
export type Backup = z.infer<typeof backupDocument>
export type BackupRows = Omit<Backup, 'version' | 'madeAt' | 'secrets'>
export type BackupSecret = Backup['secrets'][number]
export type BackupGroup = Backup['groups'][number]
export type BackupPage = NonNullable<BackupGroup['pages']>[number]
export type BackupKeyPair = Backup['keyPairs'][number]
export type BackupToken = Backup['tokens'][number]
