/** Counts how many members of the objects and arrays it watches are read: work that no clock has to measure. */
export function readCounter() {
  let reads = 0
  const watched = new WeakMap<object, object>()

  function watch<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value
    const known = watched.get(value) ?? new Proxy(value, { get: read })
    watched.set(value, known)
    return known as T // a proxy of the very object
  }

  function read(target: object, key: string | symbol): unknown {
    reads++
    return watch(Reflect.get(target, key))
  }

  return { watch, reads: () => reads }
}
