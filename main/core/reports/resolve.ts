import { AppError } from '../../../shared/errors.ts'
import type { Credential } from '../../../shared/model/credential.ts'
import type { OwnReport, ReportContent, ReportFormat, ReportSummary } from '../../../shared/model/report.ts'
import { STANDARD_FORMAT } from '../../../shared/model/report.ts'
import { isReportPreset, PRESET_CONTENT, REPORT_PRESETS } from '../../../shared/model/report-presets.ts'
import { messagesIn } from '../../../shared/messages/index.ts'
import type { ReadDb } from '../../db/open.ts'
import { findReport, findReportByName, listReports } from '../../db/reports.ts'
import type { WrittenContent } from './write-report.ts'

export type ResolvedReport = {
  readonly ref: string
  readonly name: string
  readonly content: ReportContent
  readonly format: ReportFormat
}

/** A preset by name, an own report by id or name. Throws `report.not-found`. */
export function resolveReport(db: ReadDb, ref: string): ResolvedReport {
  if (isReportPreset(ref)) return { ref, name: ref, content: PRESET_CONTENT[ref], format: STANDARD_FORMAT }
  const own = findReport(db, ref) ?? findReportByName(db, ref)
  if (!own) throw new AppError('report.not-found', `there is no report ${ref}`, { path: 'ref' })
  return { ref: own.id, name: own.name, content: ownContent(own), format: own.format }
}

export function ownContent({ filter, sort, columns }: Pick<OwnReport, 'filter' | 'sort' | 'columns'>): ReportContent {
  return { kind: 'devices', parts: [filter], sort, columns }
}

/** Presets in their order, then own ones by name. */
export function summaries(db: ReadDb): readonly ReportSummary[] {
  const { presets } = messagesIn('en').reports
  return [
    ...REPORT_PRESETS.map((name) => ({ ref: name, name, title: presets[name].what, isPreset: true })),
    ...listReports(db).map(({ id, name }) => ({ ref: id, name, title: null, isPreset: false })),
  ]
}

/** The name of a report wherever it is one; null once it was removed. */
export function nameOf(db: ReadDb, ref: string): string | null {
  return isReportPreset(ref) ? ref : (findReport(db, ref)?.name ?? null)
}

export function toWritten(content: ReportContent, credentials: () => readonly Credential[]): WrittenContent {
  return content.kind === 'credentials' ? { kind: 'credentials', credentials: credentials() } : content
}
