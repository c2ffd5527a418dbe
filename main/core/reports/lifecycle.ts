import { DEVICE_COLUMNS, type Device, type DeviceColumn } from '../../../shared/model/device.ts'
import { DEVICE_COLUMN_TITLES, isTimeColumn, type DeviceTimeColumn } from '../../../shared/model/device-columns.ts'
import { BYTE_ORDER_MARK, csvText, LINE_END } from './csv.ts'
import { createIsoTime } from './iso-time.ts'

/** A file under way. `finish` puts it in its place, `discard` leaves nothing behind. Both end it. */
export type ReportTarget = {
  readonly write: (text: string) => Promise<void>
  readonly finish: () => Promise<void>
  readonly discard: () => Promise<void>
}

/** Devices in the order of their lines; `read` gives those from `from` up to, not including, `to`. */
export type DeviceSource = {
  readonly total: number
  readonly read: (from: number, to: number) => readonly Device[]
}

export type DeviceReport = {
  readonly columns?: readonly DeviceColumn[] | undefined
  readonly target: ReportTarget
  readonly signal: AbortSignal
  readonly report: (progress: { readonly rows: number; readonly total: number }) => void
}

/** Rows between two writes: some ten milliseconds, after which whoever waits for a page of the list gets its turn. */
const ROWS_PER_WRITE = 1000

/**
 * Writes devices as CSV: a header of column titles, ISO times in UTC, nothing for what is absent. Holds two portions in
 * memory, the next one being made while one is written. Returns the number of rows; whatever goes wrong, cancelling
 * too, leaves no file.
 */
export async function writeDeviceReport(source: DeviceSource, options: DeviceReport): Promise<number> {
  const { target, signal, report, columns = DEVICE_COLUMNS } = options
  const { total } = source
  const toLine = createLine(columns)
  const titles = columns.map((column) => csvText(DEVICE_COLUMN_TITLES[column]))
  let writing = target.write(BYTE_ORDER_MARK + titles.join(',') + LINE_END)
  let rows = 0
  try {
    for (let from = 0; from < total; from += ROWS_PER_WRITE) {
      signal.throwIfAborted()
      const devices = source.read(from, Math.min(from + ROWS_PER_WRITE, total))
      const text = devices.map(toLine).join('')
      await writing
      writing = target.write(text)
      rows += devices.length
      report({ rows, total })
    }
    await writing
    signal.throwIfAborted()
  } catch (error) {
    await Promise.allSettled([writing])
    await target.discard()
    throw error
  }
  await target.finish()
  return rows
}

function createLine(columns: readonly DeviceColumn[]): (device: Device) => string {
  const isoTime = createIsoTime()
  const cells = columns.map((column) => (isTimeColumn(column) ? timeCell(column, isoTime) : textCell(column)))
  return (device) => {
    let line = cells[0]!(device)
    for (let place = 1; place < cells.length; place++) line += `,${cells[place]!(device)}`
    return line + LINE_END
  }
}

type Cell = (device: Device) => string

function timeCell(column: DeviceTimeColumn, isoTime: (ms: number) => string): Cell {
  return (device) => {
    const time = device[column]
    return time === null ? '' : isoTime(time)
  }
}

function textCell(column: Exclude<DeviceColumn, DeviceTimeColumn>): Cell {
  return (device) => {
    const text = device[column]
    return text === null ? '' : csvText(text)
  }
}
