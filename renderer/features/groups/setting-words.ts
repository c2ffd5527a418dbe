import { namesToken, type GroupConflict, type GroupPage, type TraceStep } from '../../../shared/model/group.ts'
import { formatInterval } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import { nameOf } from './paths.ts'

export const PAGE_ICONS: Readonly<Record<GroupPage, IconName>> = {
  token: 'key',
  'default-profile': 'file-text',
  schedule: 'clock',
}

/** The value of a page as a person says it: a name, or "Every 24 hours". */
export function valueText(page: GroupPage, value: string | null): string {
  if (value === null) return text().groups.noValue[page]
  const minutes = Number(value)
  if (page !== 'schedule' || !Number.isInteger(minutes) || minutes < 1) return value
  return capitalise(formatInterval(minutes))
}

/** One step of the way a value was found, without the name of its group. */
export function traceWords({ found }: TraceStep): string {
  return text().groups.trace[found]
}

/** What does not fit together, and what to do about it. */
export function conflictWords(conflict: GroupConflict): { text: string; remedy: string } {
  const { code, group, other, page } = conflict
  const { conflicts, remedies, pagesInText } = text().groups
  // One code says two things: a token further up, or a second one at the same group, which is named instead.
  if (namesToken(conflict))
    return { text: conflicts.severalTokens(nameOf(group), other ?? ''), remedy: remedies.severalTokens }
  const otherName = other === null ? '' : nameOf(other)
  return { text: conflicts[code](nameOf(group), otherName, pagesInText[page ?? 'token']), remedy: remedies[code] }
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
