import { Worker, type ResourceLimits } from 'node:worker_threads'
import { createClient } from '../../shared/contract/client.ts'
import type { CallError, Contract } from '../../shared/contract/define.ts'
import type { Port } from '../../shared/contract/wire.ts'
import { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'

export type JobName =
  | 'ade'
  | 'netcheck'
  | 'reader'
  | 'sync'
  | 'move'
  | 'check'
  | 'reconcile'
  | 'read-side'
  | 'imports'
  | 'reports'
  | 'backup'

/**
 * A sync makes a lot of short-lived objects: with a small nursery they are cleared away early, and a million devices
 * pass in little memory. One page at its largest allowed size still fits.
 */
export const WORKER_LIMITS: Readonly<Partial<Record<JobName, ResourceLimits>>> = {
  // Bodies lie outside of its heap and go with the small objects that hold them.
  ade: { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 128 },
  reconcile: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 },
  'read-side': { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  sync: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 },
}

/**
 * Starts a worker thread of this folder and gives the calling side of its contract. `workerData` must be plain values.
 * `failed` resolves when the thread ends by itself; open calls are then answered with `cancelled`.
 */
export function startJob<C extends Contract>(name: JobName, contract: C, workerData: unknown) {
  const worker = new Worker(jobUrl(name, import.meta.url), { workerData, resourceLimits: WORKER_LIMITS[name] ?? {} })
  const client = createClient(contract, workerPort(worker))
  const failed = new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve)
    worker.once('exit', () => resolve(undefined))
  })
  void failed.then(client.close)
  return {
    api: client.api,
    failed,
    async stop(): Promise<void> {
      client.close()
      await worker.terminate()
    },
  }
}

/** What a thread answered; its failure as an `AppError`, or as the signal's reason where that ended it. */
export function valueOf<T>(result: Result<T, CallError>, name: JobName, signal?: AbortSignal): T {
  if (result.ok) return result.value
  const { code, message, path, facts, ref } = result.error
  signal?.throwIfAborted()
  if (code === 'cancelled') throw new Error(`the thread "${name}" ended`)
  throw new AppError(code, message, { ...(path !== undefined && { path }), facts: { ...facts, ...(ref && { ref }) } })
}

/** From source the job is the file beside this one; in a build this code may sit in `out/main/chunks/`. */
export function jobUrl(name: JobName, here: string): URL {
  if (here.endsWith('.ts')) return new URL(`./${name}.ts`, here)
  return new URL(here.includes('/chunks/') ? `../jobs/${name}.js` : `./jobs/${name}.js`, here)
}

/** Works for both ends: a `Worker` in the starter, `parentPort` in the job. */
export function workerPort(end: {
  postMessage: (message: unknown) => void
  on: (event: 'message', listener: (message: unknown) => void) => unknown
  off: (event: 'message', listener: (message: unknown) => void) => unknown
}): Port {
  return {
    post: (message) => end.postMessage(message),
    listen: (listener) => {
      end.on('message', listener)
      return () => end.off('message', listener)
    },
  }
}
