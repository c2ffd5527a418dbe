import type { DeviceSelection, FacetCount, MovePlan } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import { listSerials } from '../../db/device-columns.ts'
import { readDevices } from '../../db/devices.ts'
import type { ReadDb } from '../../db/open.ts'
import type { Clock } from '../../ports/clock.ts'
import { writeDeviceReport, type DeviceSource, type ReportTarget } from '../reports/index.ts'
import { nextTurn } from '../turn.ts'
import { createDeviceIndex } from './device-index.ts'
import type { GroupCount } from './device-filter.ts'
import type { SelectedIds } from './device-selection.ts'
import { createDeviceViews } from './device-views.ts'

/** The calls that look at all devices at once. In the desktop a worker thread answers them, elsewhere this process. */
export type DeviceReader = DeviceListHandlers & {
  /** How many devices each group has by itself, without the groups below it; groups without devices are left out. */
  readonly countByGroup: () => Promise<readonly GroupCount[]>
  /** The devices of a selection. Throws `group.not-found`. */
  readonly selectIds: (selection: DeviceSelection) => Promise<SelectedIds>
  /** How many devices Apple reports with each profile; null counts those without one. */
  readonly countByProfile: () => Promise<readonly FacetCount[]>
  /** What `previewMove` counts, with the ids of the devices that change. Throws `group.not-found`. */
  readonly planMove: (wish: MoveWish) => Promise<PlannedMove>
  /** Tells that devices are no longer what was last read; returns the function that stops listening. */
  readonly onChanged: (listener: (change: { readonly revision: number }) => void) => () => void
}

export type MoveWish = { readonly selection: DeviceSelection; readonly group: string }
export type PlannedMove = { readonly plan: MovePlan; readonly groupNo: number; readonly ids: Uint32Array }

export type { GroupCount } from './device-filter.ts'

export type DeviceListHandlers = Pick<
  CoreHandlers['devices'],
  'openView' | 'rows' | 'closeView' | 'facets' | 'serials' | 'previewMove' | 'exportCsv'
>

export type DeviceReaderPorts = {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>
  /** Begins a file that appears at `path` only when it is finished. Throws `file.unwritable`. */
  readonly openTarget: (path: string) => Promise<ReportTarget>
}

/** What can wait rests while somebody leafs through the list: on a small computer it would cost every jump a half more. */
const REST_MS = 300
const LOOK_AGAIN_MS = 50
/** Counts are shown beside the list, so they come at last even to somebody who never pauses. */
const MOST_REST_MS = 10_000

/** Serial numbers read before whoever waits for a page of the list gets its turn. */
const SERIALS_PER_TURN = 5000

/** The reader in this process, over an index of its own. */
export function createDeviceReader({ db, clock, openTarget }: DeviceReaderPorts) {
  const index = createDeviceIndex(db)
  const views = createDeviceViews()
  const planMove = ({ selection, group }: MoveWish): PlannedMove => index.planMove(selection, group)
  const read = (ids: Uint32Array) => readDevices(db, Array.from(ids), index.places())

  let lastRowsAt = -Infinity
  const isLeafedThrough = () => clock.monotonic() - lastRowsAt < REST_MS

  /** Whoever waits for a page of the list is answered between two parts. */
  async function loadCounted(): Promise<void> {
    const restsUntil = clock.monotonic() + MOST_REST_MS
    while (index.loadCounted()) {
      await nextTurn()
      while (isLeafedThrough() && clock.monotonic() < restsUntil) await clock.sleep(LOOK_AGAIN_MS)
    }
  }

  const handlers: DeviceListHandlers = {
    openView: ({ filter, sort }) => {
      const { ids, revision } = index.select(filter, sort)
      return { view: views.open(ids), total: ids.length, revision }
    },

    rows: ({ view, offset, limit }) => {
      lastRowsAt = clock.monotonic()
      return read(views.ids(view).subarray(offset, offset + limit))
    },

    closeView: ({ view }) => {
      views.close(view)
      return null
    },

    facets: async ({ filter }) => {
      await loadCounted()
      return index.facets(filter)
    },

    serials: async ({ view, offset, limit }, { signal }) => {
      const ids = views.ids(view).subarray(offset, offset + limit)
      const lines: string[] = []
      for (let from = 0; from < ids.length; from += SERIALS_PER_TURN) {
        if (from > 0) await nextTurn()
        signal.throwIfAborted()
        lines.push(...listSerials(db, Array.from(ids.subarray(from, from + SERIALS_PER_TURN))))
      }
      return lines.join('\n')
    },

    previewMove: (wish) => planMove(wish).plan,

    exportCsv: async ({ filter, selection, sort, columns, path, offset = 0, limit = Infinity }, { signal, report }) => {
      const all = selection ? index.selectFrom(selection, filter, sort) : index.select(filter, sort).ids
      const ids = all.subarray(offset, Math.min(offset + limit, 2 ** 32))
      const rows = await writeDeviceReport(
        { total: ids.length, read: (from, to) => read(ids.subarray(from, to)) },
        { columns, target: await openTarget(path), signal, report },
      )
      return { rows, path }
    },
  }
  /** All matching devices in order, as they are now. Throws `group.not-found`. */
  const source = (filter: DeviceFilter, sort: DeviceSort): DeviceSource => {
    const { ids } = index.select(filter, sort)
    return { total: ids.length, read: (from, to) => read(ids.subarray(from, to)) }
  }

  const { selectIds, revision, warmUp } = index
  return {
    handlers,
    source,
    planMove,
    selectIds,
    countByGroup: async () => (await loadCounted(), index.countByGroup()),
    countByProfile: async () => (await loadCounted(), index.countByProfile()),
    revision,
    warmUp,
    isLeafedThrough,
  }
}
