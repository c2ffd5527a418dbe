import { MAX_BACKUP_BYTES } from '../../../shared/contract/vault.ts'
import { BACKUP_VERSION, type Backup, type BackupSecret } from '../../../shared/model/backup.ts'
import type { Secret } from '../../../shared/secret.ts'
import { readBackup } from '../../db/backup.ts'
import { mergeBackup, type MergeCounts } from '../../db/merge-backup.ts'
import type { WriteDb } from '../../db/open.ts'
import type { KeySlot, SealedSecret } from '../../db/secrets.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Files } from '../../ports/files.ts'
import type { Random } from '../../ports/random.ts'
import { openBackup, sealBackup } from './backup-file.ts'
import { NONCE_BYTES } from './cipher.ts'
import type { ScryptCost } from './derive-key.ts'
import { sealSecret } from './secret-box.ts'
import { unseal } from './secret-store.ts'

export type BackupTools = {
  readonly db: WriteDb
  readonly clock: Clock
  readonly random: Random
  readonly files: Files
  readonly cost?: ScryptCost
}

export type BackupPlace = { readonly path: string; readonly passphrase: Secret }

/** A file on this computer, or the bytes of one. */
export type BackupSource = {
  readonly path?: string | undefined
  readonly file?: Uint8Array | undefined
  readonly passphrase: Secret
}

/** The key of the vault here; `firstSlot` where there is none yet. */
export type VaultHere = { readonly key: Uint8Array; readonly firstSlot: KeySlot | undefined }

/** Both may take seconds: a program with a window has them done by a thread. */
export type BackupWork = {
  readonly write: (place: BackupPlace, key: Uint8Array) => Promise<void>
  readonly restore: (source: BackupSource, vault: VaultHere) => Promise<MergeCounts>
}

export function createBackupWork(tools: BackupTools): BackupWork {
  const { db, clock, files } = tools
  return {
    /** Every secret has to open: a backup that silently lacks one is found out too late. */
    async write({ path, passphrase }, key) {
      const { secrets, ...rows } = readBackup(db)
      const opened = secrets.map((secret) => openForBackup(secret, key))
      const backup: Backup = { version: BACKUP_VERSION, madeAt: clock.now(), secrets: opened, ...rows }
      await files.writeNew(path, await sealBackup(backup, passphrase, tools))
    },

    async restore({ path, file, passphrase }, vault) {
      const bytes = file ?? (await files.read(path!, MAX_BACKUP_BYTES)) // the contract holds: one of the two
      return takeOver(await openBackup(bytes, passphrase), vault, tools)
    },
  }
}

/** Seals what was backed up with the key of the vault here, and merges it in one transaction. */
function takeOver(
  backup: Backup,
  { key, firstSlot }: VaultHere,
  { db, random }: Pick<BackupTools, 'db' | 'random'>,
): MergeCounts {
  const secrets = backup.secrets.map(({ value, ...secret }) => {
    const sealed = sealSecret(Buffer.from(value, 'base64'), secret, { key, nonce: random.bytes(NONCE_BYTES) })
    return { ...secret, sealed }
  })
  return mergeBackup(db, { ...backup, secrets }, firstSlot)
}

function openForBackup({ sealed, ...secret }: SealedSecret, key: Uint8Array): BackupSecret {
  const plain = Buffer.from(unseal({ ...secret, sealed }, key))
  try {
    return { ...secret, value: plain.toString('base64') }
  } finally {
    plain.fill(0)
  }
}
