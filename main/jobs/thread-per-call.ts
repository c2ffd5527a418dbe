import type { CallError, Client, Contract } from '../../shared/contract/define.ts'
import type { Result } from '../../shared/result.ts'
import type { Log } from '../ports/log.ts'
import type { PushedLine } from './pushed-log.ts'
import { startJob, valueOf, type JobName } from './start.ts'

export type CallThread<C extends Contract> = {
  readonly name: JobName
  readonly contract: C
  /** Plain values. */
  readonly workerData: unknown
  readonly log: Log
  readonly listen: (api: Client<C>, tell: (line: PushedLine) => void) => void
  /** Closes the store of the thread. Comes before it is ended: one ended with an open store may take the process along. */
  readonly close: (api: Client<C>) => Promise<unknown>
}

/** Work that is rare and long: each call has a thread of its own, with a database handle of its own. */
export function threadPerCall<C extends Contract>({ name, contract, workerData, log, listen, close }: CallThread<C>) {
  return async <T>(ask: (api: Client<C>) => Promise<Result<T, CallError>>, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted()
    const job = startJob(name, contract, workerData)
    listen(job.api, ({ level, event, fields }) => log[level](event, fields))
    void job.failed.then((error) => error && log.error(`${name}.worker-failed`, { error }))
    try {
      return valueOf(await ask(job.api), name, signal)
    } finally {
      await close(job.api)
      await job.stop()
    }
  }
}
