import type { DeviceFacets, FacetCount } from '../../../shared/contract/devices.ts'
import type { Chosen } from '../assignments/index.ts'
import type { Assignment, AtApple, DeviceFilter, EnrollmentStatus, TokenStatus } from '../../../shared/model/device.ts'
import { formatCount } from '../../lib/format.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import * as labels from './labels.ts'
import { countSelected, toInput } from './selection.ts'
import type { DevicesPageState } from './store.ts'

export type FacetName = keyof DeviceFacets

export const FACET_NAMES = [
  'family',
  'atApple',
  'profileStatus',
  'profileUuid',
  'assignment',
  'enrollmentStatus',
  'tokenStatus',
  'tokenId',
  'group',
] as const satisfies readonly FacetName[]

/** What a filter is called: the column it is about. */
export function facetTitle(name: FacetName): string {
  return labels.COLUMN_TITLES[name === 'tokenId' ? 'token' : name === 'profileUuid' ? 'profileName' : name]
}

/** The words for a value of a filter, the same as in the table. */
export function facetText(name: FacetName, value: string): string {
  // Values come from the core, whose lists the label records cover; an unknown one is shown as it is.
  switch (name) {
    case 'family':
      return value === '' ? text().devices.filters.noValue : labels.familyName(value)
    case 'profileUuid':
      return value === '' ? text().devices.filters.noValue : value
    case 'tokenId':
    case 'group':
      return value
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

export type FacetItem = { readonly value: string; readonly text: string; readonly count: string | null }

/** What a filter offers, in the order of the core; the chosen value is always among it, whatever its count. */
export function facetItems(facets: Remote<DeviceFacets>, name: FacetName, filter: DeviceFilter): readonly FacetItem[] {
  const counts: readonly FacetCount[] = facets.status === 'ready' ? facets.value[name] : []
  const chosen = filter[name]
  // Texts are compared whatever the case, and Apple's identifiers come in both.
  const spelled = (value: string) => (value.toLowerCase() === chosen?.toLowerCase() ? chosen : value)
  const items = counts.flatMap(({ value, count, text: known }) =>
    value === null ? [] : [{ value: spelled(value), text: known ?? facetText(name, value), count: formatCount(count) }],
  )
  if (chosen === undefined || items.some(({ value }) => value === chosen)) return items
  const count = facets.status === 'ready' ? formatCount(0) : null
  const isUnknownToken = name === 'tokenId' && facets.status === 'ready'
  const words = isUnknownToken ? text().devices.filters.removedToken : facetText(name, chosen)
  return [{ value: chosen, text: words, count }, ...items]
}

/** Null before the list was opened for the first time. */
export function rowCount({ view }: DevicesPageState): number | null {
  return view.status === 'ready' ? view.value.total : null
}

export function selectedCount({ selection, view }: Pick<DevicesPageState, 'selection' | 'view'>): number {
  return countSelected(selection, view.status === 'ready' ? view.value.total : 0)
}

/** What something is done with: the selected devices, or without any the one that is open. */
export function chosenDevices(state: DevicesPageState): Chosen {
  const count = selectedCount(state)
  const { opened, selection } = state
  if (count > 0 || opened === null) return { selection: toInput(selection), count }
  return { selection: { kind: 'serials', serials: [opened.serial] }, count: 1 }
}
