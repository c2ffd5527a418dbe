import { z } from 'zod'
import type { TokenId } from '../model/ids.ts'
import type { SyncProgress, SyncRun } from '../model/sync-run.ts'
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
  /** Why nothing runs although it may be time: null while it simply is not. */
  readonly waitsFor: 'running' | 'other-process' | 'vault' | 'back-off' | null
}

export const sync = {
  /**
   * Runs one token now. A cancelled run keeps what it has stored. The run's own failure is part of the answer
   * (`run.error`), so that a failed run is recorded like any other; `skipped` says another process has the lease.
   */
  run: call({
    input: z.strictObject({ tokenId, full: z.boolean().optional() }),
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

  schedules: call({ input: z.strictObject({}), output: type<readonly TokenSchedule[]>() }),

  setInterval: call({
    input: z.strictObject({
      tokenId,
      intervalMinutes: z
        .number()
        .int()
        .min(MIN_INTERVAL_MINUTES)
        .max(60 * 24 * 30),
    }),
    output: type<TokenSchedule>(),
    fails: ['token.not-found'],
  }),

  progress: push<SyncProgress>(),
  /** A run started or ended. */
  changed: push<{ readonly tokenId: TokenId }>(),
} as const
