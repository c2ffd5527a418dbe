import { AppError, isCancelled } from '../../../shared/errors.ts'

/**
 * Asks for one token after the other, whatever becomes of the others: an expired token holds up nobody's devices but its
 * own. Returns the first failure. Rejects with a cancellation, and with faults of ours.
 */
export async function askEachToken(
  tokenNos: Iterable<number>,
  ask: (tokenNo: number) => Promise<unknown>,
  signal: AbortSignal,
): Promise<AppError | null> {
  let failure: AppError | null = null
  for (const tokenNo of tokenNos) {
    try {
      await ask(tokenNo)
    } catch (error) {
      if (isCancelled(error, signal) || !(error instanceof AppError)) throw error
      failure ??= error
    }
  }
  return failure
}
