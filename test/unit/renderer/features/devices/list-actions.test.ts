import { expect, it } from 'vitest'
import {
  setFilter,
  showDevices,
  showRows,
  sortBy,
  refreshList,
} from '../../../../../renderer/features/devices/list-actions.ts'
import { PAGE_ROWS, rowAt } from '../../../../../renderer/features/devices/row-pages.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { DeviceFilter } from '../../../../../shared/model/device.ts'
import { createFakeDesk, later, settle } from '../../fake-desk.ts'
import { device } from '../../samples.ts'

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

/** A core with numbered views; a view's rows are named after its number. */
function setUp({ total = 1_000_000, gone = new Set<number>() } = {}) {
  const asked: { view: number; page: number }[] = []
  const closed: number[] = []
  const filters: DeviceFilter[] = []
  let views = 0
  let beforeOpening: Promise<void> = Promise.resolve()
  const desk = createFakeDesk({
    devices: {
      facets: () => EMPTY_FACETS,
      openView: async ({ filter }) => {
        filters.push(filter)
        const view = views++
        await beforeOpening
        return { view, total, revision: view }
      },
      rows: ({ view, offset, limit }) => {
        asked.push({ view, page: offset / PAGE_ROWS })
        if (gone.delete(view)) throw new AppError('view.gone', 'too many are open')
        return Array.from({ length: Math.min(limit, total - offset) }, (_, i) => device(`V${view}-${offset + i}`))
      },
      closeView: ({ view }) => {
        closed.push(view)
        return null
      },
    },
  })
  return {
    store: createDevicesStore(),
    desk,
    asked,
    closed,
    filters,
    wait: (until: Promise<void>) => (beforeOpening = until),
  }
}

it('shows a list together with its first rows, and says how many there are', async () => {
  const { store, desk, asked } = setUp()
  await showDevices(store, desk, {})
  expect(store.getState().view).toEqual({ status: 'ready', value: { view: 0, total: 1_000_000, revision: 0 } })
  expect(rowAt(store.getState().pages, 0)?.serial).toBe('V0-0')
  expect(asked).toEqual([{ view: 0, page: 0 }])
  expect(desk.feedback.getState().announcement).toBe('1,000,000 devices. Sorted by Serial number, ascending')
})

it('asks for the rows on screen only, whatever was scrolled past meanwhile', async () => {
  const { store, desk, asked } = setUp()
  await showDevices(store, desk, {})
  for (let first = 0; first < 500_000; first += 10_000) showRows(store, desk, { first, end: first + 20 })
  await settle()
  const pages = asked.map(({ page }) => page)
  expect(pages).toContain(490_000 / PAGE_ROWS)
  expect(pages.length).toBeLessThan(6)
})

it('lets the latest question win and closes the view that came too late', async () => {
  const { store, desk, closed, wait } = setUp()
  const slow = later<void>()
  wait(slow.promise)
  const first = setFilter(store, desk, { name: 'search', value: 'f' })
  wait(Promise.resolve())
  await setFilter(store, desk, { name: 'search', value: 'f9' })
  slow.resolve()
  await first
  await settle()
  expect(store.getState().view).toMatchObject({ value: { view: 1 } })
  expect(store.getState().filter).toEqual({ search: 'f9' })
  expect(closed).toEqual([0])
})

it('keeps the old rows until the new ones are there', async () => {
  const { store, desk } = setUp()
  await showDevices(store, desk, {})
  const opening = sortBy(store, desk, 'model')
  expect(rowAt(store.getState().pages, 0)?.serial).toBe('V0-0')
  await opening
  expect(rowAt(store.getState().pages, 0)?.serial).toBe('V1-0')
})

it('starts a new list at the top, and a refreshed one where it was', async () => {
  const { store, desk } = setUp()
  await showDevices(store, desk, {})
  const { scrollKey } = store.getState()
  showRows(store, desk, { first: 5000, end: 5020 })
  await refreshList(store, desk)
  expect(store.getState().scrollKey).toBe(scrollKey)
  expect(rowAt(store.getState().pages, 5000)?.serial).toBe('V1-5000')
  await sortBy(store, desk, 'serial')
  expect(store.getState().scrollKey).toBe(scrollKey + 1)
})

it('turns the order round on a second press and starts ascending on another column', async () => {
  const { store, desk } = setUp()
  await sortBy(store, desk, 'model')
  expect(store.getState().sort).toEqual({ column: 'model', direction: 'asc' })
  await sortBy(store, desk, 'model')
  expect(store.getState().sort).toEqual({ column: 'model', direction: 'desc' })
  await sortBy(store, desk, 'family')
  expect(store.getState().sort).toEqual({ column: 'family', direction: 'asc' })
})

it('opens the list again when the core had to forget it', async () => {
  const gone = new Set<number>()
  const { store, desk } = setUp({ gone })
  await showDevices(store, desk, {})
  gone.add(0)
  showRows(store, desk, { first: 9000, end: 9020 })
  await settle()
  expect(store.getState().view).toMatchObject({ status: 'ready', value: { view: 1 } })
  expect(rowAt(store.getState().pages, 9000)?.serial).toBe('V1-9000')
})

it('does not ask for rows behind the end of the list', async () => {
  const { store, desk, asked } = setUp({ total: 3 })
  await showDevices(store, desk, {})
  showRows(store, desk, { first: 0, end: 40 })
  await settle()
  expect(asked).toEqual([{ view: 0, page: 0 }])
})

it('says in place why a list could not be opened', async () => {
  const store = createDevicesStore()
  const desk = createFakeDesk({ devices: { facets: () => EMPTY_FACETS } })
  await showDevices(store, desk, {})
  expect(store.getState().view).toMatchObject({ status: 'failed', error: { code: 'internal', ref: 'ref' } })
})
