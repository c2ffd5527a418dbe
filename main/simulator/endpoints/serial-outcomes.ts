import type { Operation } from '../outcomes.ts'
import type { Context } from './endpoint.ts'

type Steps = {
  /** What the service says when nothing is scripted; by default whether the device is in this service. */
  readonly natural?: (index: number | undefined) => string
  /** Called for every serial number that is answered, in the order of the request. */
  readonly each: (serial: string, word: string, index: number | undefined) => void
}

/**
 * Decides each serial number of a request: the script of the request first, then the outcome set for the serial number,
 * then the truth. Answers the longest waiting time that goes with a THROTTLED, if one was given.
 */
export function outcomesOf(
  { world, service, scripted, call }: Context,
  { operation, serials }: { readonly operation: Operation; readonly serials: readonly string[] },
  { natural, each }: Steps,
): { readonly retryAfterSeconds: number | undefined } {
  let retryAfterSeconds: number | undefined
  for (const serial of serials) {
    const index = world.fleet.find(serial)
    const isHere = index !== undefined && world.fleet.isIn(index, service.list)
    const planned = service.outcomes.take(serial, operation)
    const word = scripted?.outcome ?? planned?.word ?? natural?.(index) ?? (isHere ? 'SUCCESS' : 'NOT_ACCESSIBLE')
    // THROTTLED came with protocol version 9; before, such a device is reported as failed.
    const told = word === 'THROTTLED' && call.version < 9 ? 'FAILED' : word
    const wait = scripted?.retryAfterSeconds ?? planned?.retryAfterSeconds
    if (told === 'THROTTLED' && wait !== undefined) retryAfterSeconds = Math.max(retryAfterSeconds ?? 0, wait)
    // Nothing can be done to a device of somebody else, whatever a script says.
    if (told !== 'MISSING') each(serial, told === 'SUCCESS' && !isHere ? 'NOT_ACCESSIBLE' : told, index)
  }
  return { retryAfterSeconds }
}
