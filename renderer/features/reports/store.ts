import type { ReportList, ReportPreview } from '../../../shared/contract/reports.ts'
import type { OwnReport, ReportRun, ReportSchedule, ReportSummary, ReportWork } from '../../../shared/model/report.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

/** An own report while it is edited; without an id a new one. */
export type ReportDraft = Omit<OwnReport, 'id'> & { readonly id: string | null }

/** As typed: `time` and `keep` are texts until they are read. */
export type ScheduleDraft = {
  readonly id: string | null
  readonly ref: string
  readonly name: string
  /** Null until one was chosen; a new one replaces that of a known schedule. */
  readonly path: string | null
  readonly isPathNew: boolean
  readonly weekday: number | null
  readonly time: string
  readonly keep: string
  readonly isOn: boolean
}

/** What the place shows: schedules and runs, or a report. */
export const EXPORTS = 'exports'

export type ReportsPageState = {
  readonly list: Remote<ReportList>
  readonly schedules: Remote<{ readonly schedules: readonly ReportSchedule[]; readonly lookedAt: number | null }>
  readonly runs: Remote<readonly ReportRun[]>
  /** Those being written now, whoever asked for them: a person here or a schedule. */
  readonly running: readonly ReportWork[]
  /** A report, or `EXPORTS`. */
  readonly shown: string
  readonly preview: Remote<ReportPreview>
  readonly draft: ReportDraft | null
  readonly schedule: ScheduleDraft | null
  /** Why the open dialog could not save. */
  readonly refusal: Failure | null
  readonly removing: ReportSummary | null
  /** The one this page waits for. */
  readonly writing: {
    readonly rows: number
    readonly total: number | null
    readonly controller: AbortController
  } | null
  readonly written: { readonly rows: number; readonly path: string } | null
  readonly failure: Failure | null
}

export type ReportsStore = StoreApi<ReportsPageState>

export function createReportsStore(): ReportsStore {
  return createStore<ReportsPageState>()(() => ({
    list: IDLE,
    schedules: IDLE,
    runs: IDLE,
    running: [],
    shown: 'lifecycle',
    preview: IDLE,
    draft: null,
    schedule: null,
    refusal: null,
    removing: null,
    writing: null,
    written: null,
    failure: null,
  }))
}
