import type { Serial } from '../../../shared/model/ids.ts'
import type { Desk } from '../../lib/desk.ts'
import { fromResult, LOADING } from '../../lib/remote.ts'
import { rowAt } from './row-pages.ts'
import type { DevicesStore } from './store.ts'

export async function openDevice(store: DevicesStore, { api }: Desk, serial: Serial): Promise<void> {
  store.setState({ opened: { serial, detail: LOADING } })
  const detail = fromResult(await api.devices.show({ serial }))
  if (store.getState().opened?.serial === serial) store.setState({ opened: { serial, detail } })
}

/** A row that is still on its way opens nothing. */
export async function openRow(store: DevicesStore, desk: Desk, index: number): Promise<void> {
  const device = rowAt(store.getState().pages, index)
  if (device) await openDevice(store, desk, device.serial)
}

export function closeDevice(store: DevicesStore): void {
  store.setState({ opened: null })
}
