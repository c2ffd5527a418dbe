import type { DeviceFacets, DeviceView } from '../../../shared/contract/devices.ts'
import type { Device, DeviceColumn, DeviceEvent, DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { RowRange } from '../../ui/row-window.ts'
import { NO_PAGES, type RowPages } from './row-pages.ts'

export type DeviceDetail = {
  readonly device: Device
  readonly raw: Readonly<Record<string, unknown>> | null
  readonly timeline: readonly DeviceEvent[]
}

export type ExportState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running'
      readonly rows: number
      readonly total: number | null
      readonly controller: AbortController
    }
  | { readonly status: 'done'; readonly rows: number; readonly path: string }
  | { readonly status: 'failed'; readonly error: Failure }

export type DevicesPageState = {
  readonly filter: DeviceFilter
  readonly sort: DeviceSort
  /** The list on screen. While another is being opened the old one stays, so that nothing flickers. */
  readonly view: Remote<DeviceView>
  /** Counts the openings; an answer to an older one comes too late. */
  readonly opening: number
  /** Changes when the list starts at the top again. */
  readonly scrollKey: number
  readonly pages: RowPages
  readonly loadingPages: ReadonlySet<number>
  readonly visible: RowRange
  readonly facets: Remote<DeviceFacets>
  readonly columns: readonly DeviceColumn[]
  readonly opened: { readonly serial: Serial; readonly detail: Remote<DeviceDetail> } | null
  readonly exporting: ExportState
}

export type DevicesStore = StoreApi<DevicesPageState>

const FIRST_COLUMNS: readonly DeviceColumn[] = [
  'serial',
  'model',
  'family',
  'group',
  'token',
  'atApple',
  'profileStatus',
  'assignment',
  'enrollmentStatus',
  'lastSeenAt',
]

export function createDevicesStore(): DevicesStore {
  return createStore<DevicesPageState>()(() => ({
    filter: {},
    sort: { column: 'serial', direction: 'asc' },
    view: IDLE,
    opening: 0,
    scrollKey: 0,
    pages: NO_PAGES,
    loadingPages: new Set(),
    visible: { first: 0, end: 0 },
    facets: IDLE,
    columns: FIRST_COLUMNS,
    opened: null,
    exporting: { status: 'idle' },
  }))
}
