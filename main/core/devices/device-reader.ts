import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { readDevices } from '../../db/devices.ts'
import type { ReadDb } from '../../db/open.ts'
import { writeDeviceReport, type ReportTarget } from '../reports/index.ts'
import { createDeviceIndex } from './device-index.ts'
import { createDeviceViews } from './device-views.ts'

/** The calls that look at all devices at once. In the desktop a worker thread answers them, elsewhere this process. */
export type DeviceReader = DeviceListHandlers & {
  /** How many devices each group has by itself, without the groups below it; groups without devices are left out. */
  readonly countByGroup: () => Promise<readonly GroupCount[]>
  /** Tells that devices are no longer what was last read; returns the function that stops listening. */
  readonly onChanged: (listener: (change: { readonly revision: number }) => void) => () => void
}

export type GroupCount = { readonly groupNo: number; readonly count: number }

export type DeviceListHandlers = Pick<
  CoreHandlers['devices'],
  'openView' | 'rows' | 'closeView' | 'facets' | 'exportCsv'
>

export type DeviceReaderPorts = {
  readonly db: ReadDb
  /** Begins a file that appears at `path` only when it is finished. Throws `file.unwritable`. */
  readonly openTarget: (path: string) => Promise<ReportTarget>
}

/** The reader in this process, over an index of its own. */
export function createDeviceReader({ db, openTarget }: DeviceReaderPorts) {
  const index = createDeviceIndex(db)
  const views = createDeviceViews()
  const read = (ids: Uint32Array) => readDevices(db, Array.from(ids), index.places())

  const handlers: DeviceListHandlers = {
    openView: ({ filter, sort }) => {
      const { ids, revision } = index.select(filter, sort)
      return { view: views.open(ids), total: ids.length, revision }
    },

    rows: ({ view, offset, limit }) => read(views.ids(view).subarray(offset, offset + limit)),

    closeView: ({ view }) => {
      views.close(view)
      return null
    },

    facets: ({ filter }) => index.facets(filter),

    exportCsv: async ({ filter, sort, columns, path, offset = 0, limit = Infinity }, { signal, report }) => {
      const ids = index.select(filter, sort).ids.subarray(offset, Math.min(offset + limit, 2 ** 32))
      const rows = await writeDeviceReport(
        { total: ids.length, read: (from, to) => read(ids.subarray(from, to)) },
        { columns, target: await openTarget(path), signal, report },
      )
      return { rows, path }
    },
  }
  return { handlers, countByGroup: index.countByGroup, revision: index.revision, warmUp: index.warmUp }
}
