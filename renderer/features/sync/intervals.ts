import { formatInterval } from '../../lib/format.ts'

const OFFERED_MINUTES: readonly number[] = [10, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60]

/** The usual intervals, and the one in use when somebody set another. */
export function intervalOptions(current: number): readonly { readonly value: string; readonly text: string }[] {
  const minutes = OFFERED_MINUTES.includes(current) ? OFFERED_MINUTES : [...OFFERED_MINUTES, current]
  return minutes
    .toSorted((a, b) => a - b)
    .map((value) => ({ value: String(value), text: capitalise(formatInterval(value)) }))
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
