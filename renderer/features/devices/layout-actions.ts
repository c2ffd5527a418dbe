import type { ColumnLayout } from '../../../shared/contract/devices.ts'
import type { DeviceColumn } from '../../../shared/model/device.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { USUAL_COLUMNS, withColumns, withPlace, withWidth } from './layout.ts'
import type { DevicesStore } from './store.ts'

/** A hand that arranges columns does it in many small steps; they are kept once it rests. */
const KEEP_AFTER_MS = 400

/** The columns as they were left the last time. */
export async function loadLayout(store: DevicesStore, { api }: Desk): Promise<void> {
  const layout = await api.devices.layout({})
  if (layout.ok && layout.value) store.setState({ columns: layout.value })
}

export function showColumns(store: DevicesStore, desk: Desk, columns: readonly DeviceColumn[]): void {
  arrange(store, desk, withColumns(store.getState().columns, columns))
}

export function resetColumns(store: DevicesStore, desk: Desk): void {
  arrange(store, desk, USUAL_COLUMNS)
}

export function moveColumn(store: DevicesStore, desk: Desk, column: DeviceColumn, place: number): void {
  const columns = withPlace(store.getState().columns, column, place)
  arrange(store, desk, columns)
  const { columns: titles, table } = text().devices
  announce(desk.feedback, table.columnMoved(titles[column], place + 1, columns.length))
}

export function resizeColumn(store: DevicesStore, desk: Desk, column: DeviceColumn, widthPx: number | null): void {
  arrange(store, desk, withWidth(store.getState().columns, column, widthPx))
  const { columns: titles, table } = text().devices
  if (widthPx !== null) announce(desk.feedback, table.columnResized(titles[column], widthPx))
}

const waiting = new WeakMap<DevicesStore, ReturnType<typeof setTimeout>>()

export function arrange(store: DevicesStore, { api }: Desk, columns: ColumnLayout): void {
  store.setState({ columns })
  clearTimeout(waiting.get(store))
  const keep = () => void api.devices.keepLayout({ columns: store.getState().columns.map((item) => ({ ...item })) })
  waiting.set(store, setTimeout(keep, KEEP_AFTER_MS))
}
