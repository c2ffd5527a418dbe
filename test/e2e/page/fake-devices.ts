import {
  ASSIGNMENT,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type Device,
  type DeviceEvent,
  type DeviceFilter,
  type DeviceSort,
} from '../../../shared/model/device.ts'
import type { RunId, Serial, TokenId } from '../../../shared/model/ids.ts'
import type {
  ColumnLayout,
  DeviceDetails,
  DeviceFacets,
  DeviceSelection,
  FacetCount,
  SavedView,
} from '../../../shared/contract/devices.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { contract } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'

const KINDS = [
  ['iPad (10th generation)', 'iPad', 'iPadOS', 'IPAD WI-FI 64GB SILVER'],
  ['iPhone 16', 'iPhone', 'iOS', 'IPHONE 16 128GB BLACK'],
  ['MacBook Pro 14"', 'Mac', 'OSX', 'MBP 14.2 SPACE BLACK CTO'],
  ['Apple TV 4K', 'AppleTV', 'tvOS', 'APPLE TV 4K 128GB'],
  ['iPad Air 11"', 'iPad', 'iPadOS', 'IPAD AIR 11 WI-FI 128GB BLUE'],
] as const
const PROFILE_STATES = ['assigned', 'pushed', 'empty', 'assigned', 'removed'] as const
const GROUPS = ['/Global', '/Global/EMEA', '/Global/EMEA/Berlin', '/Global/Retail'] as const
const STRANGE = [
  'שולחן עבודה של המשרד הראשי בתל אביב',
  '<img src=x onerror=alert(1)>',
  'Gerät mit einer Beschreibung, die niemand in eine Spalte dieser Breite bekommt, so sehr er sich müht',
  '=HYPERLINK("http://example")',
  'Turned \u202Eround\u0007 and torn\nin two',
] as const

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 10, 20, 8, 0)

/** The same number scattered, so that neighbours differ and every visit shows the same. */
function scatter(index: number): number {
  return Math.imul(index ^ (index >>> 15), 0x85ebca6b) >>> 3
}

export function fakeDevice(index: number, hasStrangeTexts: boolean): Device {
  const hash = scatter(index + 1)
  const [model, family, os, description] = KINDS[hash % KINDS.length]!
  const isGone = hash % 53 === 0
  const assignment = ASSIGNMENT[hash % 17 < 12 ? 2 : hash % 6]!
  const strange = hasStrangeTexts ? STRANGE[index % STRANGE.length]! : null
  return {
    serial: serialOf(index),
    model: strange ?? model,
    description: strange ?? description,
    color: 'SILVER',
    assetTag: hash % 3 === 0 ? `INV-${100000 + (hash % 90000)}` : null,
    family,
    os,
    token: 'Global devices',
    tokenId: 'token-Global devices' as TokenId, // branded where it is made
    group: strange ? `/Global/${strange}` : GROUPS[hash % GROUPS.length]!,
    atApple: isGone ? 'gone' : 'present',
    goneSince: isGone ? START - 2 * DAY_MS : null,
    goneReason: isGone ? 'not-listed' : null,
    profileStatus: PROFILE_STATES[hash % PROFILE_STATES.length]!,
    profileUuid: 'A1B2C3D4E5F60718293A4B5C6D7E8F90',
    profileName: 'Corporate iPads · 4',
    assignment,
    assignmentError: assignment === 'failed' ? 'FAILED: Apple could not assign the profile' : null,
    nextAttemptAt: assignment === 'throttled' ? START + DAY_MS : null,
    enrollmentStatus: ENROLLMENT_STATUS[hash % 11 < 7 ? 4 : hash % 7]!,
    tokenStatus: TOKEN_STATUS[hash % TOKEN_STATUS.length]!,
    user: hash % 3 ? `user${hash % 5000}` : null,
    friendlyName: hash % 3 ? `${model} ${hash % 5000}` : null,
    consoleLastSeenAt: hash % 3 ? START - (hash % 90) * DAY_MS : null,
    consoleAsOf: hash % 3 ? START - DAY_MS : null,
    assignedDate: START - (hash % 700) * DAY_MS,
    assignedBy: 'device.admin@nordwest.example',
    profileAssignTime: START - (hash % 600) * DAY_MS,
    profilePushTime: hash % 2 ? START - (hash % 500) * DAY_MS : null,
    migrationDeadline: null,
    firstSeenAt: START - 400 * DAY_MS,
    lastSeenAt: START - (hash % 86_400) * 1000,
  }
}

