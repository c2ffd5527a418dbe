import { z } from 'zod'
import { LANGUAGES, type Language } from '../messages/languages.ts'
import type { Settings } from '../model/settings.ts'
import { call, push, type } from './define.ts'

const languages = Object.keys(LANGUAGES) as [Language, ...Language[]]

/** A member that is not named stays as it is. */
export const settingsChange = z.strictObject({
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
export type SettingsChange = z.infer<typeof settingsChange>

export const settings = {
  read: call({ input: z.strictObject({}), output: type<Settings>() }),

  /** All members or none; `bad-input` names the one that is wrong. */
  change: call({ input: settingsChange, output: type<Settings>(), fails: ['db.busy'] }),

  changed: push<Settings>(),
} as const
