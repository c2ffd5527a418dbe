import { PRESET_CONTENT, isReportPreset } from '../../../shared/model/report-presets.ts'
import type { FileType, OwnReport, ReportSchedule, ReportSummary, ReportWork } from '../../../shared/model/report.ts'
import { STANDARD_FORMAT } from '../../../shared/model/report.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { pageLocale } from '../../lib/format.ts'
import { fromResult, LOADING, startLoading, valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { EXPORTS, type ReportDraft, type ReportsStore, type ScheduleDraft } from './store.ts'
import { readKeep, readTime, reportName, timeText } from './words.ts'

const SHOWN_RUNS = 100

/** Reads what there is: reports, schedules, runs. What is shown stays meanwhile. */
export async function loadReports(store: ReportsStore, { api }: Desk): Promise<void> {
  store.setState(({ list, schedules, runs }) => ({
    list: startLoading(list),
    schedules: startLoading(schedules),
    runs: startLoading(runs),
  }))
  const [list, schedules, runs] = await Promise.all([
    api.reports.list({}),
    api.reports.schedules({}),
    api.reports.runs({ limit: SHOWN_RUNS }),
  ])
  store.setState({ list: fromResult(list), schedules: fromResult(schedules), runs: fromResult(runs) })
}

/** What is written now, by hand or by a schedule: read when one begins or ends. */
export async function loadRunning(store: ReportsStore, { api }: Desk): Promise<void> {
  const running = await api.reports.running({})
  if (running.ok) store.setState({ running: running.value })
}

export function receiveWork(store: ReportsStore, work: ReportWork): void {
  store.setState(({ running }) => {
    const place = running.findIndex(({ id }) => id === work.id)
    return { running: place === -1 ? [...running, work] : running.with(place, work) }
  })
}

/** Ends a report, whoever asked for it. No file is left. */
export function cancelReport({ api }: Desk, id: string): void {
  void api.reports.cancel({ id })
}

export async function arrive(store: ReportsStore, desk: Desk): Promise<void> {
  await Promise.all([loadReports(store, desk), loadPreview(store, desk)])
}

export async function showReport(store: ReportsStore, desk: Desk, shown: string): Promise<void> {
  store.setState({ shown, preview: LOADING, written: null, failure: null })
  await loadPreview(store, desk)
}

/** The first rows of what is shown now; an answer that comes late is for another report. */
export async function loadPreview(store: ReportsStore, { api }: Desk): Promise<void> {
  const { shown } = store.getState()
  if (shown === EXPORTS) return
  store.setState(({ preview }) => ({ preview: startLoading(preview) }))
  const preview = fromResult(await api.reports.preview({ ref: shown }))
  if (store.getState().shown === shown) store.setState({ preview })
}

/** Asks where, then writes it. */
export async function exportReport(
  store: ReportsStore,
  desk: Desk,
  { report, fileType }: { readonly report: ReportSummary; readonly fileType: FileType },
): Promise<void> {
  const { api, feedback } = desk
  if (store.getState().writing) return
  const chosen = await api.shell.chooseSavePath({
    suggestedName: `${report.name}.${fileType}`,
    title: text().reports.place.chooseFile,
  })
  if (!chosen.ok) return store.setState({ failure: chosen.error })
  if (chosen.value === null) return
  const controller = new AbortController()
  store.setState({ writing: { rows: 0, total: null, controller }, written: null, failure: null })
  const result = await api.reports.write(
    { ref: report.ref, path: chosen.value },
    { signal: controller.signal, onProgress: (progress) => store.setState({ writing: { ...progress, controller } }) },
  )
  store.setState({ writing: null })
  if (result.ok) {
    store.setState({ written: result.value })
    announce(feedback, text().reports.place.written(result.value.rows))
  } else if (result.error.code !== 'cancelled') store.setState({ failure: result.error })
}

export function cancelWriting(store: ReportsStore): void {
  store.getState().writing?.controller.abort()
}

export async function revealWritten(store: ReportsStore, { api }: Desk): Promise<void> {
  const { written } = store.getState()
  if (written) await api.shell.revealFile({ path: written.path })
}

/** A new own report; from a preset of devices its columns and order. */
export function editNew(store: ReportsStore, from?: string): void {
  const content = PRESET_CONTENT[from !== undefined && isReportPreset(from) ? from : 'inventory']
  const { columns, parts, sort } = content.kind === 'devices' ? content : { ...fallback(), parts: [{}] }
  const draft: ReportDraft = {
    id: null,
    name: '',
    columns,
    filter: parts.length === 1 ? parts[0]! : {},
    sort,
    format: { ...STANDARD_FORMAT, locale: pageLocale() },
    fileType: 'csv',
  }
  store.setState({ draft, refusal: null })
}

function fallback() {
  return { columns: ['serial'] as const, sort: { column: 'serial', direction: 'asc' } as const }
}

export function editReport(store: ReportsStore, report: OwnReport): void {
  store.setState({ draft: report, refusal: null })
}

export function changeDraft(store: ReportsStore, change: Partial<ReportDraft>): void {
  store.setState(({ draft }) => ({ draft: draft && { ...draft, ...change }, refusal: null }))
}

export function closeDialogs(store: ReportsStore): void {
  store.setState({ draft: null, schedule: null, removing: null, refusal: null })
}

export async function saveDraft(store: ReportsStore, desk: Desk): Promise<void> {
  const { draft } = store.getState()
  if (!draft) return
  const { id, columns, ...content } = draft
  const saved = await desk.api.reports.save({ ...content, columns: [...columns], ...(id !== null && { id }) })
  if (!saved.ok) return store.setState({ refusal: saved.error })
  store.setState({ draft: null, shown: saved.value.id, preview: LOADING, written: null })
  toast(desk.feedback, text().reports.place.saved(saved.value.name))
  await arrive(store, desk)
}

export async function removeReport(store: ReportsStore, desk: Desk): Promise<void> {
  const { removing } = store.getState()
  if (!removing) return
  const removed = await desk.api.reports.remove({ id: removing.ref })
  store.setState({ removing: null })
  if (!removed.ok) return store.setState({ failure: removed.error })
  store.setState({ shown: 'lifecycle', preview: LOADING, written: null })
  toast(desk.feedback, text().reports.place.removed(removing.name))
  await arrive(store, desk)
}

export function scheduleReport(store: ReportsStore, { ref, name }: Pick<ReportSummary, 'ref' | 'name'>): void {
  const schedule = {
    id: null,
    ref,
    name,
    path: null,
    isPathNew: false,
    weekday: null,
    time: '06:00',
    keep: '30',
    isOn: true,
  }
  store.setState({ schedule, refusal: null })
}

export function editSchedule(store: ReportsStore, { id, ref, name, path, rhythm, keep, isOn }: ReportSchedule): void {
  const { weekday, minuteOfDay } = rhythm
  const time = timeText(minuteOfDay)
  const schedule = { id, ref, name: name ?? ref, path, isPathNew: false, weekday, time, keep: String(keep), isOn }
  store.setState({ schedule, refusal: null })
}

export function changeSchedule(store: ReportsStore, change: Partial<ScheduleDraft>): void {
  store.setState(({ schedule }) => ({ schedule: schedule && { ...schedule, ...change }, refusal: null }))
}

/** Where the files go: a name to which the date is added. */
export async function chooseFile(store: ReportsStore, { api }: Desk): Promise<void> {
  const { schedule } = store.getState()
  if (!schedule) return
  const own = valueOr(store.getState().list, { reports: [], own: [] }).own.find(({ id }) => id === schedule.ref)
  const chosen = await api.shell.chooseSavePath({
    suggestedName: `${schedule.name}.${own?.fileType ?? 'csv'}`,
    title: text().reports.schedules.chooseTitle,
  })
  if (!chosen.ok) store.setState({ refusal: chosen.error })
  else if (chosen.value !== null) changeSchedule(store, { path: chosen.value, isPathNew: true })
}

export async function saveSchedule(store: ReportsStore, desk: Desk): Promise<void> {
  const { schedule } = store.getState()
  const minuteOfDay = readTime(schedule?.time ?? '')
  const keep = readKeep(schedule?.keep ?? '')
  if (!schedule || schedule.path === null || minuteOfDay === undefined || keep === undefined) return
  const { id, ref, name, path, isPathNew, weekday, isOn } = schedule
  const saved = await desk.api.reports.saveSchedule({
    ref,
    keep,
    isOn,
    rhythm: { weekday, minuteOfDay },
    ...(id !== null && { id }),
    ...((isPathNew || id === null) && { path }),
  })
  if (!saved.ok) return store.setState({ refusal: saved.error })
  store.setState({ schedule: null, shown: EXPORTS })
  toast(desk.feedback, text().reports.place.saved(reportName(name)))
  await loadReports(store, desk)
}

export async function switchSchedule(store: ReportsStore, desk: Desk, schedule: ReportSchedule): Promise<void> {
  const { id, ref, rhythm, keep, isOn } = schedule
  const saved = await desk.api.reports.saveSchedule({ id, ref, rhythm, keep, isOn: !isOn })
  store.setState({ failure: saved.ok ? null : saved.error })
  await loadReports(store, desk)
}

export async function removeSchedule(
  store: ReportsStore,
  desk: Desk,
  { id, name, ref }: ReportSchedule,
): Promise<void> {
  const removed = await desk.api.reports.removeSchedule({ id })
  store.setState({ failure: removed.ok ? null : removed.error })
  if (removed.ok) toast(desk.feedback, text().reports.place.removed(reportName(name ?? ref)))
  await loadReports(store, desk)
}

export async function runSchedule(store: ReportsStore, desk: Desk, { id }: ReportSchedule): Promise<void> {
  if (store.getState().writing) return
  const controller = new AbortController()
  store.setState({ writing: { rows: 0, total: null, controller }, failure: null })
  const result = await desk.api.reports.runSchedule(
    { id },
    { signal: controller.signal, onProgress: (progress) => store.setState({ writing: { ...progress, controller } }) },
  )
  store.setState({ writing: null })
  if (result.ok) announce(desk.feedback, text().reports.place.written(result.value.rows ?? 0))
  else if (result.error.code !== 'cancelled') store.setState({ failure: result.error })
  await loadReports(store, desk)
}
