import type { Serial } from '../../../shared/model/ids.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { PAGE_ROWS, rowAt } from './row-pages.ts'
import { rowCount } from './selectors.ts'
import type { DevicesStore, OpenedDevice } from './store.ts'

export async function openDevice(
  store: DevicesStore,
  desk: Desk,
  serial: Serial,
  row: number | null = null,
): Promise<void> {
  store.setState({ opened: { serial, detail: LOADING, assignment: null, row, asking: IDLE } })
  const assignment = readAssignment(desk, serial)
  const detail = fromResult(await desk.api.devices.show({ serial }))
  change(store, serial, { detail, assignment: await assignment })
}

/** Reads the open device anew, without taking away what is shown of it. */
export async function rereadDevice(store: DevicesStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const { serial } = opened
  const detail = await desk.api.devices.show({ serial })
  if (detail.ok) change(store, serial, { detail: fromResult(detail), assignment: await readAssignment(desk, serial) })
}

/** Without it the device is shown all the same. */
async function readAssignment({ api }: Desk, serial: Serial) {
  const facts = await api.assignments.show({ serial })
  return facts.ok ? facts.value : null
}

/** A row that is still on its way opens nothing. */
export async function openRow(store: DevicesStore, desk: Desk, index: number): Promise<void> {
  const device = rowAt(store.getState().pages, index)
  if (device) await openDevice(store, desk, device.serial, index)
}

/** The device `step` rows further in the list; the table follows. */
export async function openNeighbour(store: DevicesStore, desk: Desk, step: 1 | -1): Promise<void> {
  const { opened, goTo, view } = store.getState()
  const row = neighbourRow(store.getState(), step)
  if (!opened || row === null || view.status !== 'ready') return
  store.setState({ goTo: { row, key: (goTo?.key ?? 0) + 1, keepsFocus: true } })
  const known = rowAt(store.getState().pages, row)
  if (known) return openDevice(store, desk, known.serial, row)
  const page = Math.floor(row / PAGE_ROWS) * PAGE_ROWS
  const rows = await desk.api.devices.rows({ view: view.value.view, offset: page, limit: PAGE_ROWS })
  const device = rows.ok ? rows.value[row - page] : undefined
  if (device) await openDevice(store, desk, device.serial, row)
}

/** Null at the ends of the list, and for a device that was not opened from it. */
export function neighbourRow(state: ReturnType<DevicesStore['getState']>, step: 1 | -1): number | null {
  const row = state.opened?.row
  if (row === null || row === undefined) return null
  const next = row + step
  return next >= 0 && next < (rowCount(state) ?? 0) ? next : null
}

/** Asks Apple about it now; what Apple says is stored and shown. */
export async function askApple(store: DevicesStore, desk: Desk, serial: Serial): Promise<void> {
  const { api, feedback } = desk
  change(store, serial, { asking: LOADING })
  const result = await api.devices.refresh({ serial })
  if (!result.ok) return change(store, serial, { asking: { status: 'failed', error: result.error } })
  const assignment = await readAssignment(desk, serial)
  change(store, serial, { asking: IDLE, detail: { status: 'ready', value: result.value }, assignment })
  toast(feedback, text().devices.drawer.asked)
}

export function dismissAsking(store: DevicesStore, serial: Serial): void {
  change(store, serial, { asking: IDLE })
}

export function closeDevice(store: DevicesStore): void {
  store.setState({ opened: null })
}

/** An answer about a device that is no longer open comes too late. */
function change(store: DevicesStore, serial: Serial, part: Partial<OpenedDevice>): void {
  store.setState(({ opened }) => (opened?.serial === serial ? { opened: { ...opened, ...part } } : {}))
}
