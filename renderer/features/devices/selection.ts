import { MAX_NAMED_SERIALS, type DeviceSelection } from '../../../shared/contract/devices.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { Serial } from '../../../shared/model/ids.ts'

/**
 * What is chosen: devices by name, or all that match a filter without some. So a million devices are chosen without a
 * million names, and rows that nobody has scrolled to are chosen too.
 */
export type Selection =
  | { readonly kind: 'serials'; readonly serials: ReadonlySet<Serial> }
  | { readonly kind: 'matching'; readonly filter: DeviceFilter; readonly except: ReadonlySet<Serial> }

export const NOTHING: Selection = { kind: 'serials', serials: new Set() }

export function selectAll(filter: DeviceFilter): Selection {
  return { kind: 'matching', filter, except: new Set() }
}

export function isSelected(selection: Selection, serial: Serial): boolean {
  return selection.kind === 'serials' ? selection.serials.has(serial) : !selection.except.has(serial)
}

/** `matching`: how many devices match the filter of a selection of all. */
export function countSelected(selection: Selection, matching: number): number {
  return selection.kind === 'serials' ? selection.serials.size : Math.max(0, matching - selection.except.size)
}

/** The selection with these devices or without them; undefined when it would name more devices than it may. */
export function withDevices(selection: Selection, serials: Iterable<Serial>, isChosen: boolean): Selection | undefined {
  const named = new Set(selection.kind === 'serials' ? selection.serials : selection.except)
  const names = isChosen === (selection.kind === 'serials')
  for (const serial of serials) {
    if (names) named.add(serial)
    else named.delete(serial)
  }
  if (named.size > MAX_NAMED_SERIALS) return undefined
  return selection.kind === 'serials' ? { kind: 'serials', serials: named } : { ...selection, except: named }
}

/** As it goes to the core. */
export function toInput(selection: Selection): DeviceSelection {
  return selection.kind === 'serials'
    ? { kind: 'serials', serials: [...selection.serials] }
    : { kind: 'matching', filter: selection.filter, except: [...selection.except] }
}

/** A selection of all belongs to its filter; devices chosen by name stay chosen whatever the list shows. */
export function afterFilter(selection: Selection): Selection {
  return selection.kind === 'matching' ? NOTHING : selection
}
