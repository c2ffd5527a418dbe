import { z } from 'zod'
import type { RestoreSummary, SystemSealing, VaultStatus } from '../model/vault.ts'
import { Secret } from '../secret.ts'
import { call, push, type } from './define.ts'

/** Becomes a `Secret` the moment it arrives. Normal form and least length are the vault's to check. */
const passphrase = z
  .string()
  .max(1024)
  .transform((text) => new Secret(text))
const recoveryCode = z
  .string()
  .max(200)
  .transform((text) => new Secret(text))
const path = z.string().min(1).max(4096)

/** A thousand tokens are 5 MB, a million moved devices 13, a hundred thousand registration tokens 50. What is larger is not read at all. */
export const MAX_BACKUP_BYTES = 128 * 1024 * 1024

export const vault = {
  status: call({ input: z.strictObject({}), output: type<VaultStatus>() }),

  /** Makes the vault. With a passphrase it gets a passphrase slot; without one the operating system must seal it. */
  create: call({
    input: z.strictObject({ passphrase: passphrase.optional() }),
    output: type<VaultStatus>(),
    fails: ['vault.exists', 'vault.weak-passphrase', 'vault.sealing-unavailable', 'vault.damaged'],
  }),

  /**
   * By the recovery code, else by the passphrase, else by the operating system's slot. With one of the first two, an
   * operating system slot that opens no more is sealed anew. A mistyped recovery code is bad input.
   */
  unlock: call({
    input: z.strictObject({ passphrase: passphrase.optional(), recoveryCode: recoveryCode.optional() }),
    output: type<VaultStatus>(),
    fails: [
      'vault.missing',
      'vault.wrong-passphrase',
      'vault.damaged',
      'vault.sealing-unavailable',
      'vault.backend-changed',
    ],
  }),

  lock: call({ input: z.strictObject({}), output: type<VaultStatus>() }),

  /** Somebody is here: the time until the vault locks itself begins anew. The page says so at most every 20 seconds. */
  touch: call({ input: z.strictObject({}), output: type<null>() }),

  /** What the operating system offers. Storage that only obscures is not offered. */
  sealing: call({ input: z.strictObject({}), output: type<SystemSealing>() }),

  /**
   * Seals the passphrase slot anew; secrets stay as they are. Proof is the old passphrase or the recovery code. A vault
   * without a passphrase slot gets its first one without proof, but has to be unlocked.
   */
  changePassphrase: call({
    input: z.strictObject({
      passphrase: passphrase.optional(),
      recoveryCode: recoveryCode.optional(),
      newPassphrase: passphrase,
    }),
    output: type<VaultStatus>(),
    fails: ['vault.missing', 'vault.locked', 'vault.wrong-passphrase', 'vault.weak-passphrase', 'vault.damaged'],
  }),

  /**
   * Makes a recovery code; an earlier one opens nothing any more. The one call whose answer is a secret: the code is
   * shown to be printed and never again.
   */
  addRecoveryCode: call({
    input: z.strictObject({}),
    output: type<{ readonly recoveryCode: string; readonly status: VaultStatus }>(),
    fails: ['vault.missing', 'vault.locked'],
  }),

  /** Lets this computer open the vault by itself, or no longer. The last way in is not taken away: bad input. */
  sealWithSystem: call({
    input: z.strictObject({ enabled: z.boolean() }),
    output: type<VaultStatus>(),
    fails: ['vault.missing', 'vault.locked', 'vault.sealing-unavailable'],
  }),

  /** One new encrypted file with every secret and what people made: `shared/model/backup.ts`. Never overwrites. */
  backup: call({
    input: z.strictObject({ path, backupPassphrase: passphrase }),
    output: type<VaultStatus>(),
    fails: [
      'vault.missing',
      'vault.locked',
      'vault.weak-passphrase',
      'vault.damaged',
      'backup.too-large',
      'file.exists',
      'file.unwritable',
    ],
  }),

  /**
   * Adds what is missing here and keeps what is here, from the file at `path` or from the bytes of one that the person
   * gave to the page. Without a vault, one is made as by `create` with `passphrase`.
   * Everything or nothing. `vault.wrong-passphrase` means the backup's passphrase.
   */
  restore: call({
    input: z
      .strictObject({
        path: path.optional(),
        file: z
          .custom<Uint8Array>(
            (value) => value instanceof Uint8Array && value.length <= MAX_BACKUP_BYTES,
            'the file is too large for a backup',
          )
          .optional(),
        backupPassphrase: passphrase,
        passphrase: passphrase.optional(),
      })
      .refine((input) => (input.path === undefined) !== (input.file === undefined), 'a path or the bytes of a file'),
    output: type<RestoreSummary>(),
    fails: [
      'vault.locked',
      'vault.exists',
      'vault.wrong-passphrase',
      'vault.weak-passphrase',
      'vault.sealing-unavailable',
      'backup.damaged',
      'backup.from-future',
      'file.unreadable',
      'db.busy',
    ],
  }),

  changed: push<VaultStatus>(),
} as const
