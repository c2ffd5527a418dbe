import type { Fleet } from './fleet/fleet.ts'
import { appleTime, type RowPatch } from './fleet/row.ts'
import type { Service } from './service.ts'

export type ChangeCounts = { readonly adds: number; readonly modifies: number; readonly removes: number }

export type ChangedSerials = {
  readonly added: readonly string[]
  readonly modified: readonly string[]
  readonly removed: readonly string[]
}

/** An ordinary day in the portal: some devices arrive, some change, some leave; no device twice. */
export function changeSome(
  { fleet, chance, now }: { readonly fleet: Fleet; readonly chance: () => number; readonly now: () => number },
  service: Service,
  counts: ChangeCounts,
): ChangedSerials {
  const touched = new Set<string>()
  const removed = pickDevices(counts.removes)
  for (const serial of removed) service.removeDevice(serial)
  const modified = pickDevices(counts.modifies)
  for (const [place, serial] of modified.entries()) service.modifyDevice(serial, modification(place, now()))
  return { removed, modified, added: [...service.addDevices(counts.adds)] }

  function pickDevices(count: number): string[] {
    const serials: string[] = []
    const wanted = Math.min(count, service.deviceCount())
    for (let tries = 0; serials.length < wanted && tries < 100 * wanted; tries += 1) {
      const position = Math.floor(chance() * service.list.length)
      const [index] = fleet.page(service.list, position, 1).indexes
      const serial = index === undefined ? undefined : fleet.serialAt(index)
      if (serial === undefined || touched.has(serial)) continue
      touched.add(serial)
      serials.push(serial)
    }
    return serials
  }
}

function modification(place: number, now: number): RowPatch {
  if (place % 3 === 0) return { asset_tag: `MOVED TO ROOM ${place + 1}` }
  if (place % 3 === 1) return { profile_status: 'removed', profile_uuid: undefined, profile_push_time: undefined }
  return { device_assigned_by: 'new.admin@example.com', device_assigned_date: appleTime(now) }
}
