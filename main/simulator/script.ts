import { NAMED_ANSWERS } from './named-answers.ts'

/** What is done to a page of /server/devices or /devices/sync before it is sent. */
export const PAGE_TRICKS = [
  'repeat-cursor',
  'empty-page',
  'duplicates-in-page',
  'duplicates-across-pages',
  'older-after-newer',
  'bare-deleted',
  'empty-op-type',
  'modified-for-unknown',
  'no-more-to-follow',
  'no-cursor',
  'empty-cursor',
  'unknown-keys',
  'malformed-rows',
] as const

export type PageTrick = (typeof PAGE_TRICKS)[number]

/** A scripted answer. Without `status` the request is carried out, and the rest says what goes wrong with its answer. */
export type ScriptedAnswer = {
  readonly status?: number
  /** An error word of the service, in the form that the settings say. */
  readonly code?: string
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The change is made first, and only then this `status` answered. */
  readonly isAfterChange?: boolean
  /** Every serial number of the request gets this word; `MISSING` leaves them out. */
  readonly outcome?: string
  readonly retryAfterSeconds?: number
  readonly page?: PageTrick
  readonly delayMs?: number
  readonly isHanging?: boolean
  readonly isGzipped?: boolean
  /** The connection is reset after this many bytes of the raw answer, counted from its first; negative: before its end. */
  readonly resetAtByte?: number
  /** The connection is ended in good order after this many bytes, counted alike. */
  readonly truncateAtByte?: number
  /** The body ends after this many bytes, and Content-Length says so: a complete answer with half a document. */
  readonly shortenBodyTo?: number
}

/** `count` requests in a row, -1 for all that follow, one when absent. */
export type ScriptStep = { readonly count?: number; readonly response: string | ScriptedAnswer }

/**
 * Steps by endpoint. The keys are those of old depsim files: `get_session_responses`, `post_devices_sync_responses`, …;
 * `any_responses` applies to every endpoint that has no step left of its own.
 */
export type ScriptSteps = Readonly<Record<string, readonly ScriptStep[]>>

export type Script = ReturnType<typeof createScript>

export function createScript(endpointNames: readonly string[]) {
  const lists = new Map<string, { left: number; answer: ScriptedAnswer; service: number | undefined }[]>()
  const known = new Set([...endpointNames, 'any'].map((name) => `${name}_responses`))

  function take(list: string, service: number | undefined): ScriptedAnswer | undefined {
    const step = lists
      .get(list)
      ?.find((candidate) => candidate.left > 0 && (candidate.service === undefined || candidate.service === service))
    if (step) step.left -= 1
    return step?.answer
  }

  return {
    /** Adds steps after those that are left. Throws a RangeError that names what it does not know. */
    add(steps: ScriptSteps, service?: number): void {
      const entries = Object.entries(steps).map(([list, sequence]) => {
        if (!known.has(list)) throw new RangeError(`unknown list ${list}; known are ${[...known].join(', ')}`)
        return [list, sequence.map((step) => ({ left: leftOf(step), answer: answerOf(step), service }))] as const
      })
      for (const [list, sequence] of entries) lists.set(list, [...(lists.get(list) ?? []), ...sequence])
    },

    clear: (): void => lists.clear(),

    /** The answer that the next request of an endpoint gets; undefined: it goes the usual way. */
    next: (endpoint: string, service: number | undefined): ScriptedAnswer | undefined =>
      take(`${endpoint}_responses`, service) ?? take('any_responses', service),

    /** How many scripted answers are left; endless ones count as Infinity. */
    left: (): number => [...lists.values()].flat().reduce((sum, { left }) => sum + left, 0),
  }
}

function leftOf({ count = 1 }: ScriptStep): number {
  if (!Number.isInteger(count)) throw new RangeError('count must be a whole number')
  return count < 0 ? Number.POSITIVE_INFINITY : count
}

function answerOf({ response }: ScriptStep): ScriptedAnswer {
  if (typeof response !== 'string') return response
  const named = Object.hasOwn(NAMED_ANSWERS, response) ? NAMED_ANSWERS[response] : undefined
  if (named === undefined) {
    throw new RangeError(`unknown response ${response}; known are ${Object.keys(NAMED_ANSWERS).join(', ')}`)
  }
  return named
}
