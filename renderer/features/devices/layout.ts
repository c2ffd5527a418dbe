import type { ColumnLayout } from '../../../shared/contract/devices.ts'
import { DEVICE_COLUMNS, type DeviceColumn } from '../../../shared/model/device.ts'

const FIRST: readonly DeviceColumn[] = [
  'serial',
  'model',
  'family',
  'group',
  'token',
  'atApple',
  'profileStatus',
  'assignment',
  'enrollmentStatus',
  'lastSeenAt',
]

export const USUAL_COLUMNS: ColumnLayout = FIRST.map((column) => ({ column, widthPx: null }))

/** The shown columns in a new order or choice; each keeps its width. Nothing is changed when none would be left. */
export function withColumns(layout: ColumnLayout, columns: readonly DeviceColumn[]): ColumnLayout {
  if (columns.length === 0) return layout
  return columns.map((column) => layout.find((known) => known.column === column) ?? { column, widthPx: null })
}

/** The column taken out and put in again at this place. */
export function withPlace(layout: ColumnLayout, column: DeviceColumn, place: number): ColumnLayout {
  const moved = layout.find((known) => known.column === column)
  return moved ? layout.filter((known) => known !== moved).toSpliced(place, 0, moved) : layout
}

export function withWidth(layout: ColumnLayout, column: DeviceColumn, widthPx: number | null): ColumnLayout {
  return layout.map((known) => (known.column === column ? { column, widthPx } : known))
}

/** Every column: the shown ones in their order, then the others in the usual one. */
export function allInOrder(layout: ColumnLayout): readonly DeviceColumn[] {
  const shown = layout.map(({ column }) => column)
  return [...shown, ...DEVICE_COLUMNS.filter((column) => !shown.includes(column))]
}

export function isSameLayout(a: ColumnLayout, b: ColumnLayout): boolean {
  return (
    a.length === b.length &&
    a.every(({ column, widthPx }, place) => b[place]!.column === column && b[place]!.widthPx === widthPx)
  )
}
