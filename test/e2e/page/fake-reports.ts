import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { StageCounts } from '../../../shared/contract/reports.ts'
import { AppError } from '../../../shared/errors.ts'
import { DEVICE_COLUMN_TITLES } from '../../../shared/model/device-columns.ts'
import type { OwnReport, ReportRun, ReportSchedule, ReportWork } from '../../../shared/model/report.ts'
import { STANDARD_FORMAT } from '../../../shared/model/report.ts'
import { PRESET_CONTENT, REPORT_PRESETS, isReportPreset } from '../../../shared/model/report-presets.ts'
import type { Scene } from './scenes.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const TOTAL = 48_212
const STEP = 6000

type Tell = { readonly changed: () => void; readonly progressed: (work: ReportWork) => void }

/**
 * Presets, two own reports, one with a schedule that fails; nothing but presets in an empty scene. While work runs, a
 * schedule is writing too.
 */
export function fakeReportHandlers(
  scene: Pick<Scene, 'hasStrangeTexts' | 'tokens' | 'sync' | 'deviceCount'>,
  { changed, progressed }: Tell,
): CoreHandlers['reports'] {
  if (scene.tokens === 'broken') return brokenHandlers()
  let running: readonly ReportWork[] = scene.sync === 'running' ? [fakeWork()] : []
  let own: readonly OwnReport[] = scene.tokens.length === 0 ? [] : fakeReports(scene.hasStrangeTexts)
  let schedules: readonly ReportSchedule[] = own.length === 0 ? [] : fakeSchedules(own)
  let runs: readonly ReportRun[] = own.length === 0 ? [] : fakeRuns(own)
  const nameOf = (ref: string): string => own.find(({ id }) => id === ref)?.name ?? ref
  const requireReport = (ref: string) => {
    if (!isReportPreset(ref) && !own.some(({ id }) => id === ref)) throw new AppError('report.not-found', '')
  }
  const requireSchedule = (id: string): ReportSchedule => {
    const found = schedules.find((one) => one.id === id)
    if (!found) throw new AppError('report.schedule-not-found', '')
    return found
  }
  const written = (ref: string, path: string, scheduleId: string | null): ReportRun & { readonly rows: number } => {
    const now = Date.now()
    const run = { id: `w${runs.length}`, ref, name: nameOf(ref), scheduleId, path, error: null } as const
    const done = { ...run, startedAt: now, finishedAt: now, state: 'done', rows: 812 } as const
    runs = [done, ...runs]
    changed()
    return done
  }

  return {
    list: () => ({
      reports: [
        ...REPORT_PRESETS.map((name) => ({ ref: name, name, title: name, isPreset: true })),
        ...own.map(({ id, name }) => ({ ref: id, name, title: null, isPreset: false })),
      ],
      own,
    }),
    save: ({ id, ...content }) => {
      if (own.some((one) => one.name === content.name && one.id !== id)) throw new AppError('report.name-taken', '')
      const saved = { ...content, id: id ?? `own-${own.length + 1}` }
      own = [...own.filter((one) => one.id !== saved.id), saved].sort((a, b) => a.name.localeCompare(b.name))
      changed()
      return saved
    },
    remove: ({ id }) => {
      requireReport(id)
      own = own.filter((one) => one.id !== id)
      schedules = schedules.filter(({ ref }) => ref !== id)
      changed()
      return null
    },
    preview: (wish) => {
      if ('ref' in wish) requireReport(wish.ref)
      const content = 'ref' in wish && isReportPreset(wish.ref) ? PRESET_CONTENT[wish.ref] : undefined
      const columns =
        'ref' in wish
          ? (own.find(({ id }) => id === wish.ref)?.columns ??
            (content?.kind === 'devices' ? content.columns : undefined))
          : wish.columns
      const titles = columns?.map((column) => DEVICE_COLUMN_TITLES[column]) ?? ['Name', 'State', 'Expires']
      const rows = Array.from({ length: 50 }, (_, row) =>
        titles.map((title, place) =>
          place === 0 ? `DMPX${String(row * 7919).padStart(8, '0')}` : `${title} ${row + 1}`,
        ),
      )
      return { titles, rows, total: TOTAL }
    },
    stages: () => fakeStages(scene.deviceCount),
    write: async ({ ref, path }, { signal, report }) => {
      requireReport(ref)
      const id = `work-${runs.length}`
      const isWanted = () => running.some((work) => work.id === id)
      try {
        for (let rows = 0; rows < TOTAL; rows += STEP) {
          const work = { id, ref, name: nameOf(ref), scheduleId: null, rows, total: TOTAL }
          running = [...running.filter((one) => one.id !== id), work]
          progressed(work)
          report({ rows, total: TOTAL })
          await new Promise((resolve) => setTimeout(resolve, 120))
          signal.throwIfAborted()
          if (!isWanted()) throw new AppError('cancelled', '')
        }
      } finally {
        running = running.filter((one) => one.id !== id)
        changed()
      }
      return written(ref, path, null)
    },
    running: () => running,
    cancel: ({ id }) => {
      running = running.filter((work) => work.id !== id)
      changed()
      return null
    },
    runs: ({ limit }) => runs.slice(0, limit),
    schedules: () => ({ schedules, lookedAt: Date.now() - 20_000 }),
    saveSchedule: ({ id, path, isOn, ...wish }) => {
      const before = id === undefined ? undefined : requireSchedule(id)
      const saved: ReportSchedule = {
        ...wish,
        id: id ?? `s${schedules.length + 1}`,
        path: path ?? before?.path ?? '/reports/report.csv',
        name: nameOf(wish.ref),
        isOn,
        nextAt: isOn ? Date.now() + 9 * HOUR_MS : null,
        failures: 0,
        lastRun: before?.lastRun ?? null,
        lastSuccessAt: before?.lastSuccessAt ?? null,
      }
      schedules = [...schedules.filter((one) => one.id !== saved.id), saved]
      changed()
      return saved
    },
    removeSchedule: ({ id }) => {
      requireSchedule(id)
      schedules = schedules.filter((one) => one.id !== id)
      changed()
      return null
    },
    runSchedule: ({ id }) => {
      const { ref, path } = requireSchedule(id)
      const done = written(ref, path, id)
      schedules = schedules.map((one) =>
        one.id === id ? { ...one, failures: 0, lastRun: done, lastSuccessAt: done.finishedAt } : one,
      )
      return done
    },
  }
}

