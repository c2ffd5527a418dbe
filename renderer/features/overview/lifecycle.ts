import type { StageCounts } from '../../../shared/contract/reports.ts'
import { ASSIGNMENT, AT_APPLE, ENROLLMENT_STATUS, type DeviceFilter } from '../../../shared/model/device.ts'
import {
  ASSIGNMENT_LABELS,
  AT_APPLE_LABELS,
  COLUMN_TITLES,
  ENROLLMENT_STATUS_LABELS,
  type StateLabel,
} from '../devices/index.ts'

export const DIMENSIONS = ['enrollmentStatus', 'atApple', 'assignment'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export type StateCount = {
  readonly label: StateLabel
  /** Null until it is known. */
  readonly count: number | null
  /** Part of all devices, 0 to 1. */
  readonly share: number
  /** The list of exactly these devices. */
  readonly filter: DeviceFilter
}

export function dimensionTitle(dimension: Dimension): string {
  return COLUMN_TITLES[dimension]
}

/** Every state of a dimension in its usual order, also those without a device: the chart never changes its shape. */
export function countStates(dimension: Dimension, counts: StageCounts | null): readonly StateCount[] {
  const known = new Map(counts?.[dimension].map(({ value, count }) => [value, count]))
  const total = [...known.values()].reduce((sum, count) => sum + count, 0)
  return statesOf(dimension).map(({ value, label }) => {
    const count = known.get(value) ?? 0
    return {
      label,
      count: counts === null ? null : count,
      share: total === 0 ? 0 : count / total,
      filter: { [dimension]: value },
    }
  })
}

/** How many devices are counted in all; null until it is known. */
export function countAll(counts: StageCounts | null): number | null {
  return counts === null ? null : counts.atApple.reduce((sum, { count }) => sum + count, 0)
}

function statesOf(dimension: Dimension): readonly { readonly value: string; readonly label: StateLabel }[] {
  switch (dimension) {
    case 'enrollmentStatus':
      return ENROLLMENT_STATUS.map((value) => ({ value, label: ENROLLMENT_STATUS_LABELS[value] }))
    case 'atApple':
      return AT_APPLE.map((value) => ({ value, label: AT_APPLE_LABELS[value] }))
    case 'assignment':
      return ASSIGNMENT.map((value) => ({ value, label: ASSIGNMENT_LABELS[value] }))
  }
}
