import { parentPort, workerData } from 'node:worker_threads'
import { buffersOf, createSideReader } from '../core/reconcile/job.ts'
import { AppError } from '../../shared/errors.ts'
import { openByteSource } from '../ports/byte-source.ts'
import { MOST_WAITING, type ReadSideMessage, type ReadSideWorkerData } from './read-side-elsewhere.ts'

const { file } = workerData as ReadSideWorkerData // given by read-side-elsewhere.ts
const port = parentPort!
const post = (message: ReadSideMessage, buffers: readonly ArrayBuffer[] = []) => port.postMessage(message, buffers)

let waiting = 0
let resume = () => {}
port.on('message', () => {
  waiting--
  resume()
})

try {
  // The thread is ended from outside where nobody wants the rest.
  const batches = createSideReader(openByteSource)(file, new AbortController().signal)
  for (let next = await batches.next(); ; next = await batches.next()) {
    if (next.done) {
      post({ type: 'end', side: next.value })
      break
    }
    post({ type: 'batch', batch: next.value }, buffersOf(next.value))
    if (++waiting >= MOST_WAITING) await new Promise<void>((resolve) => (resume = resolve))
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error
  const { code, message, path, facts } = error
  post({ type: 'failed', error: { code, message, path, facts } })
}
port.close()
