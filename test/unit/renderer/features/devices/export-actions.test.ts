import { expect, it } from 'vitest'
import { cancelExport, exportList, exportName } from '../../../../../renderer/features/devices/export-actions.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeDesk, settle } from '../../fake-desk.ts'

const chooseSavePath = () => '/tmp/devices.csv'

it('writes the list as it is filtered and sorted, and says where', async () => {
  const store = createDevicesStore()
  store.setState({ filter: { family: 'iPad' }, sort: { column: 'model', direction: 'desc' } })
  let asked: unknown
  const desk = createFakeDesk({
    shell: { chooseSavePath },
    devices: {
      exportCsv: (input) => {
        asked = input
        return { rows: 812, path: input.path }
      },
    },
  })
  await exportList(store, desk)
  expect(asked).toEqual({
    filter: { family: 'iPad' },
    sort: { column: 'model', direction: 'desc' },
    path: '/tmp/devices.csv',
  })
  expect(store.getState().exporting).toEqual({ status: 'done', rows: 812, path: '/tmp/devices.csv' })
})

it('does nothing when the person changes their mind about the place', async () => {
  const store = createDevicesStore()
  await exportList(store, createFakeDesk({ shell: { chooseSavePath: () => null } }))
  expect(store.getState().exporting).toEqual({ status: 'idle' })
})

it('stops when it is cancelled, without calling that a failure', async () => {
  const store = createDevicesStore()
  const desk = createFakeDesk({
    shell: { chooseSavePath },
    devices: {
      exportCsv: (_input, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    },
  })
  const exporting = exportList(store, desk)
  await settle()
  cancelExport(store)
  await exporting
  expect(store.getState().exporting).toEqual({ status: 'idle' })
})

it('keeps the failure in place', async () => {
  const store = createDevicesStore()
  const desk = createFakeDesk({
    shell: { chooseSavePath },
    devices: {
      exportCsv: () => {
        throw new AppError('file.unwritable', 'the disk is full')
      },
    },
  })
  await exportList(store, desk)
  expect(store.getState().exporting).toMatchObject({ status: 'failed', error: { code: 'file.unwritable' } })
})

it('names the file by the day', () => {
  expect(exportName(new Date(2026, 2, 4))).toBe('devices-2026-03-04.csv')
})
