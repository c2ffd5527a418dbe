import type { DeviceDetails } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeviceEvent } from '../../../shared/model/device.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import { readPlaces, type DevicePlaces } from '../../db/device-places.ts'
import { findDevice } from '../../db/devices.ts'
import { listEvents, type StoredEvent } from '../../db/events.ts'
import type { WriteDb } from '../../db/open.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceReader } from './device-reader.ts'
import { eventText } from './event-text.ts'
import type { MoveDevices } from './move-devices.ts'
import { createViewHandlers } from './saved-views.ts'

export { createDeviceIndex, type DeviceIndex } from './device-index.ts'
export {
  createDeviceReader,
  type DeviceListHandlers,
  type DeviceReader,
  type DeviceReaderPorts,
  type GroupCount,
  type MoveWish,
  type PlannedMove,
} from './device-reader.ts'
export type { SelectedIds } from './device-selection.ts'
export { createDeviceMover, type MoveDevices } from './move-devices.ts'
export type DeviceService = ReturnType<typeof createDeviceService>

export type DeviceServicePorts = {
  readonly db: WriteDb
  readonly clock: Pick<Clock, 'now'>
  readonly reader: DeviceReader
  readonly moveDevices: MoveDevices
  /** Asks Apple about one device and stores the answer. */
  readonly refreshDevice: (serial: Serial, context: { readonly signal: AbortSignal }) => Promise<void>
}

/** Lists go to the reader, what changes many devices to a worker; one device is read here. */
export function createDeviceService({ db, clock, reader, moveDevices, refreshDevice }: DeviceServicePorts) {
  const { openView, rows, closeView, facets, serials, previewMove, exportCsv } = reader

  function show(serial: Serial): DeviceDetails {
    return db.transaction(() => {
      const places = readPlaces(db)
      const found = findDevice(db, serial, places)
      if (!found) throw new AppError('device.not-found', `no device has the serial number ${serial}`)
      const timeline = listEvents(db, found.id).map((event) => toDeviceEvent(event, places))
      return { device: found.device, raw: found.raw, timeline }
    })()
  }

  const handlers: CoreHandlers['devices'] = {
    openView,
    rows,
    closeView,
    facets,
    serials,
    previewMove,
    exportCsv,
    ...createViewHandlers(db),
    show: ({ serial }) => show(serial),

    refresh: async ({ serial }, { signal }) => {
      await refreshDevice(serial, { signal })
      return show(serial)
    },

    moveToGroup: async (wish, context) => {
      const { plan, groupNo, ids } = await reader.planMove(wish)
      const change = ids.length === 0 ? 0 : await moveDevices({ ids, groupNo, at: clock.now() }, context)
      // A sync may have moved some of them meanwhile.
      return { ...plan, change, same: plan.same + plan.change - change }
    },
  }
  return { handlers, onChanged: reader.onChanged }
}

function toDeviceEvent({ at, kind, tokenNo, runId, detail }: StoredEvent, { tokens }: DevicePlaces): DeviceEvent {
  const nameOf = (no: unknown) => (typeof no === 'number' ? (tokens.get(no)?.name ?? null) : null)
  const token = nameOf(tokenNo)
  const fromToken = 'fromTokenNo' in detail ? nameOf(detail.fromTokenNo) : null
  return { at, kind, token, fromToken, runId, detail, text: eventText({ kind, detail, token, fromToken }) }
}
