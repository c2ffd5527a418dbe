import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import type { AssignmentPlan, AssignmentProgress } from '../../shared/contract/assignments.ts'
import { serials } from '../../shared/contract/devices.ts'
import { ASKING_APPLE, tokenId, type RemovalProgress } from '../../shared/contract/tokens.ts'
import type { RunId } from '../../shared/model/ids.ts'
import type { SyncProgress } from '../../shared/model/sync-run.ts'
import type { FinishedAssign, FinishedRun, ReleasedDevices } from '../core/sync/index.ts'
import { credentials, network } from './ade-contract.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the sync worker is started with. */
export type SyncWorkerData = {
  readonly dbPath: string
  /** This program's, for Apple to read. */
  readonly version: string
  /** Of the log that lines are sent to. */
  readonly keepsDebug: boolean
}

const job = z.strictObject({
  runId: z.string().transform((text) => text as RunId),
  tokenId,
  tokenNo: z.number().int(),
  token: z.string(),
  serverUuid: z.string().nullable(),
  expiresAt: z.number(),
  isFullAsked: z.boolean(),
  isEmptyAccepted: z.boolean(),
  pageLimit: z.number().int().nullable(),
})

const assignJob = job.omit({ isFullAsked: true, isEmptyAccepted: true, pageLimit: true })

const TELLING_APPLE = [
  ...ASKING_APPLE,
  'token.not-found',
  'token.other-server',
  'sync.already-running',
  'ade.outcome-unknown',
] as const

export const syncJobContract = {
  sync: {
    run: call({
      input: z.strictObject({ job, credentials, network }),
      output: type<FinishedRun>(),
      progress: type<SyncProgress>(),
    }),

    /** Tells Apple which profiles devices should have, without reading its list. */
    assign: call({
      input: z.strictObject({ job: assignJob, credentials, network }),
      output: type<FinishedAssign>(),
      fails: TELLING_APPLE,
    }),

    /** Takes devices out of the organization; answers Apple's word by serial number. */
    release: call({
      input: z.strictObject({ job: assignJob, credentials, network, serials }),
      output: type<ReleasedDevices>(),
      fails: TELLING_APPLE,
    }),

    /** The devices of a token that should have a profile, or have it. */
    devicesOfProfile: call({
      input: z.strictObject({ profileNo: z.number().int(), tokenNo: z.number().int() }),
      output: type<Uint32Array>(),
    }),

    /** Puts down which profile devices should have. */
    wish: call({
      input: z.strictObject({
        ids: z.custom<Uint32Array>((value) => value instanceof Uint32Array, 'packed ids are expected'),
        profileNo: z.number().int().nullable(),
        now: z.number(),
        isDryRun: z.boolean(),
      }),
      output: type<AssignmentPlan>(),
      progress: type<AssignmentProgress>(),
      fails: ['db.busy'],
    }),

    /** Turns the devices of a removed token into history. */
    retire: call({
      input: z.strictObject({ tokenNo: z.number().int() }),
      output: type<null>(),
      progress: type<RemovalProgress>(),
    }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    /** The worker's log: one process writes the file. */
    logged: push<PushedLine>(),
  },
} as const
