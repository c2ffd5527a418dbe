import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import { reconcile, type ReconcileProgress } from '../../shared/contract/reconcile.ts'
import type { Reconciliation } from '../../shared/model/reconcile.ts'
import type { Answers } from '../core/reconcile/index.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the worker is started with. */
export type ReconcileWorkerData = { readonly dbPath: string }

export const reconcileJobContract = {
  reconcile: {
    make: call({
      input: z.strictObject({ id: z.string(), at: z.number(), ...reconcile.start.input.shape }),
      output: type<Reconciliation>(),
      progress: type<ReconcileProgress>(),
      fails: reconcile.start.fails,
    }),

    keepAnswers: call({
      input: z.custom<Answers>((value) => typeof value === 'object' && value !== null, 'answers are expected'),
      output: type<Reconciliation>(),
      progress: type<ReconcileProgress>(),
      fails: ['reconcile.not-found', 'reconcile.rows-gone', 'db.busy'],
    }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    logged: push<PushedLine>(),
  },
} as const
