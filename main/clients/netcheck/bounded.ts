/** How long a step took, in whole milliseconds. */
export function stopwatch(): () => number {
  const start = performance.now()
  return () => Math.round(performance.now() - start)
}

/** Of a difference between two clocks. A moment rounds to 0, never to -0, which would be printed as such. */
export function wholeSeconds(ms: number): number {
  return Math.round(ms / 1000) + 0
}

export const TIMED_OUT = Symbol('timed out')

/**
 * A step with an end: `TIMED_OUT` after `ms` whatever the step does, and the signal's reason when that aborts. The
 * step's own signal aborts in both cases, so that it lets go of what it holds.
 */
export async function bounded<T>(
  ms: number,
  signal: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T | typeof TIMED_OUT> {
  signal.throwIfAborted()
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(TIMED_OUT), ms)
  const either = AbortSignal.any([signal, late.signal])
  try {
    return await untilAborted(step(either), either)
  } catch (error) {
    signal.throwIfAborted()
    if (late.signal.aborted) return TIMED_OUT
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Rejects with the signal's reason as soon as it aborts; what becomes of the work then interests nobody. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error) // the reason of every signal here is an error or TIMED_OUT
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
