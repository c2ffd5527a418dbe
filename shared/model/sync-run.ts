import type { ErrorCode } from '../errors.ts'
import type { EventKind } from './device.ts'
import type { RunId, Serial, TokenId } from './ids.ts'

export const SYNC_MODES = ['fetch', 'sync'] as const
export type SyncMode = (typeof SYNC_MODES)[number]

/** `interrupted`: the process ended before the run did; the next run goes on where it stopped. */
export const RUN_STATES = ['running', 'done', 'failed', 'cancelled', 'interrupted', 'skipped'] as const
export type RunState = (typeof RUN_STATES)[number]

/** What a run that succeeded still wants looked at. `large-drop`: a complete list lacked most of the known devices. */
export const RUN_WARNINGS = ['large-drop'] as const
export type RunWarning = (typeof RUN_WARNINGS)[number]

/** One fetch (full list) or one sync (changes) of one token, with what it found. */
export type SyncRun = {
  readonly id: RunId
  readonly tokenId: TokenId
  readonly token: string
  readonly mode: SyncMode
  readonly state: RunState
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly requests: number
  readonly pages: number
  readonly received: number
  readonly added: number
  readonly modified: number
  readonly removed: number
  readonly unchanged: number
  /** Devices a full fetch reported although no sync ever had. */
  readonly foundOnlyByFetch: number
  readonly assigned: number
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
  readonly warning: RunWarning | null
}

/** One device a run has touched; `no` tells two changes of one device apart. */
export type RunChange = { readonly no: number; readonly serial: Serial; readonly kind: EventKind }

export type RunChanges = {
  /** In the order they were stored; at most as many as were asked for. */
  readonly changes: readonly RunChange[]
  /** True when there are more than these. */
  readonly hasMore: boolean
  /** False for runs of a time when this was not kept. */
  readonly isKnown: boolean
}

export type SyncProgress = {
  readonly tokenId: TokenId
  readonly token: string
  readonly mode: SyncMode
  readonly phase: 'connecting' | 'reading' | 'waiting' | 'sweeping'
  readonly pages: number
  readonly received: number
  /** When `phase` is waiting: until when, and for what. */
  readonly waitUntil?: number
  readonly reason?: string
}
