import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import type { WaitNotice } from './client-type.ts'

/**
 * `busy`: the service asks for a pause or has trouble. `broken`: the answer did not arrive whole. `silent`: none came
 * in time. `unreachable`: nothing was sent, because there was no connection.
 */
export type Trouble = 'busy' | 'broken' | 'silent' | 'unreachable'

/** A failure that may be gone at the next attempt. Never leaves this folder: callers see its `error`. */
export class Transient extends Error {
  readonly error: AppError
  readonly trouble: Trouble
  /** What the service asked for, milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(trouble: Trouble, error: AppError, retryAfterMs?: number) {
    super(error.message, { cause: error })
    this.name = 'Transient'
    this.trouble = trouble
    this.error = error
    this.retryAfterMs = retryAfterMs
  }
}

export type Patience = {
  readonly clock: Clock
  readonly random: Random
  readonly signal: AbortSignal | undefined
  /** False: never again where the first attempt may have been carried out, for calls that must not be made twice. */
  readonly isRepeatable: boolean
  readonly onWait: ((notice: WaitNotice) => void) | undefined
}

type Pace = { readonly attempts: number; readonly firstMs: number; readonly maxMs: number }

/** Who is not reachable now seldom is a second later, and people wait for the word; a silent service cost its time. */
const PACES: Readonly<Record<Trouble, Pace>> = {
  busy: { attempts: 5, firstMs: 1000, maxMs: 30_000 },
  broken: { attempts: 5, firstMs: 1000, maxMs: 30_000 },
  silent: { attempts: 3, firstMs: 1000, maxMs: 30_000 },
  unreachable: { attempts: 3, firstMs: 250, maxMs: 1000 },
}

/** Who is told to come back later than this is told so at once, instead of being kept waiting. */
const MOST_PATIENCE_MS = 300_000

/**
 * Repeats what fails with `Transient`: exponential back-off with full jitter, or the wait the service asked for.
 * Rejects with the last `AppError`, or at once with the signal's reason.
 */
export async function withRetries<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { clock, random, signal, isRepeatable, onWait } = patience
  for (let failures = 1; ; failures++) {
    try {
      return await attempt()
    } catch (failure) {
      if (!(failure instanceof Transient)) throw failure
      if (!isRepeatable && !wasNotCarriedOut(failure)) throw unknownOutcome(failure.error)
      const pace = PACES[failure.trouble]
      if (failures >= pace.attempts || isTooLong(failure)) throw failure.error
      const waitMs =
        failure.retryAfterMs ?? random.fraction() * Math.min(pace.maxMs, pace.firstMs * 2 ** (failures - 1))
      onWait?.({ until: clock.now() + waitMs, reason: failure.error.code })
      await clock.sleep(waitMs, signal)
    }
  }
}

/** Nothing left this computer, or the service said that it did nothing. */
function wasNotCarriedOut({ trouble, error }: Transient): boolean {
  return trouble === 'unreachable' || error.facts['status'] === 429
}

function unknownOutcome(cause: AppError): AppError {
  const facts = { ...cause.facts, cause: cause.code }
  return new AppError('ade.outcome-unknown', 'the answer to a change did not arrive', { facts, cause })
}

function isTooLong({ retryAfterMs: askedMs = 0 }: Transient): boolean {
  return askedMs > MOST_PATIENCE_MS
}

/**
 * `Retry-After` in milliseconds (RFC 9110 §10.2.3); undefined for nonsense and for times that are
 * over. A date is measured against the answer's own `Date`: this computer's clock may be wrong.
 */
export function retryAfterMs(value: string | undefined, answeredAt: number): number | undefined {
  const text = value?.trim() ?? ''
  const waitMs = /^\d+$/.test(text) ? Number(text) * 1000 : readHttpDate(text) - answeredAt
  return waitMs > 0 ? waitMs : undefined
}

/** Milliseconds since 1970; NaN for anything but the three forms of an HTTP date, which all begin with a weekday. */
export function readHttpDate(text: string): number {
  return /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : NaN
}
