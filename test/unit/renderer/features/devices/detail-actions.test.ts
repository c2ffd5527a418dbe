import { expect, it } from 'vitest'
import {
  closeDevice,
  openDevice,
  openRow,
  rereadDevice,
} from '../../../../../renderer/features/devices/detail-actions.ts'
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

it('shows what the device should have, and reads it anew without taking the drawer away', async () => {
  const store = createDevicesStore()
  let attempts = 0
  const work = () => ({ since: 1, outcome: 'FAILED', answeredAt: 2, attempts: ++attempts, nextAttemptAt: null })
  const desk = createFakeDesk({ devices: { show }, assignments: { show: () => ({ wish: null, work: work() }) } })
  await openDevice(store, desk, toSerial('A1'))
  expect(store.getState().opened?.assignment).toMatchObject({ work: { attempts: 1 } })
  const seen: string[] = []
  store.subscribe(({ opened }) => void seen.push(opened?.detail.status ?? 'closed'))
  await rereadDevice(store, desk)
  expect(store.getState().opened?.assignment).toMatchObject({ work: { attempts: 2 } })
  expect(seen).toEqual(['ready'])
})

it('shows the device also where nobody can say what it should have', async () => {
  const store = createDevicesStore()
  await openDevice(store, createFakeDesk({ devices: { show } }), toSerial('A1'))
  expect(store.getState().opened).toMatchObject({ detail: { status: 'ready' }, assignment: null })
})
