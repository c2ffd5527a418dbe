import { DEVICE_COLUMNS, type Device, type DeviceColumn } from '../../../shared/model/device.ts'
import { DEVICE_COLUMN_TITLES, isTimeColumn } from '../../../shared/model/device-columns.ts'
import type { ReportFormat } from '../../../shared/model/report.ts'
import type { ReportTable, ReportTarget, TableColumn, WriteContext } from './table.ts'
import { writeCsv } from './write-csv.ts'

/** Devices in the order of their lines; `read` gives those from `from` up to, not including, `to`. */
export type DeviceSource = {
  readonly total: number
  readonly read: (from: number, to: number) => readonly Device[]
}

export type DeviceReport = WriteContext<ReportTarget> & {
  readonly columns?: readonly DeviceColumn[] | undefined
  readonly format?: ReportFormat | undefined
}

/** Rows between two writes: some ten milliseconds, after which whoever waits for a page of the list gets its turn. */
const ROWS_PER_WRITE = 1000

export function deviceTable(
  sources: readonly DeviceSource[],
  columns: readonly DeviceColumn[] = DEVICE_COLUMNS,
): ReportTable<Device> {
  return {
    columns: columns.map(deviceColumn),
    total: sources.reduce((sum, { total }) => sum + total, 0),
    async *batches() {
      for (const { total, read } of sources) {
        for (let from = 0; from < total; from += ROWS_PER_WRITE)
          yield read(from, Math.min(from + ROWS_PER_WRITE, total))
      }
    },
  }
}

export function deviceColumn(column: DeviceColumn): TableColumn<Device> {
  const title = DEVICE_COLUMN_TITLES[column]
  return { title, kind: isTimeColumn(column) ? 'time' : 'text', valueOf: (device) => device[column] }
}

/** Writes devices as CSV. Returns the number of rows; whatever goes wrong, cancelling too, leaves no file. */
export function writeDeviceReport(source: DeviceSource, report: DeviceReport): Promise<number> {
  return writeCsv(deviceTable([source], report.columns), report, report.format)
}
