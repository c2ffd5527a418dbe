import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import type { BackupCounts } from '../../shared/model/vault.ts'
import { Secret } from '../../shared/secret.ts'
import type { KeySlot } from '../db/secrets.ts'
import type { ScryptCost } from '../core/vault/job.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the worker is started with. */
export type BackupWorkerData = { readonly dbPath: string; readonly cost: ScryptCost | undefined }

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are expected')
const passphrase = z.string().transform((text) => new Secret(text))

/** Passphrases and the data key pass from one thread of the program to another, and no further. */
export const backupJobContract = {
  backup: {
    write: call({
      input: z.strictObject({ path: z.string(), passphrase, key: bytes }),
      output: type<null>(),
      fails: ['vault.damaged', 'backup.too-large', 'file.exists', 'file.unwritable'],
    }),

    restore: call({
      input: z.strictObject({
        path: z.string().optional(),
        file: bytes.optional(),
        passphrase,
        key: bytes,
        firstSlot: z.custom<KeySlot | undefined>(),
      }),
      output: type<{ readonly restored: BackupCounts; readonly kept: BackupCounts }>(),
      fails: [
        'vault.exists',
        'vault.wrong-passphrase',
        'backup.damaged',
        'backup.from-future',
        'file.unreadable',
        'db.busy',
      ],
    }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    logged: push<PushedLine>(),
  },
} as const
