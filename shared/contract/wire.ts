import { z } from 'zod'
import type { CallError } from './define.ts'
import type { Result } from '../result.ts'

/** A two-way channel of structured-clone values: an Electron port, a worker, a MessageChannel, a browser binding. */
export type Port = {
  readonly post: (message: unknown) => void
  /** Returns the function that stops listening. */
  readonly listen: (listener: (message: unknown) => void) => () => void
}

const id = z.number().int().nonnegative()

/** What may arrive from the calling side: anything else is dropped and logged. */
export const incoming = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id }),
])

export type Incoming = z.infer<typeof incoming>

export type Outgoing =
  | { readonly type: 'done'; readonly id: number; readonly result: Result<unknown, CallError> }
  | { readonly type: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly type: 'push'; readonly name: string; readonly payload: unknown }
