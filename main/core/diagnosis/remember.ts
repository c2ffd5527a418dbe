/** Reads once and gives the same again. */
export function remembered<T>(read: () => T): () => T {
  let value: { readonly of: T } | undefined
  return () => (value ??= { of: read() }).of
}

/** The same for each of several keys. */
export function rememberedBy<K, T>(read: (key: K) => T): (key: K) => T {
  const values = new Map<K, T>()
  return (key) => {
    if (!values.has(key)) values.set(key, read(key))
    return values.get(key) as T // set just now
  }
}

/**
 * Work that several wait for. Who goes away first ends his own waiting and not the work, which the others still need: that
 * ends with `close`.
 */
export function createSharedWork() {
  const closing = new AbortController()
  const begun = new Map<string, Promise<unknown>>()
  return {
    once<T>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const known = begun.get(key) as Promise<T> | undefined // a key has one kind of value
      const promise = known ?? work(closing.signal)
      begun.set(key, promise)
      return unlessAborted(promise, signal)
    },
    close(reason: Error): void {
      closing.abort(reason)
    },
  }
}

/** Rejects with the signal's reason as soon as it aborts; what the work comes to then interests others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error) // every signal here is aborted with an error
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
