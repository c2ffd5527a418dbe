import type { CheckStore } from '../core/app/index.ts'
import { checkContract, type CheckWorkerData } from './check-contract.ts'
import { startJob } from './start.ts'

/** Checks the store in a thread that lives as long as the check: neither the window nor the device list waits for it. */
export function createStoreCheck(dbPath: string): CheckStore {
  return async (signal) => {
    const job = startJob('check', checkContract, { dbPath } satisfies CheckWorkerData)
    try {
      const result = await job.api.check.store({}, { signal })
      signal.throwIfAborted()
      if (!result.ok) throw new Error(`the check of the store broke: ${result.error.message}`)
      return result.value
    } finally {
      await job.stop()
    }
  }
}
