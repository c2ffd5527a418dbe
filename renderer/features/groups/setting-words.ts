import type { GroupConflict, GroupPage, TraceStep } from '../../../shared/model/group.ts'
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
export function conflictWords({ code, group, other, page }: GroupConflict): { text: string; remedy: string } {
  const { conflicts, remedies, pagesInText } = text().groups
  // One code says two things: a token further up, or a second one at the same group, which is named instead.
  const say = code === 'second-token-in-branch' && !other?.startsWith('/') ? conflicts.severalTokens : conflicts[code]
  return { text: say(nameOf(group), otherName(other), pagesInText[page ?? 'token']), remedy: remedies[code] }
}

function otherName(other: string | null): string {
  if (other === null) return ''
  return other.startsWith('/') ? nameOf(other) : other
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
