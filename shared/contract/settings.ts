import { z } from 'zod'
import { LANGUAGES, type Language } from '../messages/languages.ts'
import type { NetworkInUse, Settings, TrustedCertificate } from '../model/settings.ts'
import { Secret } from '../secret.ts'
import { call, push, type } from './define.ts'

const languages = Object.keys(LANGUAGES) as [Language, ...Language[]]

/** Everything a setting may be, each member on its own. A member that is not named stays as it is. */
export const settingsMembers = z.strictObject({
  language: z.enum(languages).nullable().optional(),
  autoLockMinutes: z.number().int().min(1).max(1440).nullable().optional(),
  proxy: z.string().max(2000).nullable().optional(),
  noProxy: z.string().max(2000).nullable().optional(),
  extraCertificates: z
    .array(z.string().max(64 * 1024))
    .max(50)
    .optional(),
  noticeDays: z.array(z.number().int().min(1).max(365)).min(1).max(10).optional(),
  desktopNotices: z.boolean().optional(),
  startAtLogin: z.boolean().optional(),
  isCompact: z.boolean().optional(),
})

/** The password becomes a `Secret` the moment it arrives; null forgets the one that is sealed. */
export const settingsChange = settingsMembers.extend({
  proxyPassword: z
    .string()
    .max(1000)
    .transform((text) => new Secret(text))
    .nullable()
    .optional(),
})
/** As the page asks for it. */
export type SettingsChange = z.input<typeof settingsChange>

export const MAX_CERTIFICATE_FILE_BYTES = 1024 * 1024

export const settings = {
  read: call({ input: z.strictObject({}), output: type<Settings>() }),

  /**
   * All members or none; `bad-input` names the one that is wrong. A proxy of another address loses the password that
   * was sealed for the one before, unless the same change brings a new one.
   */
  change: call({
    input: settingsChange,
    output: type<Settings>(),
    fails: ['db.busy', 'vault.locked', 'vault.missing'],
  }),

  /** The certificates of the settings, in their order. */
  certificates: call({ input: z.strictObject({}), output: type<readonly TrustedCertificate[]>() }),

  /** What a file holds: one DER certificate or any number in PEM. Stores nothing. */
  readCertificates: call({
    input: z.strictObject({
      file: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= MAX_CERTIFICATE_FILE_BYTES,
        'a file of certificates is expected',
      ),
    }),
    output: type<readonly TrustedCertificate[]>(),
  }),

  /** What is used for the next request, and where it comes from. */
  network: call({ input: z.strictObject({}), output: type<NetworkInUse>() }),

  changed: push<Settings>(),
} as const
