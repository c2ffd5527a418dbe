import type { DeviceView } from '../../shared/contract/devices.ts'
import type { Device } from '../../shared/model/device.ts'
import type { Desk } from './desk.ts'
import { fromResult, type Remote } from './remote.ts'

export type FoundDevices = { readonly devices: readonly Device[]; readonly total: number }

/** A single letter says nothing among a million devices. */
export const MIN_DEVICE_QUERY = 2
/** Typing a serial number sends one question, not ten. */
export const TYPING_PAUSE_MS = 150
const SHOWN_DEVICES = 6

/** The first devices that fit what was typed, and how many do. */
export async function findDevices({ api }: Desk, search: string): Promise<Remote<FoundDevices>> {
  const opened = await api.devices.openView({ filter: { search }, sort: { column: 'serial', direction: 'asc' } })
  if (!opened.ok) return fromResult(opened)
  const { view, total }: DeviceView = opened.value
  const rows = await api.devices.rows({ view, offset: 0, limit: SHOWN_DEVICES })
  void api.devices.closeView({ view })
  return rows.ok ? { status: 'ready', value: { devices: rows.value, total } } : fromResult(rows)
}
