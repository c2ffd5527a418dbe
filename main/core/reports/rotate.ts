import { forgetFile, listOutdatedFiles } from '../../db/report-runs.ts'
import type { ReportPorts } from './service.ts'

/** Removes files this schedule wrote beyond the newest `keep`. What cannot be removed now is tried again the next time. */
export async function rotateFiles(
  { db, log, removeFile }: Pick<ReportPorts, 'db' | 'log' | 'removeFile'>,
  { scheduleId, keep }: { readonly scheduleId: string; readonly keep: number },
): Promise<void> {
  const outdated = listOutdatedFiles(db, scheduleId, keep)
  for (const { id, path } of outdated) {
    try {
      await removeFile(path)
      forgetFile(db, id)
    } catch (error) {
      log.warn('report.not-rotated', { error })
    }
  }
}
