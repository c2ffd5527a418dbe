import type { CallOptions, Client, Contract } from './define.ts'
import type { Outgoing, Port } from './wire.ts'
import { fail, type Result } from '../result.ts'

type Pending = {
  readonly settle: (result: Result<unknown, unknown>) => void
  readonly onProgress: (p: unknown) => void
}

/** Builds the calling side of a contract over any port. `close()` answers every open call with `cancelled`. */
export function createClient<C extends Contract>(
  contract: C,
  port: Port,
): { readonly api: Client<C>; readonly close: () => void } {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  let nextId = 0
  let isClosed = false

  const stopListening = port.listen((raw) => {
    const message = raw as Outgoing
    if (message.type === 'push') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload)
      return
    }
    const waiting = pending.get(message.id)
    if (message.type === 'progress') waiting?.onProgress(message.progress)
    else {
      pending.delete(message.id)
      waiting?.settle(message.result)
    }
  })

  function makeCall(name: string) {
    return (input: unknown, { signal, onProgress }: CallOptions<unknown> = {}) =>
      new Promise<Result<unknown, unknown>>((resolve) => {
        if (isClosed || signal?.aborted) return resolve(cancelled())
        const id = nextId++
        const cancel = () => port.post({ type: 'cancel', id })
        const settle = (result: Result<unknown, unknown>) => {
          signal?.removeEventListener('abort', cancel)
          resolve(result)
        }
        pending.set(id, { settle, onProgress: onProgress ?? (() => {}) })
        signal?.addEventListener('abort', cancel)
        port.post({ type: 'call', id, name, input })
      })
  }

  function makeListen(name: string) {
    return (listener: (payload: unknown) => void) => {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    }
  }

  const api: Record<string, Record<string, unknown>> = {}
  for (const [noun, members] of Object.entries(contract)) {
    const verbs: Record<string, unknown> = {}
    for (const [verb, member] of Object.entries(members)) {
      const name = `${noun}.${verb}`
      verbs[verb] = member.kind === 'call' ? makeCall(name) : makeListen(name)
    }
    api[noun] = verbs
  }
  // The loop above builds exactly the mapped type, which TypeScript cannot follow through Object.entries.
  return {
    api: api as Client<C>,
    close: () => {
      isClosed = true
      stopListening()
      for (const { settle } of pending.values()) settle(cancelled())
      pending.clear()
    },
  }
}

function cancelled(): Result<never, unknown> {
  return fail({ code: 'cancelled', message: 'cancelled', ref: '' })
}
