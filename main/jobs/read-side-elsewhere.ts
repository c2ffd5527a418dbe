import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { createSideReader, type FileSide, type ReadSide, type SideBatch, type SideFile } from '../core/reconcile/job.ts'
import { openByteSource } from '../ports/byte-source.ts'
import { jobUrl, WORKER_LIMITS } from './start.ts'

export type ReadSideWorkerData = { readonly file: SideFile }

export type ReadSideMessage =
  | { readonly type: 'batch'; readonly batch: SideBatch }
  | { readonly type: 'end'; readonly side: FileSide }
  | { readonly type: 'failed'; readonly error: PlainError }

type PlainError = {
  readonly code: ErrorCode
  readonly message: string
  readonly path: string | undefined
  readonly facts: AppError['facts']
}

/** Batches that wait to be taken: some forty megabytes at most, of a file of 250. */
export const MOST_WAITING = 250

/** Smaller files are read before a thread has begun. */
const WORTH_A_THREAD_BYTES = 16 * 1024 * 1024

/** Reads a side in a thread of its own where that is worth it, else in this one. */
export const readSideElsewhere: ReadSide = async function* (file, signal) {
  const size = await stat(file.path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0, // who reads it tells what is wrong with it
  )
  const isWorthIt = size >= WORTH_A_THREAD_BYTES && availableParallelism() > 1
  return yield* isWorthIt ? readInThread(file) : createSideReader(openByteSource)(file, signal)
}

/** Ends the thread when the last batch is taken, or nobody asks for more. */
export async function* readInThread(file: SideFile): AsyncGenerator<SideBatch, FileSide, undefined> {
  const worker = new Worker(jobUrl('read-side', import.meta.url), {
    workerData: { file } satisfies ReadSideWorkerData,
    resourceLimits: WORKER_LIMITS['read-side'] ?? {},
  })
  const arrived: ReadSideMessage[] = []
  let ended: Error | undefined
  let wake = () => {}
  worker.on('message', (message: ReadSideMessage) => {
    arrived.push(message)
    wake()
  })
  worker.on('error', (error: Error) => {
    ended = error
    wake()
  })
  worker.on('exit', () => {
    ended ??= new Error('the thread "read-side" ended')
    wake()
  })
  try {
    for (;;) {
      const message = arrived.shift()
      if (message?.type === 'end') return message.side
      if (message?.type === 'failed') throw toAppError(message.error)
      if (message) {
        worker.postMessage('taken')
        yield message.batch
      } else if (ended) throw ended
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    await worker.terminate()
  }
}

function toAppError({ code, message, path, facts }: PlainError): AppError {
  return new AppError(code, message, { ...(path !== undefined && { path }), facts })
}
