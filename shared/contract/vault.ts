import { z } from 'zod'
import type { VaultStatus } from '../model/vault.ts'
import { call, push, type } from './define.ts'

const passphrase = z.string().max(1024)

export const vault = {
  status: call({ input: z.strictObject({}), output: type<VaultStatus>() }),

  /** Makes the vault. With a passphrase it gets a passphrase slot; without one the operating system must seal it. */
  create: call({
    input: z.strictObject({ passphrase: passphrase.optional() }),
    output: type<VaultStatus>(),
    fails: ['vault.exists', 'vault.weak-passphrase', 'vault.sealing-unavailable'],
  }),

  /** Without a passphrase: by the operating system's slot. */
  unlock: call({
    input: z.strictObject({ passphrase: passphrase.optional(), recoveryCode: z.string().max(200).optional() }),
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

  changePassphrase: call({
    input: z.strictObject({ passphrase, newPassphrase: passphrase }),
    output: type<VaultStatus>(),
    fails: ['vault.missing', 'vault.wrong-passphrase', 'vault.weak-passphrase', 'vault.damaged'],
  }),

  changed: push<VaultStatus>(),
} as const
