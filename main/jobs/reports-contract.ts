import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import { reports } from '../../shared/contract/reports.ts'
import type { ReportProgress } from '../../shared/model/report.ts'
import type { ReportWish } from '../core/reports/index.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the worker is started with. */
export type ReportsWorkerData = { readonly dbPath: string }

export const reportsJobContract = {
  reports: {
    /** Answers with the number of rows. */
    write: call({
      input: z.custom<ReportWish>((value) => typeof value === 'object' && value !== null, 'a report is expected'),
      output: type<number>(),
      progress: type<ReportProgress>(),
      fails: reports.write.fails,
    }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    logged: push<PushedLine>(),
  },
} as const
