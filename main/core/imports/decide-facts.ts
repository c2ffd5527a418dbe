import type { ConsoleFacts } from '../../../shared/model/import.ts'
import { enrollmentStatusOf, tokenStatusAfter } from '../../../shared/model/lifecycle.ts'
import type { FactsDecision, StoredFacts } from '../../db/console-facts.ts'
import type { StagedRow } from '../../db/imports.ts'

/**
 * What the console says of a device laid over what is stored. Each fact has its date: one that is newer here stays, one
 * that is missing here is filled by a file of any age, and what a file does not say stays as it was.
 */
export function decideFacts(before: StoredFacts, told: ConsoleFacts, asOf: number): FactsDecision {
  const isNewest = before.asOf === null || asOf >= before.asOf
  const text = (was: string | null, is: string | null) => (is !== null && (isNewest || was === null) ? is : was)
  const hasNewerWord = before.console !== null && before.console.at > asOf
  const console =
    told.enrollmentStatus === null || hasNewerWord ? before.console : { status: told.enrollmentStatus, at: asOf }
  const isTokenTold = told.tokenStatus !== null && (before.tokenStatusAt === null || asOf >= before.tokenStatusAt)
  const next: StoredFacts = {
    ...before,
    enrollmentStatus: console === before.console ? before.enrollmentStatus : enrollmentStatusOf(before.apple, console),
    tokenStatus: isTokenTold
      ? tokenStatusAfter(before.tokenStatus, { kind: 'told', status: told.tokenStatus })
      : before.tokenStatus,
    user: text(before.user, told.user),
    friendlyName: text(before.friendlyName, told.friendlyName),
    lastSeen: later(before.lastSeen, told.lastSeen),
    asOf: later(before.asOf, asOf),
    console,
    tokenStatusAt: isTokenTold ? asOf : before.tokenStatusAt,
  }
  const changes = changesBetween(before, next)
  const isChanged =
    Object.keys(changes).length > 0 ||
    next.lastSeen !== before.lastSeen ||
    next.asOf !== before.asOf ||
    next.tokenStatusAt !== before.tokenStatusAt ||
    next.console !== before.console
  return { next, changes, isChanged, isOlder: !isNewest && !isChanged }
}

function later(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

/** That the console has heard from a device is no event of its life. */
const TOLD_FIELDS = ['enrollmentStatus', 'tokenStatus', 'user', 'friendlyName'] as const

function changesBetween(before: StoredFacts, next: StoredFacts): FactsDecision['changes'] {
  const changed = TOLD_FIELDS.filter((field) => before[field] !== next[field])
  return Object.fromEntries(changed.map((field) => [field, [before[field], next[field]] as const]))
}

/** Stages on the way to enrollment, the furthest last; what has ended comes before all of them. */
const PROGRESS = ['unknown', 'unenrolled', 'discovered', 'registered', 'in-progress', 'blocked', 'enrolled'] as const

/**
 * The console may have two records of a device: one it left and one it has now. The later heard of counts, then the one
 * that came further, then the first.
 */
export function isBetterRow(first: StagedRow, second: StagedRow): boolean {
  const [a, b] = [first.facts.lastSeen ?? -Infinity, second.facts.lastSeen ?? -Infinity]
  if (a !== b) return b > a
  const rank = ({ facts }: StagedRow) => (facts.enrollmentStatus ? PROGRESS.indexOf(facts.enrollmentStatus) : -1)
  return rank(second) > rank(first)
}
