import { z } from 'zod'
import type { RunId, TokenId } from '../model/ids.ts'
import type { RunChanges, SyncProgress, SyncRun } from '../model/sync-run.ts'
import { call, push, type } from './define.ts'
import { tokenId } from './tokens.ts'

export const MIN_INTERVAL_MINUTES = 10
export const DEFAULT_INTERVAL_MINUTES = 24 * 60

export type TokenSchedule = {
  readonly tokenId: TokenId
  readonly token: string
  readonly nextSyncAt: number | null
  readonly lastSuccessAt: number | null
  readonly lastFetchAt: number | null
  /** Null before the first complete fetch. */
  readonly cursorAt: number | null
  readonly intervalMinutes: number
  /** Where the interval comes from: set for the token, by a group (its path), or the program's own. */
  readonly intervalFrom: 'token' | 'default' | { readonly group: string }
  /** Path of the group the token is connected to. */
  readonly group: string
  /** When the complete list is read again; null before the first. */
  readonly nextFetchAt: number | null
  /** Why nothing runs although it may be time: null while it simply is not. */
  readonly waitsFor: 'running' | 'other-process' | 'vault' | 'back-off' | null
}

const runId = z
  .string()
  .max(64)
  .transform((text) => text as RunId)

export const sync = {
  /**
   * Runs one token now. A cancelled run keeps what it has stored. The run's own failure is part of the answer
   * (`run.error`), so that a failed run is recorded like any other; `skipped` says another process has the lease.
   */
  run: call({
    input: z.strictObject({
      tokenId,
      full: z.boolean().optional(),
      /** Of a fetch: an empty list is true, and every device of the token has left. */
      acceptEmpty: z.boolean().optional(),
    }),
    output: type<SyncRun>(),
    progress: type<SyncProgress>(),
    fails: ['vault.locked', 'vault.missing', 'vault.damaged', 'token.not-found'],
  }),

  /** Ends the token's run of this process, whoever started it; what it has stored stays. */
  cancel: call({ input: z.strictObject({ tokenId }), output: type<null>() }),

  /** Runs of this process that are under way. */
  running: call({ input: z.strictObject({}), output: type<readonly SyncProgress[]>() }),

  /** Newest first. */
  runs: call({
    input: z.strictObject({ tokenId: tokenId.optional(), limit: z.number().int().min(1).max(500) }),
    output: type<readonly SyncRun[]>(),
  }),

  /** What a run did to which devices. */
  runChanges: call({
    input: z.strictObject({ runId, limit: z.number().int().min(1).max(500) }),
    output: type<RunChanges>(),
  }),

  schedules: call({ input: z.strictObject({}), output: type<readonly TokenSchedule[]>() }),

  /** Null: none of its own, so that what its group says counts. */
  setInterval: call({
    input: z.strictObject({
      tokenId,
      intervalMinutes: z
        .number()
        .int()
        .min(MIN_INTERVAL_MINUTES)
        .max(60 * 24 * 30)
        .nullable(),
    }),
    output: type<TokenSchedule>(),
    fails: ['token.not-found'],
  }),

  progress: push<SyncProgress>(),
  /** A run started or ended. */
  changed: push<{ readonly tokenId: TokenId }>(),
} as const
