import type { CallError } from '../../shared/contract/define.ts'
import { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { KeepAnswers, MakeReconciliation } from '../core/reconcile/index.ts'
import type { Log } from '../ports/log.ts'
import { reconcileJobContract, type ReconcileWorkerData } from './reconcile-contract.ts'
import { startJob } from './start.ts'

/** Makes reconciliations in a worker thread with a database handle of its own; each has its thread. */
export function createReconcileStarter({ dbPath, log }: ReconcileWorkerData & { readonly log: Log }): {
  readonly makeReconciliation: MakeReconciliation
  readonly keepAnswers: KeepAnswers
} {
  type Calls = ReturnType<typeof start>['api']['reconcile']

  function start() {
    const job = startJob('reconcile', reconcileJobContract, { dbPath } satisfies ReconcileWorkerData)
    job.api.reconcile.logged(({ level, event, fields }) => log[level](event, fields))
    void job.failed.then((error) => error && log.error('reconcile.worker-failed', { error }))
    return job
  }

  async function run<T>(ask: (calls: Calls) => Promise<Result<T, CallError>>, signal: AbortSignal): Promise<T> {
    const job = start()
    try {
      const result = await ask(job.api.reconcile)
      if (result.ok) return result.value
      const { code, message, path, facts, ref } = result.error
      signal.throwIfAborted()
      if (code === 'cancelled') throw new Error('the thread that reconciles ended')
      throw new AppError(code, message, {
        ...(path !== undefined && { path }),
        facts: { ...facts, ...(ref && { ref }) },
      })
    } finally {
      await job.api.reconcile.close({})
      await job.stop()
    }
  }

  return {
    makeReconciliation: (wish, { signal, report }) =>
      run((calls) => calls.make(wish, { signal, onProgress: report }), signal),
    keepAnswers: (answers, { signal, report }) =>
      run((calls) => calls.keepAnswers(answers, { signal, onProgress: report }), signal),
  }
}
