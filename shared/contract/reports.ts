import { z } from 'zod'
import { DEVICE_COLUMNS } from '../model/device.ts'
import {
  DATE_STYLES,
  DELIMITERS,
  FILE_TYPES,
  type OwnReport,
  type ReportProgress,
  type ReportRun,
  type ReportSchedule,
  type ReportSummary,
  type ReportWork,
} from '../model/report.ts'
import { call, push, type } from './define.ts'
import { deviceFilter, deviceSort, type DeviceFacets } from './devices.ts'
import { nameText } from './tokens.ts'

export const MAX_REPORTS = 200
export const MAX_SCHEDULES = 100
export const MAX_KEPT_FILES = 1000
/** Rows of a preview. */
export const PREVIEW_ROWS = 50

/** Id of an own report or name of a preset. */
const reportRef = z.string().min(1).max(200)
const id = z.string().min(1).max(64)
const path = z.string().min(1).max(4096)

const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language tag such as de-DE is expected')

export const reportFormat = z.strictObject({
  delimiter: z.enum(DELIMITERS),
  bom: z.boolean(),
  dates: z.enum(DATE_STYLES),
  locale,
})

const reportColumns = z
  .array(z.enum(DEVICE_COLUMNS))
  .min(1)
  .max(DEVICE_COLUMNS.length)
  .refine((columns) => new Set(columns).size === columns.length, 'a column can be there once')

export const reportContent = {
  columns: reportColumns,
  filter: deviceFilter,
  sort: deviceSort,
  format: reportFormat,
  fileType: z.enum(FILE_TYPES),
}

const rhythm = z.strictObject({
  weekday: z.number().int().min(1).max(7).nullable(),
  minuteOfDay: z.number().int().min(0).max(1439),
})

const WRITING = [
  'report.not-found',
  'report.too-large',
  'file.unwritable',
  'group.not-found',
  'reconcile.rows-gone',
] as const

export type ReportList = {
  /** Presets in their order, then own ones by name. */
  readonly reports: readonly ReportSummary[]
  readonly own: readonly OwnReport[]
}

export type ReportPreview = {
  readonly titles: readonly string[]
  /** As they will stand in the file, but for what keeps formulas from running. */
  readonly rows: readonly (readonly string[])[]
  readonly total: number
}

/** Rows of the lifecycle report by the stages of each dimension; a stage without a device is left out. */
export type StageCounts = Pick<DeviceFacets, 'enrollmentStatus' | 'atApple' | 'assignment'>

export const reports = {
  list: call({ input: z.strictObject({}), output: type<ReportList>() }),

  /** Makes an own report, or changes the one of this id. */
  save: call({
    input: z.strictObject({ id: id.optional(), name: nameText, ...reportContent }),
    output: type<OwnReport>(),
    fails: ['report.not-found', 'report.name-taken', 'report.too-many'],
  }),

  /** Forgets an own report and its schedules; files stay. */
  remove: call({ input: z.strictObject({ id }), output: type<null>(), fails: ['report.not-found'] }),

  /** The first rows of a report, or of one that is being made. */
  preview: call({
    input: z.union([
      z.strictObject({ ref: reportRef }),
      z.strictObject({ columns: reportColumns, filter: deviceFilter, sort: deviceSort, format: reportFormat }),
    ]),
    output: type<ReportPreview>(),
    fails: ['report.not-found', 'group.not-found', 'reconcile.rows-gone'],
  }),

  /** The lifecycle report counted, for the charts of Overview. */
  stages: call({ input: z.strictObject({}), output: type<StageCounts>(), fails: ['group.not-found'] }),

  /**
   * Writes a report to a file, CSV or by its extension XLSX: whole, or not at all. Without `format` an own report takes its own and
   * a preset the standard one.
   */
  write: call({
    input: z.strictObject({ ref: reportRef, path, format: reportFormat.optional() }),
    output: type<ReportRun & { readonly rows: number }>(),
    progress: type<ReportProgress>(),
    fails: [...WRITING],
  }),

  /** What this program is writing right now, by hand or by itself. */
  running: call({ input: z.strictObject({}), output: type<readonly ReportWork[]>() }),

  /** Ends one that is running, whoever asked for it: no file is left. A schedule goes on at its next time. */
  cancel: call({ input: z.strictObject({ id }), output: type<null>() }),

  /** What was written or failed, newest first. */
  runs: call({
    input: z.strictObject({ limit: z.number().int().min(1).max(500) }),
    output: type<readonly ReportRun[]>(),
  }),

  schedules: call({
    input: z.strictObject({}),
    output: type<{
      readonly schedules: readonly ReportSchedule[]
      /** When this program last looked whether one is due; null where it does not look. */
      readonly lookedAt: number | null
    }>(),
  }),

  /** Makes a schedule, or changes the one of this id, which keeps its path where none is given. */
  saveSchedule: call({
    input: z.strictObject({
      id: id.optional(),
      ref: reportRef,
      path: path.optional(),
      rhythm,
      keep: z.number().int().min(1).max(MAX_KEPT_FILES),
      isOn: z.boolean(),
    }),
    output: type<ReportSchedule>(),
    fails: ['report.not-found', 'report.schedule-not-found', 'report.too-many'],
  }),

  /** Forgets it; files it wrote stay. */
  removeSchedule: call({ input: z.strictObject({ id }), output: type<null>(), fails: ['report.schedule-not-found'] }),

  /** Does now what the schedule would do when it is due. */
  runSchedule: call({
    input: z.strictObject({ id }),
    output: type<ReportRun>(),
    progress: type<ReportProgress>(),
    fails: ['report.schedule-not-found', ...WRITING],
  }),

  /** How far a report is; its end is a `changed`. */
  progress: push<ReportWork>(),

  /** A report, a schedule or a run is other than before. */
  changed: push<null>(),
} as const
