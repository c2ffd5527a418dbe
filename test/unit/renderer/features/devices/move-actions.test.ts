import { expect, it } from 'vitest'
import { toSerial } from '../../../../../shared/model/ids.ts'
import * as actions from '../../../../../renderer/features/devices/move-actions.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { createFakeDesk, later, settle } from '../../fake-desk.ts'

const WHAT = { kind: 'serials', serials: new Set([toSerial('A')]) } as const
const PLAN = { total: 812, change: 790, same: 20, gone: 2 }

function setUp() {
  const moved = later<typeof PLAN>()
  const signals: AbortSignal[] = []
  const desk = createFakeDesk({
    devices: {
      previewMove: () => PLAN,
      moveToGroup: (_input, { signal, report }) => {
        signals.push(signal)
        signal.addEventListener('abort', () => moved.reject(signal.reason as Error))
        report({ done: 500, total: 790 })
        return moved.promise
      },
      openView: () => ({ view: 1, total: 0, revision: 1 }),
    },
  })
  const store = createDevicesStore()
  store.setState({
    selection: WHAT,
    moving: {
      what: WHAT,
      count: 1,
      group: '',
      groups: { status: 'ready', value: ['/Global'] },
      plan: { status: 'idle' },
      run: null,
      isOpen: true,
    },
  })
  return { store, desk, moved, signals, moving: () => store.getState().moving }
}

it('says what a move comes to before anything moves', async () => {
  const { store, desk, moving, signals } = setUp()
  await actions.chooseGroup(store, desk, '/Global')
  expect(moving()).toMatchObject({ group: '/Global', plan: { status: 'ready', value: PLAN }, run: null })
  expect(desk.feedback.getState().announcement).toBe('812 devices: 790 change, 20 already there, 2 are gone.')
  expect(signals).toEqual([])
})

it('a move goes on without its dialog and tells when it is done', async () => {
  const { store, desk, moved, moving } = setUp()
  await actions.chooseGroup(store, desk, '/Global')
  const running = actions.move(store, desk)
  await settle()
  expect(moving()?.run).toMatchObject({ status: 'running', done: 500, total: 790 })
  actions.closeMove(store)
  expect(moving()?.isOpen).toBe(false)
  moved.resolve(PLAN)
  await running
  expect(moving()).toBe(null)
  expect(store.getState().selection).toEqual({ kind: 'serials', serials: new Set() })
  expect(desk.feedback.getState().toasts.at(-1)?.text).toBe('790 devices moved to /Global')
})

it('a stopped move says what was moved before and can be closed', async () => {
  const { store, desk, moving } = setUp()
  await actions.chooseGroup(store, desk, '/Global')
  const running = actions.move(store, desk)
  await settle()
  actions.cancelMove(store)
  await running
  expect(moving()).toMatchObject({ run: { status: 'cancelled', done: 500 }, isOpen: true })
  expect(store.getState().selection).toBe(WHAT)
  actions.closeMove(store)
  expect(moving()).toBe(null)
})
