import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import { formatInterval } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'

const OFFERED_MINUTES: readonly number[] = [10, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60]

/** The token has no interval of its own. */
export const INHERITED = 'inherited'

type Interval = Pick<TokenSchedule, 'intervalMinutes' | 'intervalFrom'>

/** What the group says, the usual intervals, and the one in use when somebody set another. */
export function intervalOptions({
  intervalMinutes,
  intervalFrom,
}: Interval): readonly { readonly value: string; readonly text: string }[] {
  const words = text().sync.facts
  const isOwn = intervalFrom === 'token'
  const minutes =
    !isOwn || OFFERED_MINUTES.includes(intervalMinutes) ? OFFERED_MINUTES : [...OFFERED_MINUTES, intervalMinutes]
  return [
    { value: INHERITED, text: words.asGroup },
    ...minutes
      .toSorted((a, b) => a - b)
      .map((value) => ({ value: String(value), text: capitalise(formatInterval(value)) })),
  ]
}

export function intervalValue({ intervalMinutes, intervalFrom }: Interval): string {
  return intervalFrom === 'token' ? String(intervalMinutes) : INHERITED
}

/** Minutes for the choice of an option; null for none of its own. */
export function chosenInterval(value: string): number | null {
  return value === INHERITED ? null : Number(value)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
