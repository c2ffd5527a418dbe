import type { AssignmentFacts } from '../../../shared/contract/assignments.ts'
import type { ColumnLayout, DeviceFacets, DeviceView, MovePlan, SavedView } from '../../../shared/contract/devices.ts'
import type { Device, DeviceEvent, DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { RowRange } from '../../ui/row-window.ts'
import { USUAL_COLUMNS } from './layout.ts'
import { NO_PAGES, type RowPages } from './row-pages.ts'
import { NOTHING, type Selection } from './selection.ts'

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

/** A row to show; the focus goes to the table unless it is to stay where it is. */
export type TableWish = { readonly row: number; readonly key: number; readonly keepsFocus: boolean }

export type OpenedDevice = {
  readonly serial: Serial
  readonly detail: Remote<DeviceDetail>
  /** What it should have, and what came of it; null until that is known. */
  readonly assignment: AssignmentFacts | null
  /** Its place in the list it was opened from; null when it came from elsewhere. */
  readonly row: number | null
  readonly asking: Remote<null>
}

/** Moving devices to a group: chosen for `what`, asked about first, then under way until it has ended. */
export type MoveState = {
  readonly what: Selection
  readonly count: number
  readonly group: string
  readonly groups: Remote<readonly string[]>
  readonly plan: Remote<MovePlan>
  readonly run: MoveRun | null
  /** The dialog; the move goes on without it. */
  readonly isOpen: boolean
}

export type MoveRun =
  | { readonly status: 'running'; readonly done: number; readonly total: number; readonly controller: AbortController }
  | { readonly status: 'cancelled'; readonly done: number }
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
  readonly columns: ColumnLayout
  readonly selection: Selection
  /** The range being drawn with Shift: where it began, and what was selected before. */
  readonly range: { readonly anchor: number; readonly base: Selection } | null
  /** The row the table shows next; a wish counts by its key. */
  readonly goTo: TableWish | null
  readonly views: Remote<readonly SavedView[]>
  /** The saved view the list was opened from. */
  readonly viewId: string | null
  /** Null as the width of the window suggests. */
  readonly showsFilters: boolean | null
  readonly moving: MoveState | null
  readonly opened: OpenedDevice | null
  readonly exporting: ExportState
}

export type DevicesStore = StoreApi<DevicesPageState>

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
    columns: USUAL_COLUMNS,
    selection: NOTHING,
    range: null,
    goTo: null,
    views: IDLE,
    viewId: null,
    showsFilters: null,
    moving: null,
    opened: null,
    exporting: { status: 'idle' },
  }))
}
