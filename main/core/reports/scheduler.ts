import { isCancelled } from '../../../shared/errors.ts'
import type { StoredSchedule } from '../../db/report-schedules.ts'
import { claimSchedule, listDueSchedules } from '../../db/report-schedules.ts'
import { CLAIM_MS } from './schedule-times.ts'
import type { ReportPorts, Writing, WrittenRun } from './service.ts'

const TICK_MS = 30_000

export type RunDue = (schedule: StoredSchedule, context: Writing) => Promise<WrittenRun>

type SchedulerPorts = Pick<ReportPorts, 'db' | 'clock' | 'log'> & { readonly runNow: RunDue }

/**
 * Looks every half minute for exports that are due, those missed while no program was open too, and does one after the
 * other. Of several programs over one store, one does it.
 */
export function startReportScheduler({ db, clock, log, runNow }: SchedulerPorts) {
  const stopped = new AbortController()
  const { signal } = stopped
  let lookedAt: number | null = null

  async function look(): Promise<void> {
    const now = clock.now()
    lookedAt = now
    for (const schedule of listDueSchedules(db, now)) {
      if (signal.aborted || schedule.nextAt === null) return
      if (!claimSchedule(db, { id: schedule.id, from: schedule.nextAt, to: now + CLAIM_MS })) continue
      try {
        await runNow(schedule, { signal, report() {} })
      } catch (error) {
        // It is told in the runs and in a notice.
        if (!signal.aborted && !isCancelled(error)) log.warn('report.schedule-failed', { schedule: schedule.id, error })
      }
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        await look()
      } catch (error) {
        // A store that is locked for a moment must not end the schedule.
        log.warn('report.did-not-look', { error })
      }
      await clock.sleep(TICK_MS, signal)
    }
  }

  // Rejects only when the sleep is ended by `stop`.
  const running = loop().catch(() => {})
  return {
    lookedAt: (): number | null => lookedAt,
    /** Resolves when what was under way has ended, without a file. */
    async stop(): Promise<void> {
      stopped.abort()
      await running
    },
  }
}
