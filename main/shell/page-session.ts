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
