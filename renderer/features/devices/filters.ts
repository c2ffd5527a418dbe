import { deviceFilter } from '../../../shared/contract/devices.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'

export type FilterName = keyof DeviceFilter

/** The filter as the part of an address behind the question mark; empty for no filter. */
export function filterToQuery(filter: DeviceFilter): string {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return new URLSearchParams(entries as [string, string][]).toString() // undefined was left out above
}

/** What an address says, checked like any input; an address that makes no sense is no filter. */
export function filterFromQuery(query: string): DeviceFilter {
  const parsed = deviceFilter.safeParse(Object.fromEntries(new URLSearchParams(query)))
  return parsed.success ? parsed.data : {}
}

/** The filter with one member set, or left out where there is nothing to look for. */
export function withFilter(filter: DeviceFilter, name: FilterName, value: string | undefined): DeviceFilter {
  const { [name]: _, ...rest } = filter
  return value === undefined || value === '' ? rest : { ...rest, [name]: value }
}

export function isFiltered(filter: DeviceFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '')
}

export function isSameFilter(a: DeviceFilter, b: DeviceFilter): boolean {
  const sorted = (filter: DeviceFilter) => filterToQuery(filter).split('&').toSorted().join('&')
  return sorted(a) === sorted(b)
}
