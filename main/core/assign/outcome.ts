import type { Assignment } from '../../../shared/model/device.ts'

/** A serial number that the answer left out. */
export const MISSING = 'MISSING'

/** After so many failed tries in a row a person has to look: so Apple advises. */
const MAX_ATTEMPTS = 3

/** How long a device is left alone that was told too often, where Apple names no time. */
const COOL_DOWN_MS = 24 * 3_600_000

export type Attempt = {
  /** Apple's word, or `MISSING`. */
  readonly word: string
  /** Failed tries before this one. */
  readonly attempts: number
  readonly now: number
  /** What Apple asked for, for all throttled devices of the answer. */
  readonly retryAfterSeconds: number | null
}

export type Outcome = {
  readonly assignment: Assignment
  /** Apple's word where it was not a success. */
  readonly error: string | null
  readonly attempts: number
  /** Null: a person, or another answer of Apple, has to come first. */
  readonly nextAttemptAt: number | null
}

/** What follows for a device from Apple's word about it. A word that is new counts as a failure and is kept. */
export function judge({ word, attempts, now, retryAfterSeconds }: Attempt): Outcome {
  const wait = retryAfterSeconds === null ? COOL_DOWN_MS : retryAfterSeconds * 1000
  switch (word) {
    case 'SUCCESS':
      return { assignment: 'assigned', error: null, attempts: 0, nextAttemptAt: null }
    case 'NOT_ACCESSIBLE':
      return { assignment: 'not-accessible', error: word, attempts: attempts + 1, nextAttemptAt: null }
    case 'THROTTLED':
      return { assignment: 'throttled', error: word, attempts, nextAttemptAt: now + wait }
    default: {
      const failed = attempts + 1
      const nextAttemptAt = failed >= MAX_ATTEMPTS ? null : now + COOL_DOWN_MS
      return { assignment: 'failed', error: word, attempts: failed, nextAttemptAt }
    }
  }
}
