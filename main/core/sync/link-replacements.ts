import { AppError } from '../../../shared/errors.ts'
import { toSerial } from '../../../shared/model/ids.ts'
import { listPendingReplacements, saveReplacement } from '../../db/replacements.ts'
import { extended } from './keep-lease.ts'
import type { SyncRunning } from './run-sync.ts'

/** Questions per run: what is left is asked by the next one. */
const MAX_QUESTIONS = 200

/** Asks once per replacement device which one it replaces. Trouble with it is no trouble of the run. */
export async function linkReplacements({
  db,
  client,
  clock,
  log,
  job,
  runNo,
  lease,
  signal,
}: SyncRunning): Promise<void> {
  for (const pending of listPendingReplacements(db, job.tokenNo, MAX_QUESTIONS)) {
    try {
      const details = await client.replacementDetails(pending.serial, { signal })
      const now = clock.now()
      const context = { tokenNo: job.tokenNo, runNo, lease: extended(lease, now), now }
      saveReplacement(db, context, { ...pending, original: details ? toSerial(details.originalSerial) : null })
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof AppError) || error.code === 'sync.already-running') throw error
      return log.warn('sync.replacement-unknown', { token: job.token, serial: pending.serial, code: error.code })
    }
  }
}
