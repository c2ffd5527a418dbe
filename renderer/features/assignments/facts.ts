import type { AssignmentFacts } from '../../../shared/contract/assignments.ts'
import type { Device } from '../../../shared/model/device.ts'
import { formatAgo, formatCount, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { outcomeLabel, outcomeMeaning } from './outcomes.ts'

export type AssignmentFact = { readonly label: string; readonly value: string }

/** What a device should have, why, and what came of it: the causes behind its state. */
export function assignmentFacts(
  device: Device,
  { wish, work }: AssignmentFacts,
  now: number,
): readonly AssignmentFact[] {
  const words = text().assignments.facts
  const facts: AssignmentFact[] = [
    { label: words.should, value: wishText(wish) },
    { label: words.reported, value: reportedText(device) },
  ]
  if (wish) {
    const why = wish.source === 'person' ? words.byPerson : words.byDefault
    facts.push({ label: words.why, value: why(formatMoment(wish.since)) })
  }
  if (work) facts.push(...workFacts(device, work, now))
  return facts
}

function workFacts(
  { assignment }: Device,
  work: NonNullable<AssignmentFacts['work']>,
  now: number,
): readonly AssignmentFact[] {
  const words = text().assignments.facts
  const { outcome, answeredAt, attempts, since } = work
  const isOpen = assignment === 'in-progress'
  const facts: AssignmentFact[] = []
  if (isOpen) facts.push({ label: words.since, value: words.ago(formatMoment(since), formatAgo(since, now)) })
  if (isOpen && outcome === null) facts.push({ label: words.cause, value: words.notAsked })
  if (outcome === null) return facts
  const label = outcomeLabel(outcome).text
  facts.push({ label: words.answer, value: `${label} (${outcome}). ${outcomeMeaning('assign', outcome)}` })
  if (answeredAt !== null) facts.push({ label: words.answered, value: formatMoment(answeredAt) })
  if (attempts > 0) facts.push({ label: words.attempts, value: formatCount(attempts) })
  return facts
}

function wishText(wish: AssignmentFacts['wish']): string {
  const words = text().assignments.facts
  if (!wish) return words.nobody
  if (wish.profile === null) return words.noProfile
  return wish.version === null ? words.unpublished(wish.profile) : words.version(wish.profile, wish.version)
}

function reportedText({ profileName, profileUuid, profileStatus }: Device): string {
  const words = text().assignments.facts
  const status = profileStatus?.toLowerCase()
  if (status === 'empty' || status === 'removed' || profileUuid === null) return words.noProfile
  return profileName ?? words.otherProfile
}
