import { valueText } from './setting-words.ts'

const OFFERED_MINUTES: readonly number[] = [10, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60]

/** The usual intervals, and the one that is set when somebody set another. */
export function scheduleOptions(current: string | null): readonly { readonly value: string; readonly text: string }[] {
  const set = Number(current)
  const isUnusual = current !== null && Number.isInteger(set) && set > 0 && !OFFERED_MINUTES.includes(set)
  const minutes = isUnusual ? [...OFFERED_MINUTES, set] : OFFERED_MINUTES
  return minutes
    .toSorted((a, b) => a - b)
    .map(String)
    .map((value) => ({ value, text: valueText('schedule', value) }))
}
