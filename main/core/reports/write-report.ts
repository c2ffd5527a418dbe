import type { Credential } from '../../../shared/model/credential.ts'
import type { DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import { fileTypeOf, type DeviceContent, type ReportFormat } from '../../../shared/model/report.ts'
import { countRuns, runPages } from '../../db/sync-runs.ts'
import type { ReadDb } from '../../db/open.ts'
import { deviceTable, type DeviceSource } from './device-table.ts'
import { credentialTable, runTable } from './other-tables.ts'
import type { FileTarget, ReportProgress, ReportTable } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** What is written, with what only the main thread knows. */
export type WrittenContent =
  | DeviceContent
  | { readonly kind: 'credentials'; readonly credentials: readonly Credential[] }
  | { readonly kind: 'sync-history' }
  | { readonly kind: 'reconciliation' }

export type ReportWish = {
  readonly content: WrittenContent
  readonly path: string
  readonly format: ReportFormat
}

/** Where rows come from that other nouns know of. */
export type ReportSources = {
  readonly db: ReadDb
  /** Throws `group.not-found`. */
  readonly devices: (filter: DeviceFilter, sort: DeviceSort) => DeviceSource
  /** The newest one's rows; none where nobody has made one. */
  readonly reconciliation: () => ReportTable<readonly string[]>
}

type Context = { readonly signal: AbortSignal; readonly report: (progress: ReportProgress) => void }

/** Writes a report: whole, or whatever goes wrong, cancelling too, not at all. Returns the number of rows. */
export type WriteReport = (wish: ReportWish, context: Context) => Promise<number>

export function createReportWriter(
  sources: ReportSources & { readonly openTarget: (path: string) => Promise<FileTarget> },
): WriteReport {
  return async ({ content, path, format }, { signal, report }) => {
    // What is asked for is looked up before a file is begun.
    const table = tableOf(content, sources)
    signal.throwIfAborted()
    const context = { target: await sources.openTarget(path), signal, report }
    return fileTypeOf(path) === 'xlsx' ? writeXlsx(table, context, format) : writeCsv(table, context, format)
  }
}

export function tableOf(content: WrittenContent, { db, devices, reconciliation }: ReportSources): AnyTable {
  switch (content.kind) {
    case 'devices':
      return deviceTable(
        content.parts.map((filter) => devices(filter, content.sort)),
        content.columns,
      ) as AnyTable
    case 'credentials':
      return credentialTable(content.credentials) as AnyTable
    case 'sync-history':
      return runTable(countRuns(db), () => runPages(db)) as AnyTable
    case 'reconciliation':
      return reconciliation() as AnyTable
  }
}

/** Its columns fit its rows: both come from one place. */
export type AnyTable = ReportTable<unknown>
