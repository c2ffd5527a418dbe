/**
 * A bounded reader for BER (X.690): definite and indefinite lengths, single-byte tags. Apple's token files are BER
 * with indefinite lengths and chunked octet strings, which readers of plain DER refuse. Every node is visited once
 * and bytes are shared, never copied; depth and number of nodes are bounded, so hostile files end early.
 */
export type BerNode = {
  /** Identifier octet without the constructed bit: 0x10 SEQUENCE, 0x04 OCTET STRING, 0x80 context [0] … */
  readonly tag: number
  readonly constructed: boolean
  /** Identifier, length and contents as they stand in the file. */
  readonly raw: Uint8Array
  /** Contents without end-of-contents octets. */
  readonly content: Uint8Array
  readonly children: readonly BerNode[]
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  sequence: 0x10,
  set: 0x11,
  context0: 0x80,
  context1: 0x81,
  context2: 0x82,
} as const

const CONSTRUCTED = 0x20
const MAX_DEPTH = 32
/** Chunks of a megabyte at 1,000 bytes each fit more than ten times over. */
const MAX_NODES = 20_000

/** Bytes that are no BER within the bounds; callers say what that means for the file. */
export class BerError extends Error {
  override readonly name = 'BerError'
}

/** Reads the first value; bytes after it are left alone, as mail programs append some. Throws `BerError`. */
export function readBer(bytes: Uint8Array): BerNode {
  let nodes = 0

  function readNode(start: number, end: number, depth: number): BerNode {
    if (++nodes > MAX_NODES) throw new BerError('too many values')
    if (depth > MAX_DEPTH) throw new BerError('nested too deeply')
    const identifier = byteAt(start, end)
    if ((identifier & 0x1f) === 0x1f) throw new BerError('long tags do not occur in token files')
    const { length, contentStart } = readLength(start + 1, end)
    const constructed = (identifier & CONSTRUCTED) !== 0
    if (length === undefined && !constructed) throw new BerError('indefinite length of a primitive value')
    if (length !== undefined && length > end - contentStart) throw new BerError('length beyond the end')
    const limit = length === undefined ? end : contentStart + length
    const { children, next } = constructed
      ? readChildren(contentStart, limit, { untilMarker: length === undefined, depth })
      : { children: [], next: limit }
    const after = length === undefined ? next + 2 : next
    return {
      tag: identifier & ~CONSTRUCTED,
      constructed,
      raw: bytes.subarray(start, after),
      content: bytes.subarray(contentStart, next),
      children,
    }
  }

  /** `next` is where the contents end: at the end-of-contents octets where the length is indefinite. */
  function readChildren(start: number, end: number, how: { readonly untilMarker: boolean; readonly depth: number }) {
    const children: BerNode[] = []
    let next = start
    for (;;) {
      if (how.untilMarker && byteAt(next, end) === 0 && byteAt(next + 1, end) === 0) return { children, next }
      if (!how.untilMarker && next === end) return { children, next }
      const child = readNode(next, end, how.depth + 1)
      children.push(child)
      next += child.raw.length
    }
  }

  function readLength(at: number, end: number): { length: number | undefined; contentStart: number } {
    const first = byteAt(at, end)
    if (first < 0x80) return { length: first, contentStart: at + 1 }
    if (first === 0x80) return { length: undefined, contentStart: at + 1 }
    const count = first & 0x7f
    let length = 0
    for (let index = 1; index <= count; index++) {
      length = length * 256 + byteAt(at + index, end)
      if (length > bytes.length) throw new BerError('length beyond the end')
    }
    return { length, contentStart: at + 1 + count }
  }

  function byteAt(at: number, end: number): number {
    const value = at < end ? bytes[at] : undefined
    if (value === undefined) throw new BerError('ends too early')
    return value
  }

  return readNode(0, bytes.length, 0)
}

/** The bytes of a string that may have come in chunks: a constructed value is the sum of its parts. */
export function joinedContent(node: BerNode): Uint8Array {
  if (!node.constructed) return node.content
  const chunks: Uint8Array[] = []
  const collect = (part: BerNode) => (part.constructed ? part.children.forEach(collect) : chunks.push(part.content))
  collect(node)
  return Buffer.concat(chunks)
}

/** Dotted notation, or an empty text for a node that is no object identifier. */
export function objectIdText(node: BerNode | undefined): string {
  if (node?.tag !== TAG.objectId || node.content.length === 0 || node.content.length > 64) return ''
  const arcs: number[] = []
  let arc = 0
  for (const byte of node.content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const first = Math.min(2, Math.floor((arcs[0] ?? 0) / 40))
  return [first, (arcs[0] ?? 0) - first * 40, ...arcs.slice(1)].join('.')
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
