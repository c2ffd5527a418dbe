/** What one message of the page may hold: a tree file of 8 MiB, and room to spare. */
const MAX_SIZE = 24 * 1024 * 1024
const MAX_PARTS = 500_000
const MAX_DEPTH = 32

/** The text of a message, where a shell carries text: bytes grow by a third on their way. */
export const MAX_MESSAGE_TEXT = 2 * MAX_SIZE

/**
 * True for a message that is small enough to be looked at by the contract: texts and bytes, number of parts and depth are
 * bounded, and only plain values occur. It walks over the message once and stops at the first bound.
 */
export function isBounded(message: unknown): boolean {
  let size = 0
  let parts = 0

  function accepts(value: unknown, depth: number): boolean {
    if (++parts > MAX_PARTS || depth > MAX_DEPTH) return false
    if (typeof value === 'string') return (size += value.length) <= MAX_SIZE
    if (value instanceof Uint8Array) return (size += value.byteLength) <= MAX_SIZE
    // A list may be long without holding anything: walking it takes time all the same.
    if (Array.isArray(value)) return value.length <= MAX_PARTS && value.every((item) => accepts(item, depth + 1))
    if (value !== null && typeof value === 'object') {
      if (!isPlain(value)) return false
      return Object.entries(value).every(
        ([name, member]) => (size += name.length) <= MAX_SIZE && accepts(member, depth + 1),
      )
    }
    return typeof value !== 'bigint'
  }

  return accepts(message, 0)
}

/** No map, set, date, error or buffer of another kind: no call takes one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
