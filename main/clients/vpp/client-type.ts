import type { ErrorCode } from '../../../shared/errors.ts'
import type { ManagementService, StokenProblem } from '../../../shared/model/credential.ts'

/** What Apple tells about a content token. Its `notificationAuthToken` is a secret of somebody else and is never read. */
export type ClientConfig = {
  readonly libraryId: string | null
  readonly locationName: string | null
  readonly country: string | null
  readonly platform: string | null
  readonly website: string | null
  /** Apple may tell it in the last days only. */
  readonly expiresAt: number | null
  /** Who has claimed the unit; null where nobody has. */
  readonly usedBy: ManagementService | null
}

/**
 * `refused`: Apple's own word about this token. `silent`: nobody, or somebody else, answered, so nothing is known; `code` says
 * what happened on the way.
 */
export type StokenAnswer =
  | { readonly kind: 'config'; readonly config: ClientConfig }
  | { readonly kind: 'refused'; readonly problem: StokenProblem; readonly appleNumber: number | null }
  | { readonly kind: 'silent'; readonly code: ErrorCode; readonly appleNumber: number | null }

/** One content token's conversation with Apple: it reads, and never claims a unit. */
export type VppClient = {
  /** Rejects only when `signal` aborts. */
  readonly ask: (options?: { readonly signal?: AbortSignal | undefined }) => Promise<StokenAnswer>
  readonly close: () => Promise<void>
}
