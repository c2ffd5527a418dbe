import { MAX_REPORTS } from '../../../shared/contract/reports.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError, isCancelled } from '../../../shared/errors.ts'
import type { Credential } from '../../../shared/model/credential.ts'
import { isReportPreset } from '../../../shared/model/report-presets.ts'
import { type OwnReport, type ReportProgress, type ReportRun, type ReportWork } from '../../../shared/model/report.ts'
import { endReportRun, insertReportRun, listReportRuns } from '../../db/report-runs.ts'
import { deleteReport, findReport, findReportByName, listReports, saveReport } from '../../db/reports.ts'
import type { CorePorts } from '../ports.ts'
import { previewDevices, previewTable, type DeviceReaderCalls } from './preview.ts'
import { ownContent, resolveReport, summaries, toWritten, type ResolvedReport } from './resolve.ts'
import { createScheduleHandlers } from './schedules.ts'
import { countStages } from './stages.ts'
import { createUnderWay } from './under-way.ts'
import { tableOf, type ReportSources, type WriteReport } from './write-report.ts'

export type ReportPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log'> & {
  readonly writeReport: WriteReport
  readonly reader: DeviceReaderCalls
  readonly credentials: () => readonly Credential[]
  readonly reconciliation: ReportSources['reconciliation']
  /** A file that is not there is no failure. */
  readonly removeFile: (path: string) => Promise<void>
}

export type ReportService = ReturnType<typeof createReportService>

export type Writing = {
  readonly signal: AbortSignal
  readonly report: (progress: ReportProgress) => void
}

/** What is to be written where, and for which schedule. */
export type WriteOrder = Pick<ResolvedReport, 'ref' | 'name' | 'content' | 'format'> & {
  readonly path: string
  readonly scheduleId: string | null
}

export type WrittenRun = ReportRun & { readonly rows: number }

/** Reports: a job writes them, here is what they are, when they are due and what became of them. */
export function createReportService(ports: ReportPorts) {
  const { db, clock, random, log } = ports
  const listeners = new Set<() => void>()
  const followers = new Set<(work: ReportWork) => void>()
  const underWay = createUnderWay((work) => {
    for (const follower of followers) follower(work)
  })
  const changed = () => {
    for (const listener of listeners) listener()
  }

  async function write(
    { ref, name, content, format, path, scheduleId }: WriteOrder,
    context: Writing,
  ): Promise<WrittenRun> {
    const started = { id: random.uuid(), ref, name, scheduleId, startedAt: clock.now(), path }
    insertReportRun(db, started)
    changed()
    const end = (ending: Pick<ReportRun, 'state' | 'rows' | 'error'>) => {
      const ended = { ...ending, finishedAt: clock.now() }
      endReportRun(db, started.id, ended)
      changed()
      return { ...started, ...ended }
    }
    try {
      const wish = { content: toWritten(content, ports.credentials), path, format }
      const order = { id: started.id, ref, name, scheduleId }
      const rows = await underWay.follow(order, context, (each) => ports.writeReport(wish, each))
      log.info('report.written', { report: name, rows })
      return { ...end({ state: 'done', rows, error: null }), rows }
    } catch (error) {
      const isEnded = isCancelled(error, context.signal)
      end({ state: isEnded ? 'cancelled' : 'failed', rows: null, error: isEnded ? null : told(error) })
      throw error
    }
  }

  const schedules = createScheduleHandlers({ ...ports, write, changed })

  const handlers: CoreHandlers['reports'] = {
    list: () => ({ reports: summaries(db), own: listReports(db) }),

    save: (wish) => {
      const saved = db.transaction(() => store({ ...wish, id: wish.id }))
      const report = saved.immediate()
      changed()
      return report
    },

    remove: ({ id }) => {
      if (!deleteReport(db, id)) throw new AppError('report.not-found', `there is no report ${id}`)
      changed()
      return null
    },

    preview: async (wish, { signal }) => {
      const { content, format } =
        'ref' in wish ? resolveReport(db, wish.ref) : { content: ownContent(wish), format: wish.format }
      const context = { signal, report() {} }
      if (content.kind === 'devices') return previewDevices(ports.reader, content, { format, context })
      const written = toWritten(content, ports.credentials)
      return previewTable(tableOf(written, { ...ports, devices: refuseDevices }), format)
    },

    stages: (_none, context) => countStages(ports.reader, context),

    write: ({ ref, path, format }, context) => {
      const report = resolveReport(db, ref)
      return write({ ...report, format: format ?? report.format, path, scheduleId: null }, context)
    },

    running: () => underWay.list(),

    cancel: ({ id }) => {
      underWay.cancel(id)
      return null
    },

    runs: ({ limit }) => listReportRuns(db, limit),

    ...schedules.handlers,
  }

  /** Part of a transaction. */
  function store({ id, name, ...content }: Omit<OwnReport, 'id'> & { readonly id: string | undefined }): OwnReport {
    if (id !== undefined && !findReport(db, id)) throw new AppError('report.not-found', `there is no report ${id}`)
    const other = findReportByName(db, name)
    if (isTaken(name) || (other && other.id !== id)) {
      throw new AppError('report.name-taken', `a report named ${name} exists`, { path: 'name' })
    }
    if (id === undefined && listReports(db).length >= MAX_REPORTS) {
      throw new AppError('report.too-many', `there are ${MAX_REPORTS} reports`)
    }
    const report = { id: id ?? random.uuid(), name, ...content }
    saveReport(db, report, clock.now())
    return report
  }

  return {
    handlers,
    /** Schedules whose last try failed. */
    failing: schedules.failing,
    /** Looks from now on whether a schedule is due. Only a program that stays open calls this. */
    startSchedule: schedules.start,
    /** Hears how far each report is. */
    onProgress: (follower: (work: ReportWork) => void): void => void followers.add(follower),
    /** Returns the function that stops listening. */
    onChanged(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Presets, and a word of the command line. */
function isTaken(name: string): boolean {
  const folded = name.toLowerCase()
  return folded === 'list' || isReportPreset(folded)
}

function told(error: unknown): ReportRun['error'] {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

function refuseDevices(): never {
  throw new Error('devices are previewed from the list')
}
