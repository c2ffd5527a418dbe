import { useState } from 'react'
import type { Position, RowRange } from './row-window.ts'
import { useDelayed } from './use-delayed.ts'

/** Rows that come sooner come without a flicker of placeholders before them. */
const SKELETON_DELAY_MS = 150

export type PlacedRowsInput = {
  readonly position: Position
  readonly drawn: RowRange
  readonly seen: RowRange
  /** How far one sees; whatever is moved farther shows none of the rows of before. */
  readonly viewportHeight: number
  /** Undefined while the row is on its way. */
  readonly knownRow: (index: number) => unknown
}

/**
 * Where rows are drawn, and whether unknown ones show placeholders. After a far jump they stay where they were, out of
 * sight, until all in sight are there: drawing the jump twice takes longer than its rows take to come.
 */
export function usePlacedRows({ position, drawn, seen, viewportHeight, knownRow }: PlacedRowsInput) {
  const isUnknown = (index: number) => knownRow(index) === undefined
  const showsSkeletons = useDelayed(indexes(drawn).some(isUnknown), SKELETON_DELAY_MS)
  const [last, setLast] = useState(position)
  const isFar = Math.abs(position.top - last.top) > viewportHeight
  const unknown = indexes(seen).filter(isUnknown).length
  const isTooEarly = !showsSkeletons && unknown > 0 && (isFar || unknown === seen.end - seen.first)
  if (!isTooEarly && last !== position) setLast(position)
  return { placed: isTooEarly ? last : position, showsSkeletons }
}

function indexes({ first, end }: RowRange): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
}
