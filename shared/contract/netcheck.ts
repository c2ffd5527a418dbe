import { z } from 'zod'
import {
  HOST_CATEGORIES,
  type CheckTarget,
  type NetworkCheck,
  type NetworkCheckProgress,
  type NetworkHost,
} from '../model/network-check.ts'
import { readHostName } from '../model/network-target.ts'
import { call, type } from './define.ts'

export const MAX_GIVEN_HOSTS = 100
export const MAX_STEP_SECONDS = 60
export const DEFAULT_STEP_SECONDS = 5

/** A name or an address without scheme, port and path; an IPv6 address with or without brackets. */
export const hostName = z
  .string()
  .max(260)
  .transform((text, context) => {
    const host = readHostName(text)
    if (host !== undefined) return host
    context.addIssue({ code: 'custom', message: 'a host name or an IP address is expected' })
    return z.NEVER
  })

export const checkTarget = z.strictObject({
  host: hostName,
  port: z.number().int().min(1).max(65_535),
}) satisfies z.ZodType<CheckTarget>

export const networkCheckChoice = z.strictObject({
  /** Hosts of Apple's list. Nothing chosen at all means the categories an enrollment passes through. */
  categories: z.array(z.enum(HOST_CATEGORIES)).max(HOST_CATEGORIES.length).optional(),
  /** Further hosts, such as the management server: private addresses are connected to for these only. */
  hosts: z.array(checkTarget).max(MAX_GIVEN_HOSTS).optional(),
  /** For each step of each host: name, connection, TLS, answer. */
  timeoutSeconds: z.number().min(0.1).max(MAX_STEP_SECONDS).optional(),
})

/** The network check: nothing is stored, no credentials are sent, redirects are never followed. */
export const netcheck = {
  /** Apple's list as it is known here, and where it comes from. */
  hosts: call({
    input: z.strictObject({}),
    output: type<{ readonly source: string; readonly hosts: readonly NetworkHost[] }>(),
  }),

  /** A host that fails is a verdict, never a failure of the call. Cancelling ends it at once. */
  run: call({
    input: networkCheckChoice,
    output: type<NetworkCheck>(),
    progress: type<NetworkCheckProgress>(),
  }),
} as const
