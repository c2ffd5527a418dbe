/** Texts in one run of bytes, entry by entry; entry n goes from `starts[n]` up to `starts[n + 1]`. */
export type TextRun = { readonly bytes: Uint8Array; readonly starts: Uint32Array; readonly count: number }

/** Both included. */
type Part = { readonly first: number; readonly end: number }

/** A byte is known by its place among the bytes that occur; beyond so many, places are shared and hits are checked. */
const CLASS_BITS = 6
const CLASSES = 1 << CLASS_BITS
const CODES = 1 << (3 * CLASS_BITS)

/** Texts looked at before whoever waits gets its turn: some ten milliseconds. */
const PART_TEXTS = 50_000

/** Codes that every tenth text has are kept as a bit per text, others as a list: never more than some 80 of them. */
const FREQUENT_SHARE = 10

/**
 * Which texts hold which three bytes in a row. A needle's rarest three name the few texts to look at; where all of them
 * are frequent, the texts that have every one. A million texts of ten letters take some 16 MB.
 */
export class TrigramIndex {
  readonly #run: TextRun
  /** By byte: its class, or `CLASSES` where it does not occur. */
  readonly #classes: Uint8Array
  /** By code: how many texts have it. */
  readonly #counts = new Uint32Array(CODES)
  /** By code: where its list begins: distances to the text before, seven bits at a time, the lowest first. */
  readonly #offsets = new Uint32Array(CODES)
  #lists = new Uint8Array(0)
  readonly #bits = new Map<number, Uint32Array>()
  readonly #isExact: boolean

  private constructor(run: TextRun) {
    this.#run = run
    const { classes, isExact } = classify(run)
    this.#classes = classes
    this.#isExact = isExact
  }

  /** Made part by part, over texts that do not change meanwhile. */
  static *make(run: TextRun): Generator<undefined, TrigramIndex> {
    const index = new TrigramIndex(run)
    yield* index.#measure()
    yield* index.#fill()
    return index
  }

  /** Texts from this one on came later. */
  get count(): number {
    return this.#run.count
  }

  /** The texts that hold the needle, ascending. It has at least three bytes. */
  find(needle: Uint8Array): Uint32Array {
    const codes = this.#codesOf(needle)
    const rarest = codes?.toSorted((a, b) => this.#counts[a]! - this.#counts[b]!)[0]
    if (codes === undefined || rarest === undefined || this.#counts[rarest] === 0) return new Uint32Array(0)
    const isFrequent = this.#bits.has(rarest)
    const candidates = isFrequent ? commonBits(codes.map((code) => this.#bits.get(code)!)) : this.#readList(rarest)
    return this.#isExact && needle.length === 3 ? candidates : keepHolding(this.#run, needle, candidates)
  }

  /** Undefined when one of the bytes occurs nowhere. */
  #codesOf(needle: Uint8Array): readonly number[] | undefined {
    const classes = Array.from(needle, (byte) => this.#classes[byte]!)
    if (classes.includes(CLASSES)) return undefined
    const codes = classes
      .slice(2)
      .map((last, at) => (((classes[at]! << CLASS_BITS) | classes[at + 1]!) << CLASS_BITS) | last)
    return [...new Set(codes)]
  }

  /** Counts, decides what is frequent and lays out the lists. */
  *#measure(): Generator<undefined, void> {
    const sizes = new Uint32Array(CODES)
    /** By code: one more than the last text that had it. */
    const lasts = new Uint32Array(CODES)
    for (const part of this.#parts()) {
      this.#measurePart(part, { sizes, lasts })
      yield
    }
    this.#lists = new Uint8Array(this.#layOut(sizes))
  }

  #measurePart({ first, end: last }: Part, { sizes, lasts }: { sizes: Uint32Array; lasts: Uint32Array }): void {
    const { bytes, starts } = this.#run
    const [classes, counts] = [this.#classes, this.#counts]
    for (let entry = first; entry <= last; entry++) {
      const end = starts[entry]!
      let at = starts[entry - 1]!
      if (end - at < 3) continue
      let code = (classes[bytes[at++]!]! << CLASS_BITS) | classes[bytes[at++]!]!
      for (; at < end; at++) {
        code = ((code << CLASS_BITS) | classes[bytes[at]!]!) & (CODES - 1)
        const distance = entry - lasts[code]!
        if (distance === 0) continue
        lasts[code] = entry
        counts[code]!++
        sizes[code]! += distance < 1 << 7 ? 1 : distance < 1 << 14 ? 2 : distance < 1 << 21 ? 3 : 5
      }
    }
  }

  #layOut(sizes: Uint32Array): number {
    let length = 0
    for (let code = 0; code < CODES; code++) {
      if (this.#counts[code]! * FREQUENT_SHARE > this.#run.count) {
        this.#bits.set(code, new Uint32Array(Math.ceil(this.#run.count / 32)))
      } else {
        this.#offsets[code] = length
        length += sizes[code]!
      }
    }
    return length
  }

  *#fill(): Generator<undefined, void> {
    const nexts = this.#offsets.slice()
    const lasts = new Uint32Array(CODES)
    const frequent = new Uint8Array(CODES)
    for (const code of this.#bits.keys()) frequent[code] = 1
    for (const part of this.#parts()) {
      this.#fillPart(part, { nexts, lasts, frequent })
      yield
    }
  }

  #fillPart(
    { first, end: last }: Part,
    { nexts, lasts, frequent }: { nexts: Uint32Array; lasts: Uint32Array; frequent: Uint8Array },
  ): void {
    const { bytes, starts } = this.#run
    const [classes, lists] = [this.#classes, this.#lists]
    for (let entry = first; entry <= last; entry++) {
      const end = starts[entry]!
      let at = starts[entry - 1]!
      if (end - at < 3) continue
      let code = (classes[bytes[at++]!]! << CLASS_BITS) | classes[bytes[at++]!]!
      for (; at < end; at++) {
        code = ((code << CLASS_BITS) | classes[bytes[at]!]!) & (CODES - 1)
        let distance = entry - lasts[code]!
        if (distance === 0) continue
        lasts[code] = entry
        if (frequent[code]) {
          this.#bits.get(code)![(entry - 1) >>> 5]! |= 1 << ((entry - 1) & 31)
          continue
        }
        let next = nexts[code]!
        for (; distance >= 128; distance >>>= 7) lists[next++] = (distance & 127) | 128
        lists[next++] = distance
        nexts[code] = next
      }
    }
  }

  /** Texts are counted from one, so that zero is before all of them. */
  *#parts(): Generator<Part> {
    const { count } = this.#run
    for (let first = 1; first <= count; first += PART_TEXTS) {
      yield { first, end: Math.min(count, first + PART_TEXTS - 1) }
    }
  }

  #readList(code: number): Uint32Array {
    const lists = this.#lists
    const found = new Uint32Array(this.#counts[code]!)
    let at = this.#offsets[code]!
    let entry = -1
    for (let place = 0; place < found.length; place++) {
      let byte = lists[at++]!
      let distance = byte & 127
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = lists[at++]!
        distance |= (byte & 127) << shift
      }
      entry += distance
      found[place] = entry
    }
    return found
  }
}

