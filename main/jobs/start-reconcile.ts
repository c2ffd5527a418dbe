import type { KeepAnswers, MakeReconciliation } from '../core/reconcile/index.ts'
import type { Log } from '../ports/log.ts'
import { reconcileJobContract, type ReconcileWorkerData } from './reconcile-contract.ts'
import { threadPerCall } from './thread-per-call.ts'

/** Makes reconciliations in worker threads. */
export function createReconcileStarter({ dbPath, log }: ReconcileWorkerData & { readonly log: Log }): {
  readonly makeReconciliation: MakeReconciliation
  readonly keepAnswers: KeepAnswers
} {
  const run = threadPerCall({
    name: 'reconcile',
    contract: reconcileJobContract,
    workerData: { dbPath } satisfies ReconcileWorkerData,
    log,
    listen: ({ reconcile }, tell) => reconcile.logged(tell),
    close: ({ reconcile }) => reconcile.close({}),
  })
  return {
    makeReconciliation: (wish, { signal, report }) =>
      run(({ reconcile }) => reconcile.make(wish, { signal, onProgress: report }), signal),
    keepAnswers: (answers, { signal, report }) =>
      run(({ reconcile }) => reconcile.keepAnswers(answers, { signal, onProgress: report }), signal),
  }
}
