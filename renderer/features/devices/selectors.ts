import type { DeviceFacets, FacetCount } from '../../../shared/contract/devices.ts'
import type { Assignment, AtApple, DeviceFilter, EnrollmentStatus, TokenStatus } from '../../../shared/model/device.ts'
import { formatCount } from '../../lib/format.ts'
import type { Remote } from '../../lib/remote.ts'
import type { ChoiceMenuItem } from '../../ui/Menu.tsx'
import * as labels from './labels.ts'
import type { DevicesPageState } from './store.ts'

export type FacetName = keyof DeviceFacets

export const FACET_NAMES = [
  'family',
  'atApple',
  'profileStatus',
  'assignment',
  'enrollmentStatus',
  'tokenStatus',
] as const satisfies readonly FacetName[]

/** The words for a value of a filter, the same as in the table. */
export function facetText(name: FacetName, value: string): string {
  // Values come from the core, whose lists the label records cover; an unknown one is shown as it is.
  switch (name) {
    case 'family':
      return labels.familyName(value)
    case 'profileStatus':
      return labels.profileStatusLabel(value).text
    case 'atApple':
      return labels.AT_APPLE_LABELS[value as AtApple]?.text ?? value
    case 'assignment':
      return labels.ASSIGNMENT_LABELS[value as Assignment]?.text ?? value
    case 'enrollmentStatus':
      return labels.ENROLLMENT_STATUS_LABELS[value as EnrollmentStatus]?.text ?? value
    case 'tokenStatus':
      return labels.TOKEN_STATUS_LABELS[value as TokenStatus]?.text ?? value
  }
}

/** What a filter menu offers, most frequent first; the chosen value is always among it. */
export function facetItems(facets: Remote<DeviceFacets>, name: FacetName, filter: DeviceFilter): ChoiceMenuItem[] {
  const counts: readonly FacetCount[] = facets.status === 'ready' ? facets.value[name] : []
  const items = counts
    .toSorted((a, b) => b.count - a.count)
    .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
    .map(({ value, count }) => ({ value, text: facetText(name, value), count: formatCount(count) }))
  const chosen = filter[name]
  if (chosen === undefined || items.some(({ value }) => value === chosen)) return items
  return [{ value: chosen, text: facetText(name, chosen), count: formatCount(0) }, ...items]
}

/** Null before the list was opened for the first time. */
export function rowCount({ view }: DevicesPageState): number | null {
  return view.status === 'ready' ? view.value.total : null
}
