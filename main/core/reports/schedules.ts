import { MAX_SCHEDULES } from '../../../shared/contract/reports.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError, isCancelled } from '../../../shared/errors.ts'
import type { ReportSchedule } from '../../../shared/model/report.ts'
import { lastRunOf } from '../../db/report-runs.ts'
import {
  deleteSchedule,
  findSchedule,
  listSchedules,
  planSchedule,
  saveSchedule,
  type StoredSchedule,
} from '../../db/report-schedules.ts'
import { startReportScheduler, type RunDue } from './scheduler.ts'
import { nameOf, resolveReport } from './resolve.ts'
import { rotateFiles } from './rotate.ts'
import { datedPath, nextTime, timeAfter } from './schedule-times.ts'
import type { ReportPorts, WriteOrder, Writing, WrittenRun } from './service.ts'

type SchedulePorts = ReportPorts & {
  readonly write: (order: WriteOrder, context: Writing) => Promise<WrittenRun>
  readonly changed: () => void
}

type ScheduleHandlers = Pick<CoreHandlers['reports'], 'schedules' | 'saveSchedule' | 'removeSchedule' | 'runSchedule'>

/** Reports that write themselves to a folder. */
export function createScheduleHandlers(ports: SchedulePorts) {
  const { db, clock, random, write, changed } = ports
  let scheduler: ReturnType<typeof startReportScheduler> | undefined

  const describe = ({ id, nextAt, ...schedule }: StoredSchedule): ReportSchedule => ({
    ...schedule,
    id,
    nextAt,
    name: nameOf(db, schedule.ref),
    isOn: nextAt !== null,
    lastRun: lastRunOf(db, id),
    lastSuccessAt: lastRunOf(db, id, 'done')?.finishedAt ?? null,
  })

  function require(id: string): StoredSchedule {
    const found = findSchedule(db, id)
    if (!found) throw new AppError('report.schedule-not-found', `there is no schedule ${id}`)
    return found
  }

  /** Writes one file, lets old ones make room, and says when the next one is due. */
  const runNow: RunDue = async ({ id, ref, path, keep }, context) => {
    let outcome: 'done' | 'failed' | 'skipped' = 'failed'
    try {
      const report = resolveReport(db, ref)
      const done = await write({ ...report, path: datedPath(path, clock.now()), scheduleId: id }, context)
      outcome = 'done'
      await rotateFiles(ports, { scheduleId: id, keep })
      return done
    } catch (error) {
      // A person did not want this one: that is no failure, and the next regular one comes.
      if (isCancelled(error)) outcome = 'skipped'
      throw error
    } finally {
      // Cancelled where the program ends: then it stays due.
      if (!context.signal.aborted) {
        // It may be another one by now, or gone.
        const now = findSchedule(db, id)
        if (now) {
          const nextAt = timeAfter(now.rhythm, { now: clock.now(), isDone: outcome !== 'failed' })
          planSchedule(db, { id, nextAt, failures: failuresAfter(now.failures, outcome) })
        }
        changed()
      }
    }
  }

  const handlers: ScheduleHandlers = {
    schedules: () => ({ schedules: listSchedules(db).map(describe), lookedAt: scheduler?.lookedAt() ?? null }),

    saveSchedule: ({ id, ref, path, rhythm, keep, isOn }) => {
      const before = id === undefined ? undefined : require(id)
      const target = path ?? before?.path
      if (target === undefined) throw new AppError('bad-input', 'a new schedule needs a path', { path: 'path' })
      if (!before && listSchedules(db).length >= MAX_SCHEDULES) {
        throw new AppError('report.too-many', `there are ${MAX_SCHEDULES} schedules`)
      }
      const saved = {
        id: id ?? random.uuid(),
        ref: resolveReport(db, ref).ref,
        path: target,
        rhythm,
        keep,
        nextAt: isOn ? nextTime(rhythm, clock.now()) : null,
      }
      saveSchedule(db, saved)
      changed()
      return describe(require(saved.id))
    },

    removeSchedule: ({ id }) => {
      if (!deleteSchedule(db, id)) throw new AppError('report.schedule-not-found', `there is no schedule ${id}`)
      changed()
      return null
    },

    runSchedule: ({ id }, context) => runNow(require(id), context),
  }

  return {
    handlers,
    failing: (): readonly ReportSchedule[] =>
      listSchedules(db)
        .filter(({ failures }) => failures > 0)
        .map(describe),
    start: () => (scheduler = startReportScheduler({ ...ports, runNow })),
  }
}

function failuresAfter(before: number, outcome: 'done' | 'failed' | 'skipped'): number {
  if (outcome === 'done') return 0
  return outcome === 'failed' ? before + 1 : before
}
