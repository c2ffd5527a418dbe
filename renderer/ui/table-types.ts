import type { ReactNode } from 'react'

export type TableColumn<Row> = {
  readonly id: string
  readonly title: string
  readonly widthPx: number
  readonly align?: 'start' | 'end'
  /** The rows cannot be ordered by it: its heading is no button. */
  readonly isUnordered?: boolean
  readonly render: (row: Row) => ReactNode
}

export type TableSort = { readonly column: string; readonly direction: 'asc' | 'desc' }

/** What a table with chosen rows asks and tells. Rows are named by their place: most of them are not here. */
export type TableSelection = {
  readonly isSelected: (index: number) => boolean
  readonly all: 'all' | 'some' | 'none'
  readonly onToggle: (index: number) => void
  /** From the place where the range began to the other end of it, in either direction. */
  readonly onRange: (anchor: number, index: number) => void
  readonly onAll: () => void
  readonly onClear: () => void
  readonly labels: { readonly row: string; readonly all: string }
}

/** Columns that can be moved and sized. */
export type TableArrangement = {
  readonly onMove: (column: string, place: number) => void
  /** Null takes the usual width. */
  readonly onResize: (column: string, widthPx: number | null) => void
  /** Says how to do it by keyboard. */
  readonly help: string
}

export const MIN_COLUMN_PX = 56
export const MAX_COLUMN_PX = 1200

/** Keys that a step of the arrow keys changes a width by. */
export const RESIZE_STEP_PX = 16