function classify({ bytes, starts, count }: TextRun): { readonly classes: Uint8Array; readonly isExact: boolean } {
  const occurs = new Uint8Array(256)
  const end = starts[count]!
  for (let at = 0; at < end; at++) occurs[bytes[at]!] = 1
  const classes = new Uint8Array(256).fill(CLASSES)
  let found = 0
  for (let byte = 0; byte < 256; byte++) if (occurs[byte]) classes[byte] = found++ % CLASSES
  return { classes, isExact: found <= CLASSES }
}

/** Texts that have every bit. */
function commonBits(sets: readonly Uint32Array[]): Uint32Array {
  const common = sets[0]!.slice()
  for (const set of sets.slice(1)) for (let word = 0; word < common.length; word++) common[word]! &= set[word]!
  return readBits(common)
}

/** The places of the bits that are set, ascending. */
export function readBits(bits: Uint32Array): Uint32Array {
  let total = 0
  for (let word = 0; word < bits.length; word++) total += countBits(bits[word]!)
  const places = new Uint32Array(total)
  let at = 0
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) places[at++] = word * 32 + 31 - Math.clz32(rest & -rest)
  }
  return places
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Texts that look alike hold the needle in the same place: it is looked for there first. */
function keepHolding({ bytes, starts }: TextRun, needle: Uint8Array, candidates: Uint32Array): Uint32Array {
  const { length } = needle
  let usual = 0
  let kept = 0
  for (let index = 0; index < candidates.length; index++) {
    const entry = candidates[index]!
    const start = starts[entry]!
    const last = starts[entry + 1]! - length
    let place = start + usual
    if (place > last || !isAt(bytes, place, needle)) {
      for (place = start; place <= last; place++) if (isAt(bytes, place, needle)) break
      if (place > last) continue
      usual = place - start
    }
    candidates[kept++] = entry
  }
  return candidates.subarray(0, kept)
}

function isAt(bytes: Uint8Array, place: number, needle: Uint8Array): boolean {
  for (let at = 0; at < needle.length; at++) if (bytes[place + at] !== needle[at]) return false
  return true
}
