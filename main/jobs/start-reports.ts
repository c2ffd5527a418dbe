import type { WriteReport } from '../core/reports/index.ts'
import type { Log } from '../ports/log.ts'
import { reportsJobContract, type ReportsWorkerData } from './reports-contract.ts'
import { threadPerCall } from './thread-per-call.ts'

/** Writes reports in worker threads, so that neither the window nor its list waits for them. */
export function createReportStarter({ dbPath, log }: ReportsWorkerData & { readonly log: Log }): WriteReport {
  const run = threadPerCall({
    name: 'reports',
    contract: reportsJobContract,
    workerData: { dbPath } satisfies ReportsWorkerData,
    log,
    listen: ({ reports }, tell) => reports.logged(tell),
    close: ({ reports }) => reports.close({}),
  })
  return (wish, { signal, report }) => run(({ reports }) => reports.write(wish, { signal, onProgress: report }), signal)
}
