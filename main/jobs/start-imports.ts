import type { CallError } from '../../shared/contract/define.ts'
import { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { Importer } from '../core/imports/index.ts'
import { isImportLeft } from '../db/imports.ts'
import type { ReadDb } from '../db/open.ts'
import type { Log } from '../ports/log.ts'
import { importsJobContract, type ImportsWorkerData } from './imports-contract.ts'
import { startJob } from './start.ts'

/** Imports in a worker thread with a database handle of its own; each has its thread. */
export function createImportStarter({
  db,
  dbPath,
  log,
}: ImportsWorkerData & { readonly db: ReadDb; readonly log: Log }): Importer {
  type Calls = ReturnType<typeof start>['api']['imports']

  function start() {
    const job = startJob('imports', importsJobContract, { dbPath } satisfies ImportsWorkerData)
    job.api.imports.logged(({ level, event, fields }) => log[level](event, fields))
    void job.failed.then((error) => error && log.error('imports.worker-failed', { error }))
    return job
  }

  async function run<T>(ask: (calls: Calls) => Promise<Result<T, CallError>>, signal?: AbortSignal): Promise<T> {
    const job = start()
    try {
      const result = await ask(job.api.imports)
      if (result.ok) return result.value
      const { code, message, path, facts, ref } = result.error
      signal?.throwIfAborted()
      if (code === 'cancelled') throw new Error('the thread that imports ended')
      throw new AppError(code, message, {
        ...(path !== undefined && { path }),
        facts: { ...facts, ...(ref && { ref }) },
      })
    } finally {
      await job.api.imports.close({})
      await job.stop()
    }
  }

  return {
    preview: (choices, { signal, report }) =>
      run((calls) => calls.preview(choices, { signal, onProgress: report }), signal),
    run: (wish, { signal, report }) => run((calls) => calls.run(wish, { signal, onProgress: report }), signal),
    resume: async () => {
      // Nothing is left as a rule, and a thread costs more than a look.
      if (isImportLeft(db)) await run((calls) => calls.resume({}))
    },
  }
}
