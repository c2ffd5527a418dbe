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
import type { DeviceFacets, FacetCount } from '../../../shared/contract/devices.ts'

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
    profileName: 'Corporate iPads, version 4',
    assignment,
    assignmentError: assignment === 'failed' ? 'FAILED: Apple could not assign the profile' : null,
    nextAttemptAt: assignment === 'throttled' ? START + DAY_MS : null,
    enrollmentStatus: ENROLLMENT_STATUS[hash % 11 < 7 ? 4 : hash % 7]!,
    tokenStatus: TOKEN_STATUS[hash % TOKEN_STATUS.length]!,
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
  }
}

export function fakeTimeLine(device: Device): readonly DeviceEvent[] {
  const event = (daysAgo: number, kind: DeviceEvent['kind'], text: string): DeviceEvent => ({
    at: START - daysAgo * DAY_MS,
    kind,
    text,
    token: device.token,
    runId: `run-${daysAgo}` as RunId, // branded where it is made
  })
  return [
    event(1, 'modified', 'Apple reported new values: asset tag'),
    event(30, 'profile-pushed', 'The device fetched the profile Corporate iPads, version 4'),
    event(32, 'profile-assigned', 'Profile Corporate iPads, version 4 was assigned'),
    event(400, 'added', `Appeared on the token ${device.token}`),
  ]
}
