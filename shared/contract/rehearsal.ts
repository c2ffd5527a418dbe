import { z } from 'zod'
import type { Rehearsal, RehearsalPlan, RehearsalProgress } from '../model/rehearsal.ts'
import { call, type } from './define.ts'
import { serial } from './devices.ts'

const address = z.string().trim().min(1).max(2000)
const certificate = z.string().max(65_536)
const host = z.string().trim().toLowerCase().min(1).max(255)

/** What is rehearsed: a bare address, a profile of this product (its newest published version, else its draft), or what Apple has. */
export const rehearsalTarget = z.union([
  z.strictObject({ url: address }),
  z.strictObject({ profile: z.string().trim().min(1).max(200) }),
  z.strictObject({
    body: z.object({
      url: z.string().max(4000),
      configuration_web_url: z.string().max(4000).nullish(),
      anchor_certs: z.array(z.string().max(65_536)).max(100).nullish(),
      is_multi_user: z.boolean().nullish(),
    }),
  }),
])

/** `iPhone17,2`, `Mac16,1` … */
export const productName = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9 ]{1,40}(,\d{1,4})?$/, 'a product looks like iPhone17,2')
export const osVersion = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,3}){0,3}$/, 'a version looks like 18.5')

export const rehearsalInput = z.strictObject({
  target: rehearsalTarget,
  /** Made up where it is left out. */
  serial: serial.optional(),
  product: productName.optional(),
  osVersion: osVersion.optional(),
  /** PEM: trusted beside the anchors of the profile, or beside what this computer trusts. */
  certificates: z.array(certificate).max(200).optional(),
  /** May be visited although their address is private and only the answer names them. */
  alsoHosts: z.array(host).max(20).optional(),
  /** Topics of the push certificates that belong to the server: the answer must name one of them. */
  pushTopics: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
  /** How long one answer is waited for; a device's 60 where it is left out. */
  timeoutSeconds: z.number().int().min(1).max(60).optional(),
})
export type RehearsalInput = z.infer<typeof rehearsalInput>

export const rehearsal = {
  /** What `run` would do. Sends nothing. */
  plan: call({ input: rehearsalInput, output: type<RehearsalPlan>(), fails: ['profile.not-found'] }),

  /**
   * Plays the device. Every trouble on the way is a finding, not a failure. The server may record the attempt: show the
   * plan first. Talks to no host but those of the plan and, within bounds, those the answer names.
   */
  run: call({
    input: rehearsalInput,
    output: type<Rehearsal>(),
    progress: type<RehearsalProgress>(),
    fails: ['profile.not-found'],
  }),
} as const
