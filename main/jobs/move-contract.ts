import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the worker is started with. */
export type MoveWorkerData = { readonly dbPath: string }

export const moveJobContract = {
  move: {
    /** Answers with the number of devices that changed. */
    run: call({
      input: z.strictObject({
        ids: z.custom<Uint32Array>((value) => value instanceof Uint32Array, 'packed ids are expected'),
        groupNo: z.number().int(),
        at: z.number(),
      }),
      output: type<number>(),
      progress: type<{ readonly done: number; readonly total: number }>(),
      fails: ['db.busy'],
    }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    logged: push<PushedLine>(),
  },
} as const