/** Every device in one state of each dimension, as an organization that enrolls them looks. */
function fakeStages(count: number): StageCounts {
  const share = (...parts: readonly (readonly [string, number])[]) => {
    const counts = parts.map(([value, hundredths]) => ({ value, count: Math.floor((count * hundredths) / 100) }))
    const rest = count - counts.reduce((sum, { count: one }) => sum + one, 0)
    return counts.map((one, place) => (place === 0 ? { ...one, count: one.count + rest } : one))
  }
  return {
    enrollmentStatus: share(['enrolled', 71], ['discovered', 11], ['registered', 8], ['unenrolled', 6], ['blocked', 4]),
    atApple: share(['present', 94], ['gone', 6]),
    assignment: share(['assigned', 83], ['none', 9], ['in-progress', 5], ['failed', 2], ['throttled', 1]),
  }
}

function fakeWork(): ReportWork {
  return { id: 'work', ref: 'lifecycle', name: 'lifecycle', scheduleId: 's1', rows: 18_000, total: TOTAL }
}

/** Nothing can be read. */
function brokenHandlers(): CoreHandlers['reports'] {
  const fail = () => {
    throw new Error('made to fail')
  }
  return {
    list: fail,
    save: fail,
    remove: fail,
    preview: fail,
    stages: fail,
    write: fail,
    running: () => [],
    cancel: () => null,
    runs: fail,
    schedules: fail,
    saveSchedule: fail,
    removeSchedule: fail,
    runSchedule: fail,
  }
}

function fakeReports(hasLongNames: boolean): readonly OwnReport[] {
  const sort = { column: 'serial', direction: 'asc' } as const
  const long = ' for the monthly meeting of the regional administrators of Europe, Middle East and Africa'
  return [
    {
      id: 'own-1',
      name: `iPads of Berlin${hasLongNames ? long : ''}`,
      columns: ['serial', 'model', 'assetTag', 'group', 'enrollmentStatus', 'lastSeenAt'],
      filter: { family: 'iPad', atApple: 'present' },
      sort,
      format: { ...STANDARD_FORMAT, delimiter: ';', dates: 'locale', locale: 'de-DE' },
      fileType: 'csv',
    },
    {
      id: 'own-2',
      name: 'Macs without a user',
      columns: ['serial', 'description', 'friendlyName', 'user'],
      filter: { family: 'Mac' },
      sort,
      format: STANDARD_FORMAT,
      fileType: 'xlsx',
    },
  ]
}

function fakeSchedules(own: readonly OwnReport[]): readonly ReportSchedule[] {
  const now = Date.now()
  const [first] = own
  const failed = fakeRuns(own).find(({ state }) => state === 'failed') ?? null
  return [
    {
      id: 's1',
      ref: 'lifecycle',
      name: 'lifecycle',
      path: '/srv/reports/lifecycle.csv',
      rhythm: { weekday: null, minuteOfDay: 360 },
      keep: 30,
      isOn: true,
      nextAt: now + 9 * HOUR_MS,
      failures: 0,
      lastRun: fakeRuns(own).find(({ scheduleId }) => scheduleId === 's1') ?? null,
      lastSuccessAt: now - 15 * HOUR_MS,
    },
    {
      id: 's2',
      ref: first!.id,
      name: first!.name,
      path: '/mnt/share/berlin/ipads.xlsx',
      rhythm: { weekday: 1, minuteOfDay: 420 },
      keep: 12,
      isOn: true,
      nextAt: now + HOUR_MS,
      failures: 2,
      lastRun: failed,
      lastSuccessAt: now - 7 * DAY_MS,
    },
  ]
}

function fakeRuns(own: readonly OwnReport[]): readonly ReportRun[] {
  const now = Date.now()
  const run = { finishedAt: now, scheduleId: null, error: null, state: 'done' } as const
  return [
    {
      ...run,
      id: 'r4',
      ref: own[0]!.id,
      name: own[0]!.name,
      scheduleId: 's2',
      startedAt: now - HOUR_MS,
      rows: null,
      state: 'failed',
      path: '/mnt/share/berlin/ipads-2026-11-22-070000.xlsx',
      error: { code: 'file.unwritable', message: 'the file cannot be written' },
    },
    {
      ...run,
      id: 'r3',
      ref: 'lifecycle',
      name: 'lifecycle',
      scheduleId: 's1',
      startedAt: now - 15 * HOUR_MS,
      rows: 48_212,
      path: '/srv/reports/lifecycle-2026-11-22-060000.csv',
    },
    { ...run, id: 'r2', ref: 'gone', name: 'gone', startedAt: now - DAY_MS, rows: 37, path: '/home/anna/gone.csv' },
    {
      ...run,
      id: 'r1',
      ref: 'inventory',
      name: 'inventory',
      startedAt: now - 2 * DAY_MS,
      rows: null,
      state: 'cancelled',
      path: '/home/anna/inventory.xlsx',
    },
  ]
}
