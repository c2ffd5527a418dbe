import type { Credentials } from '../../clients/ade/client-type.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { CorePorts } from '../ports.ts'
import type { TokenService } from '../tokens/index.ts'
import type { FinishedAssign } from './run-assign.ts'
import type { AssignJob } from './under-lease.ts'
import type { ReleasedDevices } from './run-release.ts'
import type { FinishedRun, RunContext, SyncJob } from './run-sync.ts'

/** Plain values: they are handed to a worker thread, and nowhere else. */
export type RunRequest = {
  readonly job: SyncJob
  readonly credentials: Credentials
  readonly network: NetworkSettings
}

/** Carries out a run, in a worker thread or here. Rejects only when the place where it runs has broken. */
export type StartRun = (request: RunRequest, context: RunContext) => Promise<FinishedRun>

/** Tells Apple what is due on one token. Rejects with what the client says. */
export type StartAssign = (
  request: Omit<RunRequest, 'job'> & { readonly job: AssignJob },
  context: { readonly signal: AbortSignal },
) => Promise<FinishedAssign>

/** Releases devices of one token. Rejects with what the client says. */
export type StartRelease = (
  request: Omit<RunRequest, 'job'> & { readonly job: AssignJob; readonly serials: readonly Serial[] },
  context: { readonly signal: AbortSignal },
) => Promise<ReleasedDevices>

export type SyncPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log' | 'network' | 'openAdeClient'> & {
  readonly tokens: Pick<TokenService, 'credentials' | 'recordAnswer'>
  readonly isVaultUnlocked: () => boolean
  readonly startRun: StartRun
  readonly startAssign: StartAssign
  readonly startRelease: StartRelease
  /** Rows per page in place of what Apple announces. */
  readonly pageLimit?: number | null | undefined
}
