import type { ErrorCode } from '../errors.ts'
import type { DeviceColumn, DeviceFilter, DeviceSort } from './device.ts'

/** Cells apart: comma, semicolon (spreadsheets where the comma is the decimal mark), tab, bar. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** `iso`: ISO 8601, UTC, milliseconds. `locale`: as people of `locale` write it, in the time zone of this computer. */
export const DATE_STYLES = ['iso', 'locale'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export const FILE_TYPES = ['csv', 'xlsx'] as const
export type FileType = (typeof FILE_TYPES)[number]

export type ReportFormat = {
  readonly delimiter: Delimiter
  /** A mark at the beginning, by which spreadsheets know that the file is UTF-8. */
  readonly bom: boolean
  readonly dates: DateStyle
  /** A language tag such as `de-DE`. */
  readonly locale: string
}

export const STANDARD_FORMAT: ReportFormat = { delimiter: ',', bom: true, dates: 'iso', locale: 'en-GB' }

/** Rows of a sheet of a workbook, without the titles. */
export const MAX_SHEET_ROWS = 1_048_575

/** What a report says of devices. */
export type DeviceContent = {
  readonly kind: 'devices'
  /** Each takes devices, one part after the other; no device matches two. */
  readonly parts: readonly DeviceFilter[]
  readonly sort: DeviceSort
  readonly columns: readonly DeviceColumn[]
}
export type ReportContent =
  | DeviceContent
  | { readonly kind: 'credentials' }
  | { readonly kind: 'sync-history' }
  | { readonly kind: 'reconciliation' }

/** An own report: a named selection of rows and columns with the form it is written in. */
export type OwnReport = {
  readonly id: string
  readonly name: string
  readonly columns: readonly DeviceColumn[]
  readonly filter: DeviceFilter
  readonly sort: DeviceSort
  readonly format: ReportFormat
  readonly fileType: FileType
}

/** `id` of an own report, name of a preset. */
export type ReportRef = string

export type ReportSummary = {
  readonly ref: ReportRef
  readonly name: string
  /** A sentence about a preset; null for an own report. */
  readonly title: string | null
  readonly isPreset: boolean
}

/** `running`: under way, or its program was ended in the middle of it. */
export const REPORT_RUN_STATES = ['running', 'done', 'failed', 'cancelled'] as const
export type ReportRunState = (typeof REPORT_RUN_STATES)[number]

/** A report that was written, or should have been. Times: milliseconds UTC. */
export type ReportRun = {
  readonly id: string
  readonly ref: ReportRef
  /** What it was called then. */
  readonly name: string
  /** Null where a person asked for it. */
  readonly scheduleId: string | null
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly state: ReportRunState
  readonly rows: number | null
  readonly path: string
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
}

export type ReportSchedule = {
  readonly id: string
  readonly ref: ReportRef
  /** What the report is called; null once it was removed. */
  readonly name: string | null
  /** Each file gets the date and time before its extension, which says whether it is CSV or XLSX. */
  readonly path: string
  readonly rhythm: ReportRhythm
  /** So many files stay; older ones of this schedule are removed. */
  readonly keep: number
  readonly isOn: boolean
  /** Null while it is off. */
  readonly nextAt: number | null
  /** How often in a row it failed. */
  readonly failures: number
  readonly lastRun: ReportRun | null
  readonly lastSuccessAt: number | null
}

/** By the clock of this computer. `weekday`: 1 is Monday, 7 Sunday; null is every day. */
export type ReportRhythm = { readonly weekday: number | null; readonly minuteOfDay: number }

/** A file name says in which form it is written. */
export function fileTypeOf(path: string): FileType {
  return /\.xlsx$/i.test(path) ? 'xlsx' : 'csv'
}

/** A report that is being written now, by whoever asked for it. */
export type ReportWork = Pick<ReportRun, 'id' | 'ref' | 'name' | 'scheduleId'> & {
  readonly rows: number
  /** Null until it is known. */
  readonly total: number | null
}

export type ReportProgress = { readonly rows: number; readonly total: number }
