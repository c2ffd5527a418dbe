import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import { imports, type ImportPreview, type ImportProgress } from '../../shared/contract/imports.ts'
import type { ImportRecord } from '../../shared/model/import.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the worker is started with. */
export type ImportsWorkerData = { readonly dbPath: string }

export const importsJobContract = {
  imports: {
    preview: call({
      input: imports.preview.input,
      output: type<ImportPreview>(),
      progress: type<ImportProgress>(),
      fails: imports.preview.fails,
    }),

    run: call({
      input: z.strictObject({ id: z.string(), ...imports.run.input.shape }),
      output: type<ImportRecord>(),
      progress: type<ImportProgress>(),
      fails: imports.run.fails,
    }),

    resume: call({ input: z.strictObject({}), output: type<null>(), fails: ['db.busy', 'import.already-running'] }),

    /** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
    close: call({ input: z.strictObject({}), output: type<null>() }),

    logged: push<PushedLine>(),
  },
} as const
