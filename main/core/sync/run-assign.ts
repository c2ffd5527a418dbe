import type { Account } from '../../../shared/model/token.ts'
import { assignDue } from './assign-due.ts'
import type { RunContext, SyncRunPorts } from './run-sync.ts'
import { underLease, type AssignJob } from './under-lease.ts'

/** `busy`: another run of the token is under way, and tells Apple what is due when it ends. */
export type FinishedAssign = { readonly state: 'done' | 'busy'; readonly account: Account | null }

/** Tells Apple what is due on one token, without reading its list. Rejects as the client does; what was stored stays. */
export async function runAssign(ports: SyncRunPorts, job: AssignJob, context: RunContext): Promise<FinishedAssign> {
  const { db, clock, log } = ports
  const finished = await underLease(ports, { job, ...context }, async ({ account, ...held }) => {
    await assignDue({ ...held, db, clock, log, runNo: null }, account)
    return { state: 'done', account } as const
  })
  return finished ?? { state: 'busy', account: null }
}
