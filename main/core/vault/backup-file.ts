import { MAX_BACKUP_BYTES } from '../../../shared/contract/vault.ts'
import { AppError, assertNever } from '../../../shared/errors.ts'
import { BACKUP_VERSION, backupDocument, type Backup } from '../../../shared/model/backup.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { Random } from '../../ports/random.ts'
import { SCRYPT_COST, type ScryptCost } from './derive-key.ts'
import { openBox, sealBox } from './key-box.ts'

/** A backup file is a box (`key-box.ts`) closed with the backup passphrase. Inside: `backupDocument` as JSON in UTF-8, in its version 2; version 1 is read too. */
const CONTEXT = 'ade-desk backup'

type Tools = { readonly random: Random; readonly cost?: ScryptCost }

/** What could not be restored is not written either: better a failure now. Fails with `backup.too-large`. */
export async function sealBackup(backup: Backup, passphrase: Secret, tools: Tools): Promise<Uint8Array> {
  const { random, cost = SCRYPT_COST } = tools
  const plain = Buffer.from(JSON.stringify(backupDocument.parse(backup)))
  try {
    const file = await sealBox(plain, { kind: 'passphrase', passphrase }, { context: CONTEXT, random, cost })
    if (file.length > MAX_BACKUP_BYTES) {
      const facts = { bytes: file.length, most: MAX_BACKUP_BYTES }
      throw new AppError('backup.too-large', `a backup of ${file.length} bytes could not be restored`, { facts })
    }
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
  if (isNewer(content)) throw new AppError('backup.from-future', 'a newer content format')
  const parsed = backupDocument.safeParse(content)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AppError('backup.damaged', `${issue?.message} at ${issue?.path.join('.')}`)
}

function isNewer(content: unknown): boolean {
  const version = typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined
  return typeof version === 'number' && version > BACKUP_VERSION
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
