import { z } from 'zod'
import type { Serial } from '../model/ids.ts'
import { call, type } from './define.ts'
import { serial } from './devices.ts'
import { ASKING_APPLE } from './tokens.ts'

/** What unlocks a device, and what Apple answered when it was locked with it. Secret: shown on request, never kept. */
export type BypassCode = {
  readonly code: string
  /** Apple's word, or UNKNOWN where its answer did not arrive. */
  readonly outcome: string
  readonly askedAt: number
}

/** Words of Apple's answer, and those of ours: not on a token any more, no answer. */
export const LOCK_OUTCOMES = [
  'SUCCESS',
  'NOT_ACCESSIBLE',
  'ORG_NOT_SUPPORTED',
  'DEVICE_NOT_SUPPORTED',
  'DEVICE_ALREADY_LOCKED',
  'FAILED',
  'GONE',
  'UNKNOWN',
] as const

const VAULT = ['vault.locked', 'vault.missing', 'vault.damaged'] as const

export const activation = {
  /**
   * Turns Activation Lock on for a device and keeps the code that opens it, sealed. `message` is shown on the locked
   * device. Never repeated by itself: UNKNOWN where Apple's answer did not arrive, and the code is kept then too.
   */
  lock: call({
    input: z.strictObject({ serial, message: z.string().trim().min(1).max(500).optional() }),
    output: type<{ readonly serial: Serial; readonly outcome: string }>(),
    fails: ['device.not-found', 'token.not-found', 'db.busy', ...VAULT, ...ASKING_APPLE],
  }),

  /** The codes that may open a device, newest first. `device.no-bypass-code` where none was made here. */
  bypassCodes: call({
    input: z.strictObject({ serial }),
    output: type<readonly BypassCode[]>(),
    fails: ['device.no-bypass-code', ...VAULT],
  }),
} as const
