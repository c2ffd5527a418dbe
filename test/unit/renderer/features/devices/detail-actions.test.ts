import { expect, it } from 'vitest'
import { closeDevice, openDevice, openRow } from '../../../../../renderer/features/devices/detail-actions.ts'
import { addPage, NO_PAGES } from '../../../../../renderer/features/devices/row-pages.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { createFakeDesk, later } from '../../fake-desk.ts'
import { device } from '../../samples.ts'

const show = ({ serial }: { serial: string }) => ({ device: device(serial), raw: null, timeline: [] })

it('opens the device of a row', async () => {
  const store = createDevicesStore()
  store.setState({ pages: addPage(NO_PAGES, 0, [device('A1'), device('B2')]) })
  await openRow(store, createFakeDesk({ devices: { show } }), 1)
  expect(store.getState().opened).toMatchObject({ serial: 'B2', detail: { status: 'ready' } })
})

it('opens nothing for a row that is still on its way', async () => {
  const store = createDevicesStore()
  await openRow(store, createFakeDesk({ devices: { show } }), 1)
  expect(store.getState().opened).toBeNull()
})

it('does not open again what was closed while the answer was under way', async () => {
  const store = createDevicesStore()
  const answer = later<ReturnType<typeof show>>()
  const opening = openDevice(store, createFakeDesk({ devices: { show: () => answer.promise } }), toSerial('A1'))
  closeDevice(store)
  answer.resolve(show({ serial: 'A1' }))
  await opening
  expect(store.getState().opened).toBeNull()
})