function serialOf(index: number): Serial {
  return `F${(index + 0x1000000).toString(36).toUpperCase().padStart(11, 'A')}` as Serial // branded where it is made
}

export function indexOf(serial: string, count: number): number | undefined {
  for (let index = 0; index < count; index++) if (serialOf(index) === serial) return index
  return undefined
}

/** The matching devices by number. Sorting only turns the order round: enough to see that something happened. */
export function matching(count: number, filter: DeviceFilter, sort: DeviceSort): Uint32Array {
  const search = filter.search?.toLowerCase()
  const { search: _, group: __, tokenId: ___, ...exact } = filter
  const members = Object.entries(exact).filter(([, value]) => value !== undefined)
  const found = new Uint32Array(count)
  let size = 0
  for (let index = 0; index < count; index++) {
    if (members.length > 0 || search) {
      const device = fakeDevice(index, false)
      if (!members.every(([name, value]) => device[name as keyof Device] === value)) continue // names of the contract
      const text = `${device.serial} ${device.assetTag} ${device.model} ${device.description}`
      if (search && !text.toLowerCase().includes(search)) continue
    }
    found[size++] = index
  }
  const order = found.subarray(0, size)
  return sort.direction === 'desc' ? order.toReversed() : order
}

export function fakeFacets(count: number): DeviceFacets {
  const counts = (values: readonly string[]): readonly FacetCount[] =>
    [...new Set(values)].map((value, index) => ({ value, count: Math.floor(count / (index + 2)) }))
  return {
    family: counts(KINDS.map(([, family]) => family)),
    profileStatus: counts(PROFILE_STATES),
    assignment: counts(ASSIGNMENT),
    enrollmentStatus: counts(ENROLLMENT_STATUS.toReversed()),
    tokenStatus: counts(TOKEN_STATUS),
    atApple: counts(['present', 'gone']),
    profileUuid: [{ value: 'A1B2C3D4E5F60718293A4B5C6D7E8F90', text: 'Corporate iPads · 4', count }],
    tokenId: [{ value: 'token-Global devices', text: 'Global devices', count }],
    group: GROUPS.map((value, index) => ({ value, count: Math.floor(count / (index + 1)) })),
  }
}

/** Views as somebody would keep them. */
export function fakeSavedViews(): readonly SavedView[] {
  const columns = (['serial', 'model', 'assignment', 'assignmentError', 'nextAttemptAt'] as const).map((column) => ({
    column,
    widthPx: null,
  }))
  const sort = { column: 'serial', direction: 'asc' } as const
  return [
    { id: 'failed', name: 'Assignment failed', filter: { assignment: 'failed' }, sort, columns },
    { id: 'ipads', name: 'iPads in Berlin, not enrolled yet', filter: { family: 'iPad' }, sort, columns },
  ]
}

type DeviceCalls = Handlers<typeof contract>['devices']

