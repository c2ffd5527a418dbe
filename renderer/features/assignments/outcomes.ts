import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'
import type { AssignedDevice } from '../../../shared/contract/assignments.ts'
import type { TaskKind } from './store.ts'

export type OutcomeLabel = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

const LOOKS: Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>> = {
  SUCCESS: { icon: 'check', tone: 'good' },
  UNCHANGED: { icon: 'check', tone: 'good' },
  NOT_ACCESSIBLE: { icon: 'ban', tone: 'bad' },
  FAILED: { icon: 'close-circle', tone: 'bad' },
  PROFILE_GONE: { icon: 'close-circle', tone: 'bad' },
  THROTTLED: { icon: 'hourglass', tone: 'warn' },
  MISSING: { icon: 'circle-help', tone: 'warn' },
  UNKNOWN: { icon: 'circle-help', tone: 'warn' },
  NOT_PUBLISHED: { icon: 'circle-slash', tone: 'warn' },
  NOT_SENT: { icon: 'circle-dashed', tone: 'warn' },
  GONE: { icon: 'leave', tone: 'neutral' },
  NOT_FOUND: { icon: 'circle-help', tone: 'neutral' },
  WAITING: { icon: 'clock', tone: 'info' },
}

/** A word that is new is shown as it is, and counts as a failure. */
export function outcomeLabel(outcome: string, kind: TaskKind = 'assign'): OutcomeLabel {
  const { outcomeNames, releaseNames } = text().assignments
  const names: Readonly<Record<string, string>> =
    kind === 'release' ? { ...outcomeNames, ...releaseNames } : outcomeNames
  const look = Object.hasOwn(LOOKS, outcome) ? LOOKS[outcome]! : { icon: 'close-circle' as const, tone: 'bad' as const }
  return { ...look, text: Object.hasOwn(names, outcome) ? names[outcome]! : outcome }
}

/** What the word means for the device, and what comes next. */
export function outcomeMeaning(kind: TaskKind, outcome: string): string {
  const { outcomes, releaseOutcomes, otherOutcome } = text().assignments
  const words: Readonly<Record<string, string>> = kind === 'release' ? { ...outcomes, ...releaseOutcomes } : outcomes
  return Object.hasOwn(words, outcome) ? words[outcome]! : otherOutcome
}

export function isGood(outcome: string): boolean {
  return outcome === 'SUCCESS' || outcome === 'UNCHANGED'
}

export type OutcomeGroup = {
  readonly outcome: string
  readonly count: number
  readonly meaning: string
  /** The earliest of its devices. */
  readonly nextAttempt: string | null
}

/** Those that need a look first, each with most devices first. */
export function outcomeGroups(
  kind: TaskKind,
  results: Readonly<Record<string, number>>,
  devices: readonly AssignedDevice[],
): readonly OutcomeGroup[] {
  const earliest = new Map<string, number>()
  for (const { outcome, nextAttemptAt } of devices) {
    if (nextAttemptAt === null) continue
    earliest.set(outcome, Math.min(nextAttemptAt, earliest.get(outcome) ?? Infinity))
  }
  return Object.entries(results)
    .toSorted(([a, many], [b, few]) => Number(isGood(a)) - Number(isGood(b)) || few - many)
    .map(([outcome, count]) => {
      const at = earliest.get(outcome)
      return {
        outcome,
        count,
        meaning: outcomeMeaning(kind, outcome),
        nextAttempt: at === undefined ? null : formatMoment(at),
      }
    })
}
