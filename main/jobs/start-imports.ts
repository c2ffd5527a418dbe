import type { Importer } from '../core/imports/index.ts'
import { isImportLeft } from '../db/imports.ts'
import type { ReadDb } from '../db/open.ts'
import type { Log } from '../ports/log.ts'
import { importsJobContract, type ImportsWorkerData } from './imports-contract.ts'
import { threadPerCall } from './thread-per-call.ts'

export type ImportStarterPorts = ImportsWorkerData & { readonly db: ReadDb; readonly log: Log }

/** Imports in worker threads. */
export function createImportStarter({ db, dbPath, log }: ImportStarterPorts): Importer {
  const run = threadPerCall({
    name: 'imports',
    contract: importsJobContract,
    workerData: { dbPath } satisfies ImportsWorkerData,
    log,
    listen: ({ imports }, tell) => imports.logged(tell),
    close: ({ imports }) => imports.close({}),
  })
  return {
    preview: (choices, { signal, report }) =>
      run(({ imports }) => imports.preview(choices, { signal, onProgress: report }), signal),
    run: (wish, { signal, report }) => run(({ imports }) => imports.run(wish, { signal, onProgress: report }), signal),
    resume: async () => {
      // Nothing is left as a rule, and a thread costs more than a look.
      if (isImportLeft(db)) await run(({ imports }) => imports.resume({}))
    },
  }
}