/** The calls about devices over so many made-up ones. */
export function fakeDeviceHandlers(scene: DeviceScene): DeviceCalls {
  const views = new Map<number, Uint32Array>()
  let saved = fakeSavedViews()
  let layout: ColumnLayout | null = null
  const rowsOf = (view: number) => {
    const rows = views.get(view)
    if (!rows) throw new AppError('view.gone', 'the view was closed')
    return rows
  }
  const device = (index: number) => fakeDevice(index, scene.hasStrangeTexts)
  const show = (serial: string): DeviceDetails => {
    const index = indexOf(serial, scene.deviceCount)
    if (index === undefined) throw new AppError('device.not-found', `there is no device ${serial}`)
    const found = device(index)
    return {
      device: found,
      timeline: fakeTimeLine(found),
      raw: { serial_number: serial, device_family: found.family },
    }
  }
  const countOf = (selection: DeviceSelection) =>
    selection.kind === 'serials'
      ? selection.serials.length
      : matching(scene.deviceCount, selection.filter, { column: 'serial', direction: 'asc' }).length -
        selection.except.length
  const plan = (selection: DeviceSelection) => {
    const total = countOf(selection)
    const [same, gone] = [Math.floor(total / 40), Math.floor(total / 400)]
    return { total, change: total - same - gone, same, gone }
  }

  return {
    openView: ({ filter, sort }) => {
      if (scene.isListBroken) throw new Error('made to fail')
      const view = views.size
      const rows = matching(scene.deviceCount, filter, sort)
      views.set(view, rows)
      return { view, total: rows.length, revision: 1 }
    },
    rows: async ({ view, offset, limit }) => {
      await pause(offset === 0 ? 0 : scene.laterRowsDelayMs)
      return [...rowsOf(view).subarray(offset, offset + limit)].map(device)
    },
    closeView: ({ view }) => {
      views.delete(view)
      return null
    },
    facets: () => fakeFacets(scene.deviceCount),
    show: ({ serial }) => show(serial),
    refresh: async ({ serial }) => {
      await pause(300)
      return show(serial)
    },
    serials: ({ view, offset, limit }) => [...rowsOf(view).subarray(offset, offset + limit)].map(serialOf).join('\n'),
    previewMove: ({ selection }) => plan(selection),
    moveToGroup: async ({ selection }, { signal, report }) => {
      const { change: total } = plan(selection)
      for (let part = 0; part <= 20; part++) {
        report({ done: Math.floor((total * part) / 20), total })
        await pause(150)
        signal.throwIfAborted()
      }
      return plan(selection)
    },
    savedViews: () => saved,
    saveView: ({ id, ...change }) => {
      if (saved.some((view) => view.id !== id && view.name === change.name)) {
        throw new AppError('view.name-taken', `a view named ${change.name} exists`)
      }
      const before = saved.find((view) => view.id === id)
      saved = [...saved.filter((view) => view.id !== id), { ...before, ...change, id } as SavedView] // whole in the page
      return saved
    },
    deleteView: ({ id }) => (saved = saved.filter((view) => view.id !== id)),
    layout: () => layout,
    keepLayout: ({ columns }) => {
      layout = columns
      return null
    },
    exportCsv: async ({ path }, { signal, report }) => {
      const total = scene.deviceCount
      for (let part = 1; part <= 10; part++) {
        await pause(120)
        signal.throwIfAborted()
        report({ rows: (total * part) / 10, total })
      }
      return { rows: total, path }
    },
  }
}

export type DeviceScene = {
  readonly deviceCount: number
  readonly hasStrangeTexts: boolean
  readonly laterRowsDelayMs: number
  readonly isListBroken: boolean
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}

export function fakeTimeLine(device: Device): readonly DeviceEvent[] {
  const event = (daysAgo: number, kind: DeviceEvent['kind'], detail: DeviceEvent['detail']): DeviceEvent => ({
    at: START - daysAgo * DAY_MS,
    kind,
    detail,
    // The page makes its own of kind and detail.
    text: '',
    token: device.token,
    fromToken: null,
    runId: `run-${daysAgo}` as RunId, // branded where it is made
  })
  return [
    event(1, 'modified', { assetTag: ['A-1', 'A-2'], profilePushTime: [null, START - 30 * DAY_MS] }),
    event(30, 'profile-pushed', { profileUuid: [null, device.profileUuid] }),
    event(32, 'profile-assigned', { profileUuid: [null, device.profileUuid] }),
    event(60, 'moved-group', { fromGroup: '/Global', toGroup: device.group }),
    event(400, 'added', {}),
  ]
}
