import type { DeviceFacets, DeviceSelection } from '../../../shared/contract/devices.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import { DEVICE_TIME_COLUMNS } from '../../../shared/model/device-columns.ts'
import { readPlaces, type DevicePlaces } from '../../db/device-places.ts'
import type { StoredColumn } from '../../db/device-columns.ts'
import { findGroup } from '../../db/groups.ts'
import type { ReadDb } from '../../db/open.ts'
import { createColumnStore, type ColumnStore } from './column-store.ts'
import { countByGroup, countByProfile, countFacets, FACETS, markFound, missedBy } from './device-filter.ts'
import { fold } from './fold.ts'
import { orderDevices, ORDER_SOURCES, type DeviceData } from './device-orders.ts'
import { planMove, selectIds, type SelectedIds } from './device-selection.ts'
import { readBits } from './trigram-index.ts'
import { WordList } from './word-list.ts'

/** All devices in one order; `places`, made when first needed, is where in it each id is. */
type Order = { readonly sort: DeviceSort; readonly ids: Uint32Array; places: Uint32Array | undefined }

/** Orders kept for the next view; one takes four or eight bytes per device. */
const MOST_ORDERS = 8

/** What counting by facet, group or profile looks at. */
const COUNTED = [...FACETS, 'tokenNo', 'groupNo'] as const satisfies readonly StoredColumn[]

/** What lists look at first, then what filters do, then what else they sort by. */
const READ_AHEAD: readonly StoredColumn[] = [
  'serial',
  ...COUNTED,
  'model',
  'description',
  'assetTag',
  'user',
  'friendlyName',
  ...DEVICE_TIME_COLUMNS,
  'color',
  'os',
  'assignedBy',
  'goneReason',
  'assignmentError',
]

const SEARCHED = ['serial', 'assetTag', 'user', 'friendlyName'] as const
/** Long texts that differ late: ordering a million of them takes half a second and more. */
const RANKED = ['friendlyName', 'user'] as const

/** Loaded ahead, the first use is as fast as later ones. Each is done some ten milliseconds at a time, until it is true. */
const WARM_STEPS: readonly ((columns: ColumnStore) => boolean)[] = [
  (columns) => columns.idsBySerial().length >= 0,
  ...READ_AHEAD.map((name) => (columns: ColumnStore) => columns.loadPart(name)),
  ...SEARCHED.map((name) => (columns: ColumnStore) => columns.texts(name).prepareSearchPart()),
  ...RANKED.map((name) => (columns: ColumnStore) => columns.texts(name).prepareOrderPart()),
]

export type DeviceIndex = ReturnType<typeof createDeviceIndex>

/**
 * Which devices, in which order: answered from memory, caught up with the store at each question
 * (docs/decisions/0004-device-index.md). The rows themselves are read from the store.
 */
