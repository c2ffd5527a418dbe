import { awkward } from './awkward.ts'
import { mix, pick } from './chance.ts'
import { MODELS } from './models.ts'
import { appleTime, type DeviceRow } from './row.ts'
import { serialOf } from './serials.ts'

const DAY_MS = 86_400_000
const BUYERS = ['it.purchasing@example.com', 'apple.admin@example.com', 'depot.north@example.com'] as const

/** What a block of generated devices has in common. */
export type Recipe = {
  readonly seed: number
  /** When the devices came to the service, milliseconds; with `spreadMs` they came during that time before it. */
  readonly assignedAt: number
  readonly spreadMs: number
  /** Profile that the assigned and pushed ones carry; without it all are empty. */
  readonly profileUuid: string | undefined
  /** Share of rows that are hard to digest, 0 to 1. */
  readonly awkwardShare: number
}

/** The device of an index: a pure function, so that a million devices need no memory. */
export function generateDevice(index: number, recipe: Recipe): DeviceRow {
  const { seed } = recipe
  const chance = mix(index ^ mix(seed))
  const more = mix(chance ^ 0x1f123bb5)
  const model = pick(MODELS, chance)
  const assignedAt = recipe.assignedAt - Math.floor((more / 2 ** 32) * recipe.spreadMs)
  const row: DeviceRow = {
    serial_number: serialOf(index, seed),
    model: model.model,
    description: model.description,
    color: pick(model.colors, chance >>> 5),
    asset_tag: assetTag(more, index),
    profile_status: 'empty',
    device_assigned_date: appleTime(assignedAt),
    device_assigned_by: pick(BUYERS, more >>> 3),
    os: model.os,
    device_family: model.family,
  }
  addProfile(row, { uuid: recipe.profileUuid, assignedAt, latest: recipe.assignedAt, chance: more >>> 7 })
  if (chance % 97 === 0) row['mdm_migration_deadline'] = appleTime(recipe.assignedAt + (1 + (more % 90)) * DAY_MS)
  row['wifi_mac_address'] = mac(chance, more)
  row['bluetooth_mac_address'] = mac(chance, more + 1)
  if (model.ethernet) row['ethernet_mac_address'] = mac(chance, more + 2)
  if (model.cellular) {
    row['imei'] = [imei(chance, more)]
    row['eid'] = `8904903200${String(chance).padStart(10, '0')}${String(more).padStart(12, '0')}`
  }
  if (recipe.awkwardShare > 0 && mix(more ^ 0x77) / 2 ** 32 < recipe.awkwardShare) return awkward(row, mix(more))
  return row
}

function addProfile(
  row: DeviceRow,
  about: { uuid: string | undefined; assignedAt: number; latest: number; chance: number },
): void {
  const state = about.chance % 20
  if (about.uuid === undefined || state < 9) return
  if (state === 9) {
    row['profile_status'] = 'removed'
    return
  }
  const profileAt = Math.min(about.latest, about.assignedAt + 3_600_000)
  row['profile_status'] = state < 15 ? 'assigned' : 'pushed'
  row['profile_uuid'] = about.uuid
  row['profile_assign_time'] = appleTime(profileAt)
  if (state >= 15) row['profile_push_time'] = appleTime(Math.min(about.latest, profileAt + DAY_MS))
}

function assetTag(chance: number, index: number): string {
  const kind = chance % 5
  if (kind < 2) return ''
  return kind < 4
    ? `A${String(index % 1_000_000).padStart(6, '0')}`
    : `PO 4500${String(chance % 10_000).padStart(4, '0')}`
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function mac(high: number, low: number): string {
  const tail = mix(low)
  return `${hex(high)}:${hex(high >>> 8)}:${hex(tail)}:${hex(tail >>> 8)}:${hex(tail >>> 16)}:${hex(tail >>> 24)}`
}

function hex(number: number): string {
  return HEX[number & 0xff] ?? ''
}

/** Fifteen digits, the last one the Luhn check digit. */
function imei(high: number, low: number): string {
  const digits = `35${String(high % 1_000_000).padStart(6, '0')}${String(low % 1_000_000).padStart(6, '0')}`
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(place) - 48
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits + String((10 - (sum % 10)) % 10)
}
