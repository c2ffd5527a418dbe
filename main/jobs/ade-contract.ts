import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import { ASKING_APPLE } from '../../shared/contract/tokens.ts'
import type { Account } from '../../shared/model/token.ts'
import type { UnreadPage, WaitNotice } from '../clients/ade/client-type.ts'
import type { AssignmentAnswer, SerialOutcomes } from '../clients/ade/profiles.ts'
import type { DeviceDetails, ReplacementDetails } from '../clients/ade/wire.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the thread that asks Apple is started with. */
export type AdeWorkerData = {
  /** This program's, for Apple to read. */
  readonly version: string
  /** Of the log that lines are sent to. */
  readonly keepsDebug: boolean
}

/** Counted up by the starter. */
const client = z.number().int()
const ofClient = z.strictObject({ client })

/** OAuth values cross from one thread of this process to another, and are never logged. */
export const credentials = z.strictObject({
  consumerKey: z.string(),
  consumerSecret: z.string(),
  accessToken: z.string(),
  accessSecret: z.string(),
})

export const network = z.strictObject({
  appleUrl: z.string(),
  proxy: z.string().nullable(),
  noProxy: z.string().nullable(),
  proxiesLoopback: z.boolean().optional(),
  extraCertificates: z.array(z.string()),
  protocolVersion: z.number().int(),
})

const serials = z.custom<readonly string[]>(Array.isArray)
const limit = z.number().int()
const pageRequest = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('fetch'), cursor: z.string().nullable(), limit }),
  z.object({ mode: z.literal('sync'), cursor: z.string(), limit }),
])

/** What Apple answered, and the requests this client has made by then. */
export type Answered<T> = { readonly value: T; readonly requests: number }

const fails = [...ASKING_APPLE, 'ade.cursor', 'ade.outcome-unknown'] as const

export const adeContract = {
  /** The calls of `RunClient`, for clients that are opened and closed. */
  ade: {
    /** Answered as soon as the thread can ask. */
    ready: call({ input: z.strictObject({}), output: type<null>() }),

    open: call({ input: z.strictObject({ client, credentials, network }), output: type<null>() }),

    account: call({ input: ofClient, output: type<Answered<Account>>(), fails }),

    page: call({
      input: z.strictObject({ client, request: pageRequest }),
      output: type<Answered<UnreadPage>>(),
      fails,
    }),

    replacementDetails: call({
      input: z.strictObject({ client, serial: z.string() }),
      output: type<Answered<ReplacementDetails | undefined>>(),
      fails,
    }),

    deviceDetails: call({ input: z.strictObject({ client, serials }), output: type<Answered<DeviceDetails>>(), fails }),

    assignProfile: call({
      input: z.strictObject({ client, profileUuid: z.string(), serials }),
      output: type<Answered<AssignmentAnswer>>(),
      fails,
    }),

    removeProfile: call({
      input: z.strictObject({ client, serials }),
      output: type<Answered<AssignmentAnswer>>(),
      fails,
    }),

    disownDevices: call({
      input: z.strictObject({ client, serials }),
      output: type<Answered<SerialOutcomes>>(),
      fails,
    }),

    close: call({ input: ofClient, output: type<Answered<null>>() }),

    /** Before a pause between two attempts. */
    waiting: push<{ readonly client: number; readonly notice: WaitNotice }>(),

    logged: push<PushedLine>(),
  },
} as const
