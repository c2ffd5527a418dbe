import type { RemovalProgress } from '../../../shared/contract/tokens.ts'
import type { WriteDb } from '../../db/open.ts'
import { retirePortion } from '../../db/remove-token.ts'
import type { Clock } from '../../ports/clock.ts'

export type RetireRequest = { readonly tokenNo: number }
export type RetireContext = {
  readonly signal: AbortSignal
  readonly report: (progress: RemovalProgress) => void
}

/** Turns the devices of a removed token into history, in a worker thread or here. Rejects when it was stopped. */
export type RetireDevices = (request: RetireRequest, context: RetireContext) => Promise<null>

const SHORTEST_PAUSE_MS = 1
const REPORT_EVERY = 10

/**
 * Portion by portion, with pauses as long as the portions: whoever waits for the store tries now and then, and must find
 * it free within a few tries, or a window would stand still. Stopped or killed between any two, it is taken up
 * again from the beginning and finds the rest.
 */
export async function retireDevices(
  { db, clock }: { readonly db: WriteDb; readonly clock: Clock },
  { tokenNo }: RetireRequest,
  { signal, report }: RetireContext,
): Promise<null> {
  let after = 0
  for (let portions = 0; ; portions++) {
    signal.throwIfAborted()
    const begun = clock.monotonic()
    const { until, total, isDone } = retirePortion(db, tokenNo, after)
    if (isDone || portions % REPORT_EVERY === 0) report({ looked: Math.min(until, total), total })
    if (isDone) return null
    after = until
    await clock.sleep(Math.max(SHORTEST_PAUSE_MS, clock.monotonic() - begun), signal)
  }
}
