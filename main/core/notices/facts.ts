import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { Credential } from '../../../shared/model/credential.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { ReportSchedule } from '../../../shared/model/report.ts'
import type { Token } from '../../../shared/model/token.ts'
import type { VaultStatus } from '../../../shared/model/vault.ts'
import type { FailureStreak } from '../../db/notices.ts'

/** All that notices are made of. Times: milliseconds UTC. */
export type NoticeFacts = {
  readonly now: number
  readonly tokens: readonly Token[]
  readonly credentials: readonly Credential[]
  readonly schedules: readonly TokenSchedule[]
  readonly failures: readonly FailureStreak[]
  /** Schedules whose last export failed. */
  readonly failingReports: readonly ReportSchedule[]
  /** For how long a run has been due while this program looked on, by token. */
  readonly waitingMs: ReadonlyMap<TokenId, number>
  readonly vault: Pick<VaultStatus, 'state' | 'slots'>
  /** Days before an expiry that each are worth a notice. */
  readonly noticeDays: readonly number[]
  /** When somebody last asked for a test notice. */
  readonly testedAt: number | null
}
