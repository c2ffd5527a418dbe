import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeviceEvent } from '../../../shared/model/device.ts'
import { readPlaces, type DevicePlaces } from '../../db/device-places.ts'
import { findDevice } from '../../db/devices.ts'
import { listEvents, type StoredEvent } from '../../db/events.ts'
import type { ReadDb } from '../../db/open.ts'
import type { DeviceReader } from './device-reader.ts'
import { eventText } from './event-text.ts'

export { createDeviceIndex, type DeviceIndex } from './device-index.ts'
export {
  createDeviceReader,
  type DeviceListHandlers,
  type DeviceReader,
  type DeviceReaderPorts,
  type GroupCount,
} from './device-reader.ts'
export type DeviceService = ReturnType<typeof createDeviceService>

/** Lists go to the reader; one device is read here. */
export function createDeviceService({ db, reader }: { readonly db: ReadDb; readonly reader: DeviceReader }) {
  const { openView, rows, closeView, facets, exportCsv } = reader
  const handlers: CoreHandlers['devices'] = {
    openView,
    rows,
    closeView,
    facets,
    exportCsv,
    show: ({ serial }) =>
      db.transaction(() => {
        const places = readPlaces(db)
        const found = findDevice(db, serial, places)
        if (!found) throw new AppError('device.not-found', `no device has the serial number ${serial}`)
        const timeline = listEvents(db, found.id).map((event) => toDeviceEvent(event, places))
        return { device: found.device, raw: found.raw, timeline }
      })(),
  }
  return { handlers, onChanged: reader.onChanged }
}

function toDeviceEvent({ at, kind, tokenNo, runId, detail }: StoredEvent, { tokens }: DevicePlaces): DeviceEvent {
  const nameOf = (no: unknown) => (typeof no === 'number' ? (tokens.get(no)?.name ?? null) : null)
  const token = nameOf(tokenNo)
  const fromToken = 'fromTokenNo' in detail ? nameOf(detail.fromTokenNo) : null
  return { at, kind, token, runId, text: eventText({ kind, detail, token, fromToken }) }
}