export function createDeviceIndex(db: ReadDb, { partIds }: { readonly partIds?: number } = {}) {
  const columns = createColumnStore(db, partIds)
  const words = new WordList()
  const orders = new Map<string, Order>()
  let places = readPlaces(db)
  let revision = 1
  let warmed = 0

  /** Runs `work` on one moment of the store. */
  function inSnapshot<T>(work: (data: DeviceData) => T): T {
    return db.transaction(() => {
      refresh()
      return work({ columns, words, places })
    })()
  }

  function refresh(): void {
    const fresh = readPlaces(db)
    const hasOtherPlaces = !isSamePlaces(fresh, places)
    if (hasOtherPlaces) places = fresh
    const changes = columns.refresh()
    words.refresh(db)
    if (!changes && !hasOtherPlaces) return
    revision++
    for (const [key, { sort }] of orders) {
      const sources = ORDER_SOURCES[sort.column]
      const hasMoved = (sources ?? [sort.column as StoredColumn]).some((source) => changes?.columns.has(source))
      if (changes?.hasNewDevices || hasMoved || (hasOtherPlaces && sources)) orders.delete(key)
    }
  }

  function orderOf(data: DeviceData, sort: DeviceSort): Order {
    const key = `${sort.column} ${sort.direction}`
    const kept = orders.get(key) ?? { sort, ids: orderDevices(data, sort), places: undefined }
    orders.delete(key)
    orders.set(key, kept)
    if (orders.size > MOST_ORDERS) orders.delete(orders.keys().next().value!)
    return kept
  }

  return {
    /** The ids of the matching devices in order. The array may be shared: it is not to be written. */
    select(filter: DeviceFilter, sort: DeviceSort): { readonly ids: Uint32Array; readonly revision: number } {
      return inSnapshot((data) => {
        const order = orderOf(data, sort)
        return { ids: matching(data, order, filter), revision }
      })
    },

    /** As `select`, of a selection: a list of matching devices that leaves out what is not selected. */
    selectFrom(selection: DeviceSelection, filter: DeviceFilter, sort: DeviceSort): Uint32Array {
      return inSnapshot((data) => {
        const missed = missedBy(data, filter)
        const selected = new Uint8Array(missed.length)
        for (const id of selectIds(db, data, selection).ids) selected[id] = 1
        for (let id = 0; id < missed.length; id++) missed[id] = missed[id]! | (selected[id]! ^ 1)
        return keepOnly(orderOf(data, sort), missed)
      })
    },

    /** Throws `group.not-found`. */
    planMove: (selection: DeviceSelection, group: string) =>
      inSnapshot((data) => {
        const found = findGroup(db, group)
        if (!found) throw new AppError('group.not-found', `there is no group ${group}`, { path: 'group' })
        return planMove(data, selectIds(db, data, selection), found.no)
      }),

    selectIds: (selection: DeviceSelection): SelectedIds => inSnapshot((data) => selectIds(db, data, selection)),

    facets: (filter: DeviceFilter): DeviceFacets => inSnapshot((data) => countFacets(data, filter)),

    countByGroup: () => inSnapshot(countByGroup),
    countByProfile: () => inSnapshot(countByProfile),

    /** Moves when a device, a token or a group has changed since the last question. */
    revision: (): number => inSnapshot(() => revision),

    places: (): DevicePlaces => places,

    /** Loads one more part of what filters need; false when all is there. The caller gives way between two parts. */
    warmUp(): boolean {
      const step = WARM_STEPS[warmed]
      if (!step) return false
      if (inSnapshot(({ columns }) => step(columns))) warmed++
      return true
    },

    /** One more part of what counting needs; false when all is there. As `warmUp`, but for somebody who waits. */
    loadCounted: (): boolean =>
      inSnapshot(({ columns }) => {
        const name = COUNTED.find((each) => !columns.has(each))
        if (name) columns.loadPart(name)
        return name !== undefined
      }),
  }
}

function isEmpty(filter: DeviceFilter): boolean {
  return Object.values(filter).every((wanted) => wanted === undefined)
}

function matching(data: DeviceData, order: Order, filter: DeviceFilter): Uint32Array {
  if (isEmpty(filter)) return order.ids
  const { search, ...others } = filter
  // Without gaps among the ids every mark is a device.
  const isDense = order.ids.length === data.columns.size() - 1
  if (search && isEmpty(others) && isDense) return keepFound(order, markFound(data, fold(search)))
  return keepOnly(order, missedBy(data, filter))
}

/**
 * The devices that miss nothing, in order: each marks its place in the order, and the marks are read from first to last.
 * The marks are an eighth of a byte each, so that this costs little wherever the places are.
 */
function keepOnly(order: Order, missed: Uint16Array): Uint32Array {
  const places = (order.places ??= invert(order.ids, missed.length))
  const marks = new Uint32Array(Math.ceil(order.ids.length / 32))
  for (let id = 0; id < missed.length; id++) {
    if (missed[id] !== 0) continue
    const place = places[id]!
    marks[place >>> 5]! |= 1 << (place & 31)
  }
  return readMarks(order, marks)
}

/** As `keepOnly`, of the devices with a 1; four without are passed over at once. */
function keepFound(order: Order, found: Uint8Array): Uint32Array {
  const places = (order.places ??= invert(order.ids, order.ids.length + 1))
  const marks = new Uint32Array(Math.ceil(order.ids.length / 32))
  const fours = new Uint32Array(found.buffer)
  for (let four = 0; four < fours.length; four++) {
    if (fours[four] === 0) continue
    for (let id = four * 4; id < four * 4 + 4; id++) {
      if (found[id] === 0) continue
      const place = places[id]!
      marks[place >>> 5]! |= 1 << (place & 31)
    }
  }
  return readMarks(order, marks)
}

function readMarks({ ids }: Order, marks: Uint32Array): Uint32Array {
  const kept = readBits(marks)
  for (let index = 0; index < kept.length; index++) kept[index] = ids[kept[index]!]!
  return kept
}

function invert(ids: Uint32Array, size: number): Uint32Array {
  const places = new Uint32Array(size)
  for (let place = 0; place < ids.length; place++) places[ids[place]!] = place
  return places
}

function isSamePlaces(a: DevicePlaces, b: DevicePlaces): boolean {
  // The same map is given while the tree stays as it is, and five thousand paths are long.
  const isSameTree = a.groups === b.groups || JSON.stringify([...a.groups]) === JSON.stringify([...b.groups])
  const isSame = (key: 'tokens' | 'profiles') => JSON.stringify([...a[key]]) === JSON.stringify([...b[key]])
  return isSameTree && isSame('tokens') && isSame('profiles')
}
