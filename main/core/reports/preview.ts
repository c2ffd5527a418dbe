import { PREVIEW_ROWS, type ReportPreview } from '../../../shared/contract/reports.ts'
import type { Device } from '../../../shared/model/device.ts'
import type { DeviceContent, ReportFormat } from '../../../shared/model/report.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { deviceTable } from './device-table.ts'
import { createMoment } from './moments.ts'
import type { ReportTable, Value } from './table.ts'

export type DeviceReaderCalls = Pick<CoreHandlers['devices'], 'openView' | 'rows' | 'closeView' | 'facets'>
type Context = { readonly signal: AbortSignal; readonly report: () => void }

/** The first rows of a table, as texts. */
export async function previewTable<R>(
  { columns, total, batches }: ReportTable<R>,
  format: ReportFormat,
): Promise<ReportPreview> {
  const moment = createMoment(format)
  const toText = (value: Value, kind: string) =>
    value === null ? '' : typeof value === 'number' && kind === 'time' ? moment(value) : String(value)
  const rows: (readonly string[])[] = []
  for await (const batch of batches()) {
    for (const row of batch.slice(0, PREVIEW_ROWS - rows.length)) {
      rows.push(columns.map(({ valueOf, kind }) => toText(valueOf(row), kind)))
    }
    if (rows.length >= PREVIEW_ROWS) break
  }
  return { titles: columns.map(({ title }) => title), rows, total }
}

/** The first devices, from the list that is in memory anyway. */
export async function previewDevices(
  devices: DeviceReaderCalls,
  { parts, sort, columns }: DeviceContent,
  { format, context }: { readonly format: ReportFormat; readonly context: Context },
): Promise<ReportPreview> {
  const rows: Device[] = []
  let total = 0
  for (const filter of parts) {
    const opened = await devices.openView({ filter, sort }, context)
    total += opened.total
    const limit = Math.min(PREVIEW_ROWS - rows.length, opened.total)
    if (limit > 0) rows.push(...(await devices.rows({ view: opened.view, offset: 0, limit }, context)))
    await devices.closeView({ view: opened.view }, context)
  }
  const table = deviceTable([{ total: rows.length, read: (from, to) => rows.slice(from, to) }], columns)
  return { ...(await previewTable(table, format)), total }
}
