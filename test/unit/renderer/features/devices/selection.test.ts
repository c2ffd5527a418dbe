import { expect, it, vi } from 'vitest'
import { MAX_NAMED_SERIALS } from '../../../../../shared/contract/devices.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { setFilter, showDevices } from '../../../../../renderer/features/devices/list-actions.ts'
import * as actions from '../../../../../renderer/features/devices/selection-actions.ts'
import {
  countSelected,
  isSelected,
  NOTHING,
  selectAll,
  toInput,
  withDevices,
} from '../../../../../renderer/features/devices/selection.ts'
import { selectedCount } from '../../../../../renderer/features/devices/selectors.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { createFakeDesk } from '../../fake-desk.ts'
import { device } from '../../samples.ts'

const [a, b, c] = ['A', 'B', 'C'].map(toSerial) as [
  ReturnType<typeof toSerial>,
  ReturnType<typeof toSerial>,
  ReturnType<typeof toSerial>,
]
const EMPTY_FACETS = {
  family: [],
  profileStatus: [],
  assignment: [],
  enrollmentStatus: [],
  tokenStatus: [],
  atApple: [],
  profileUuid: [],
  tokenId: [],
  group: [],
}

it('names devices, or all without some, and counts both', () => {
  const named = withDevices(NOTHING, [a, b], true)!
  expect([countSelected(named, 9), isSelected(named, a), isSelected(named, c)]).toEqual([2, true, false])
  expect(countSelected(withDevices(named, [a], false)!, 9)).toBe(1)
  const most = withDevices(selectAll({ family: 'iPad' }), [a, b], false)!
  expect([countSelected(most, 1_000_000), isSelected(most, a), isSelected(most, c)]).toEqual([999_998, false, true])
  expect(toInput(withDevices(most, [a], true)!)).toEqual({ kind: 'matching', filter: { family: 'iPad' }, except: [b] })
})

it('names at most as many devices as the core takes', () => {
  const many = Array.from({ length: MAX_NAMED_SERIALS }, (_, n) => toSerial(`S${n}`))
  const full = withDevices(NOTHING, many, true)!
  expect(countSelected(full, 0)).toBe(MAX_NAMED_SERIALS)
  expect(withDevices(full, [a], true)).toBeUndefined()
  expect(withDevices(full, [many[0]!], false)).toBeDefined()
})

async function setUp(total = 100_000) {
  const asked: unknown[] = []
  const desk = createFakeDesk({
    devices: {
      facets: () => EMPTY_FACETS,
      openView: () => ({ view: 1, total, revision: 1 }),
      rows: ({ offset, limit }) =>
        Array.from({ length: Math.min(limit, total - offset) }, (_, n) => device(`S${offset + n}`)),
      closeView: () => null,
      serials: (input) => {
        asked.push(input)
        return Array.from({ length: input.limit }, (_, n) => `S${input.offset + n}`).join('\n')
      },
    },
  })
  const store = createDevicesStore()
  await showDevices(store, desk, {})
  return { store, desk, asked, count: () => selectedCount(store.getState()) }
}

it('toggles a row and says how many are chosen', async () => {
  const { store, desk, count } = await setUp()
  actions.toggleRow(store, desk, 0)
  actions.toggleRow(store, desk, 5)
  expect([count(), desk.feedback.getState().announcement]).toEqual([2, '2 devices selected'])
  actions.toggleRow(store, desk, 0)
  actions.toggleRow(store, desk, 5)
  expect([count(), desk.feedback.getState().announcement]).toEqual([0, 'Nothing selected'])
})

it('a range grows and shrinks with its end, beside what was chosen before it', async () => {
  const { store, desk, asked, count } = await setUp()
  actions.toggleRow(store, desk, 40)
  await actions.chooseRange(store, desk, 10, 19)
  expect(count()).toBe(11)
  await actions.chooseRange(store, desk, 10, 12)
  expect(count()).toBe(4)
  await actions.chooseRange(store, desk, 10, 8)
  expect(count()).toBe(4)
  expect(asked).toEqual([])
})

it('a range over rows that nobody has seen asks for their serial numbers only', async () => {
  const { store, desk, asked, count } = await setUp()
  await actions.chooseRange(store, desk, 100, 40_099)
  expect([count(), asked]).toEqual([40_000, [{ view: 1, offset: 100, limit: 40_000 }]])
})

it('a range from the first row to the last is all of the list, and too long a one is refused', async () => {
  const { store, desk } = await setUp(1_000_000)
  await actions.chooseRange(store, desk, 0, 999_999)
  expect(store.getState().selection).toEqual(selectAll({}))
  actions.chooseNothing(store, desk)
  await actions.chooseRange(store, desk, 5, 999_999)
  expect(selectedCount(store.getState())).toBe(0)
  expect(desk.feedback.getState().toasts.at(-1)?.text).toContain('100,000')
})

it('what was not copied is not said to be', async () => {
  const { store, desk } = await setUp()
  actions.toggleRow(store, desk, 0)
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('refused')) } })
  await actions.copySerials(store, desk)
  vi.unstubAllGlobals()
  expect(desk.feedback.getState().toasts).toMatchObject([{ isRefusal: true }])
})

it('all of a list is let go of with its filter, devices chosen by name stay', async () => {
  const { store, desk, count } = await setUp()
  actions.chooseAll(store, desk)
  expect(count()).toBe(100_000)
  await setFilter(store, desk, { name: 'family', value: 'iPad' })
  expect(count()).toBe(0)
  actions.toggleRow(store, desk, 0)
  await setFilter(store, desk, { name: 'family', value: undefined })
  expect(count()).toBe(1)
})
