import { serve } from '../../../main/ipc/server.ts'
import { connectApi, pageContract } from '../../../renderer/lib/api.ts'
import type { Desk } from '../../../renderer/lib/desk.ts'
import { createFeedback } from '../../../renderer/lib/feedback.ts'
import type { Handlers, PushPayload } from '../../../shared/contract/define.ts'
import type { Port } from '../../../shared/contract/wire.ts'

type PageContract = typeof pageContract
type PageHandlers = Handlers<PageContract>
/** The calls a test expects; any other is answered with `internal`, as a broken core would. */
export type SomeHandlers = { readonly [N in keyof PageHandlers]?: Partial<PageHandlers[N]> }

export type FakeDesk = Desk & {
  readonly push: <N extends keyof PageContract & string, K extends keyof PageContract[N] & string>(
    noun: N,
    verb: K,
    payload: PushPayload<PageContract[N][K]>,
  ) => void
}

/** A desk whose calls go through the real server and client, so that inputs are checked as in the product. */
export function createFakeDesk(handlers: SomeHandlers = {}): FakeDesk {
  const [core, page] = createPortPair()
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const complete = Object.fromEntries(Object.keys(pageContract).map((noun) => [noun, {}]))
  // A call without a handler throws inside `serve`, which is what an unexpected call in a test should do.
  const served = serve(pageContract, { ...complete, ...handlers } as PageHandlers, core, { log, ref: () => 'ref' })
  return { api: connectApi(page), feedback: createFeedback(), push: served.push }
}

/** Two ends of one channel; messages arrive in a later turn, in order, as over a real port. */
function createPortPair(): readonly [Port, Port] {
  const listeners = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const
  const end = (own: 0 | 1): Port => ({
    post: (message) => queueMicrotask(() => listeners[own === 0 ? 1 : 0].forEach((listener) => listener(message))),
    listen: (listener) => {
      listeners[own].add(listener)
      return () => listeners[own].delete(listener)
    },
  })
  return [end(0), end(1)]
}

/** Until every message that is under way has arrived. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

/** A promise that is settled from outside: an answer that comes when the test says so. */
export function later<T>() {
  return Promise.withResolvers<T>()
}
