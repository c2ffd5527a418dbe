import type { ByteTable } from './byte-table.ts'

/** More on the smaller side are not looked for: the search takes ten steps per sign of each. */
export const MOST_SEARCHED = 200_000

/** Longer ones are no serial numbers that somebody typed. */
const MAX_SIGNS = 20

const BASE = 0x01000193

export type NearKind = 'confused' | 'transposed' | 'one-off'

const RANK: Readonly<Record<NearKind, number>> = { confused: 1, transposed: 2, 'one-off': 3 }

/**
 * How two different serial numbers may be one, written wrongly: O for 0 and I for 1, two neighbours exchanged, one sign
 * wrong, missing or too many. Undefined where they are further apart.
 */
export function nearKind(a: Uint8Array, b: Uint8Array): NearKind | undefined {
  if (a.length === b.length) return sameLength(a, b)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1) return undefined
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  for (; at < short.length; at++) if (short[at] !== long[at + 1]) return undefined
  return 'one-off'
}

function sameLength(a: Uint8Array, b: Uint8Array): NearKind | undefined {
  const places: number[] = []
  let isConfused = true
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue
    places.push(at)
    if (canonical(a[at]!) !== canonical(b[at]!)) isConfused = false
  }
  if (places.length === 0) return undefined
  if (isConfused) return 'confused'
  const [first, second, ...more] = places
  if (second === undefined) return 'one-off'
  const isSwapped = second === first! + 1 && a[first!] === b[second] && a[second] === b[first!]
  return isSwapped && more.length === 0 ? 'transposed' : undefined
}

const CANONICAL = Uint8Array.from({ length: 256 }, (_, code) => code)
for (const [sign, stands] of ['O0', 'Q0', 'I1', 'L1']) CANONICAL[sign!.charCodeAt(0)] = stands!.charCodeAt(0)

function canonical(code: number): number {
  return CANONICAL[code]!
}

const SERIALS_PER_TURN = 5000

/**
 * Pairs of a serial number that only the one side has and one that only the other side has, which are near to each
 * other and to no third. By number, both ways. Undefined where there are too many to look for. Gives way now and then.
 */
export async function findNear(
  serials: ByteTable,
  { portalOnly, consoleOnly }: { readonly portalOnly: Uint32Array; readonly consoleOnly: Uint32Array },
  giveWay: (done: number) => Promise<void>,
): Promise<ReadonlyMap<number, number> | undefined> {
  const [few, many] = portalOnly.length < consoleOnly.length ? [portalOnly, consoleOnly] : [consoleOnly, portalOnly]
  const pairs = new Map<number, number>()
  if (few.length === 0) return pairs
  if (few.length > MOST_SEARCHED) return undefined
  const index = createIndex(serials, few)
  const best = new Map<number, Candidate>()
  for (let place = 0; place < many.length; place++) {
    if (place % SERIALS_PER_TURN === 0) await giveWay(place)
    const no = many[place]!
    const candidates = index.find(no)
    if (candidates === undefined) continue
    const signs = signsOf(serials, no)
    for (const candidate of candidates) {
      const kind = nearKind(signs, signsOf(serials, candidate))
      if (!kind) continue
      consider(best, no, { no: candidate, rank: RANK[kind] })
      consider(best, candidate, { no, rank: RANK[kind] })
    }
  }
  let done = 0
  for (const [no, found] of best) {
    if (done++ % SERIALS_PER_TURN === 0) await giveWay(many.length)
    if (found.no < 0 || best.get(found.no)?.no !== no || pairs.has(no)) continue
    if (found.rank > RANK.confused && !isAlone(serials, no, found.no)) continue
    pairs.set(no, found.no)
    pairs.set(found.no, no)
  }
  return pairs
}

type Candidate = { readonly no: number; readonly rank: number }

