import { z } from 'zod'
import { AppError, assertNever } from '../../../shared/errors.ts'
import type { GroupId, KeyId, SecretId, TokenId } from '../../../shared/model/ids.ts'
import { TOKEN_STATES } from '../../../shared/model/token.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { BackupRows } from '../../db/backup.ts'
import type { Random } from '../../ports/random.ts'
import { SCRYPT_COST, type ScryptCost } from './derive-key.ts'
import { openBox, sealBox } from './key-box.ts'

/**
 * A backup file is a box (`key-box.ts`) closed with the backup passphrase. Inside: one JSON document in UTF-8, whose
 * first member is its version. Unknown members are refused: what this program cannot restore it does not pass over.
 */
const CONTEXT = 'ade-desk backup'
const VERSION = 1

/** Far above any real vault (a thousand tokens are 5 MB); what is larger is not read at all. */
export const MAX_BACKUP_BYTES = 64 * 1024 * 1024

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
const group = z.strictObject({
  id: id<GroupId>(),
  parentId: id<GroupId>().nullable(),
  name: text,
  type: text,
  groupId: text.nullable(),
  createdAt: time,
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
})
const document = z.strictObject({
  version: z.literal(VERSION),
  madeAt: time,
  secrets: z.array(secret),
  groups: z.array(group),
  keyPairs: z.array(keyPair),
  tokens: z.array(token),
  settings: z.array(z.strictObject({ name: text, value: json })),
})

/** A secret in the clear, in base64: only ever inside a box or on its way there. */
export type OpenSecret = z.infer<typeof secret>

export type Backup = BackupRows & { readonly madeAt: number; readonly secrets: readonly OpenSecret[] }

type Tools = { readonly random: Random; readonly cost?: ScryptCost }

export async function sealBackup(backup: Backup, passphrase: Secret, tools: Tools): Promise<Uint8Array> {
  const { random, cost = SCRYPT_COST } = tools
  const plain = Buffer.from(JSON.stringify({ version: VERSION, ...backup }))
  try {
    const file = await sealBox(plain, { kind: 'passphrase', passphrase }, { context: CONTEXT, random, cost })
    if (file.length > MAX_BACKUP_BYTES) throw new Error(`a backup of ${file.length} bytes could not be restored`)
    return file
  } finally {
    plain.fill(0)
  }
}

/** Fails with `backup.damaged`, `backup.from-future`, `vault.wrong-passphrase`. */
export async function openBackup(file: Uint8Array, passphrase: Secret): Promise<Backup> {
  const opened = await openBox(file, { kind: 'passphrase', passphrase }, CONTEXT)
  if (opened.ok) {
    const backup = readDocument(opened.value)
    opened.value.fill(0)
    return backup
  }
  switch (opened.error) {
    case 'wrong-key':
      throw new AppError('vault.wrong-passphrase', 'opening the backup')
    case 'damaged':
      throw new AppError('backup.damaged', 'not a backup, or changed or cut off')
    case 'from-future':
      throw new AppError('backup.from-future', 'a newer file format')
    default:
      return assertNever(opened.error)
  }
}

function readDocument(plain: Uint8Array): Backup {
  const content = parseJson(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString())
  const version = z.object({ version: z.number() }).safeParse(content)
  if (version.success && version.data.version > VERSION) {
    throw new AppError('backup.from-future', 'a newer content format', { facts: version.data })
  }
  const parsed = document.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AppError('backup.damaged', `${issue?.message} at ${issue?.path.join('.')}`)
}

function isJson(value: string): boolean {
  return parseJson(value) !== undefined
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
