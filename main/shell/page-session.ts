import { fail } from '../../shared/result.ts'
import { isBounded } from './message-limit.ts'
import type { ServePage } from './serve-page.ts'

/**
 * One window shows one document after another. Each gets its own port and its own service; what was open for the
 * document before is aborted, and nothing meant for it reaches the next one.
 */
export function createPageSession(post: (message: unknown) => void, serve: ServePage) {
  let current: { readonly deliver: (message: unknown) => void; readonly close: () => void } | undefined

  function open() {
    const listeners = new Set<(message: unknown) => void>()
    let isOpen = true
    const service = serve({
      post: (message) => {
        if (isOpen) post(message)
      },
      listen: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    })
    return {
      deliver: (message: unknown) => listeners.forEach((listener) => listener(message)),
      close: () => {
        isOpen = false
        service.close()
      },
    }
  }

  return {
    /** A message of the document now shown: its first one opens the service. */
    receive(message: unknown): void {
      if (!isBounded(message)) return post(refusal(message))
      current ??= open()
      current.deliver(message)
    },

    /** The document is gone: navigation, crash, closed window. */
    end(): void {
      current?.close()
      current = undefined
    },
  }
}

/** Whoever asked by mistake is not left waiting. Without a number nobody waits: no call has the number -1. */
function refusal(message: unknown): unknown {
  const id: unknown = message !== null && typeof message === 'object' && 'id' in message ? message.id : undefined
  const error = { code: 'bad-input', message: 'the message is too large', ref: '' }
  return { type: 'done', id: Number.isSafeInteger(id) ? id : -1, result: fail(error) }
}