/** The nearest one is kept; two equally near ones cancel each other. */
function consider(best: Map<number, Candidate>, no: number, found: Candidate): void {
  const known = best.get(no)
  if (!known || found.rank < known.rank) best.set(no, found)
  else if (found.rank === known.rank && found.no !== known.no) best.set(no, { no: -1, rank: known.rank })
}

const ALPHABET = Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/**
 * Where serial numbers are counted through, every one has neighbours: neither one sign of difference nor two exchanged
 * ones say anything then.
 */
function isAlone(serials: ByteTable, no: number, other: number): boolean {
  for (const one of [no, other]) {
    const signs = Uint8Array.from(signsOf(serials, one))
    for (let at = 0; at < signs.length; at++) {
      const kept = signs[at]!
      for (const code of ALPHABET) {
        signs[at] = code
        const found = serials.find(signs, 0, signs.length)
        if (found >= 0 && found !== no && found !== other) return false
      }
      signs[at] = kept
    }
  }
  return true
}

/** Serial numbers by what is left of them without one sign, and with look-alikes made one. */
function createIndex(serials: ByteTable, nos: Uint32Array) {
  const keys = new Uint32Array(MAX_SIGNS + 2)
  let size = 0
  for (const no of nos) size += keysOf(serials, no, keys)
  // Four times as many places: most questions end at an empty one.
  const mask = 2 ** (Math.ceil(Math.log2(size + 1)) + 2) - 1
  const heads = new Uint32Array(mask + 1)
  const nexts = new Uint32Array(size + 1)
  const hashes = new Uint32Array(size + 1)
  const owners = new Uint32Array(size + 1)
  let entry = 0
  for (const no of nos) {
    const count = keysOf(serials, no, keys)
    for (let at = 0; at < count; at++) {
      const hash = keys[at]!
      hashes[++entry] = hash
      owners[entry] = no
      nexts[entry] = heads[hash & mask]!
      heads[hash & mask] = entry
    }
  }
  return {
    /** Undefined where nothing can be near. */
    find(no: number): ReadonlySet<number> | undefined {
      let found: Set<number> | undefined
      const count = keysOf(serials, no, keys)
      for (let at = 0; at < count; at++) {
        const hash = keys[at]!
        for (let next = heads[hash & mask]!; next > 0; next = nexts[next]!) {
          if (hashes[next] === hash) (found ??= new Set()).add(owners[next]!)
        }
      }
      return found
    },
  }
}

/** Powers of the base, and hashes of the signs before each place. */
const POWERS = Uint32Array.from({ length: MAX_SIGNS + 1 }, () => 1)
for (let at = 1; at <= MAX_SIGNS; at++) POWERS[at] = Math.imul(POWERS[at - 1]!, BASE)
const befores = new Uint32Array(MAX_SIGNS + 1)

/** Fills `keys` and returns how many there are: the whole, the canonical one, and without each sign. */
function keysOf(serials: ByteTable, no: number, keys: Uint32Array): number {
  const { bytes } = serials
  const start = serials.startOf(no)
  const length = serials.endOf(no) - start
  if (length === 0 || length > MAX_SIGNS) return 0
  let look = 0x5bd1e995
  for (let at = 0; at < length; at++) {
    const code = bytes[start + at]!
    befores[at + 1] = Math.imul(befores[at]!, BASE) + code
    look = Math.imul(look, BASE) + canonical(code)
  }
  keys[0] = mixed(befores[length]!)
  keys[1] = mixed(look)
  let count = 2
  let after = 0
  for (let skip = length - 1; skip >= 0; skip--) {
    const code = bytes[start + skip]!
    // Of equal neighbours it does not matter which one is left out.
    if (skip === 0 || code !== bytes[start + skip - 1]) {
      keys[count++] = mixed(Math.imul(befores[skip]!, POWERS[length - 1 - skip]!) + after)
    }
    after = (after + Math.imul(code, POWERS[length - 1 - skip]!)) | 0
  }
  return count
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0
}

function signsOf(serials: ByteTable, no: number): Uint8Array {
  return serials.bytes.subarray(serials.startOf(no), serials.endOf(no))
}
