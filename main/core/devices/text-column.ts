import { fold } from './fold.ts'
import { rankTextsOf } from './sort.ts'
import { TrigramIndex } from './trigram-index.ts'

/** Texts as places in one run of bytes. */
export type LocatedTexts = {
  readonly bytes: Uint8Array
  readonly ids: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Every id is below this. */
  readonly size: number
}

/** So many hits tell how dense they lie. */
const SAMPLE_HITS = 1000

/** Where hits lie closer, a call of `indexOf` per hit costs more than looking at the bytes here. */
const DENSE_BYTES_PER_HIT = 400

/** Below so many texts looking through all of them is fast enough. */
const INDEXED_TEXTS = 20_000

/** Texts that came after the index was made are looked through; beyond this share of all it is made anew. */
const MOST_LATER = 1 / 8

/**
 * One text per device, folded, all in one run of bytes: a million serial numbers are searched in a few milliseconds.
 * Texts are appended; one that was replaced stays as an entry that no device refers to.
 */
export class TextColumn {
  #bytes = Buffer.alloc(1 << 16)
  /** Where each entry begins; one more than there are entries. */
  #starts = new Uint32Array(1 << 10)
  #owners = new Uint32Array(1 << 10)
  #count = 0
  /** By device id: its entry plus one, or 0 where it has no text. */
  #entryOf = new Uint32Array(1 << 10)
  #replaced = 0
  #index: TrigramIndex | undefined
  #making: Iterator<undefined, TrigramIndex> | undefined
  #searches = 0
  /** Counts the times a text came, changed or went. */
  #changes = 0
  #ranks: { readonly changes: number; readonly values: Float64Array } | undefined
  #ranking: { readonly changes: number; readonly steps: Iterator<undefined, Float64Array> } | undefined

  /** True when so much was replaced that loading everything again is better. */
  get isWasteful(): boolean {
    return this.#replaced > 10_000 && this.#replaced > this.#count / 2
  }

  /** Returns whether that is another text than before, as far as searching and ordering go. */
  set(id: number, text: string | null): boolean {
    this.#reserveIds(id + 1)
    const before = this.textOf(id)
    const after = text === null ? undefined : Buffer.from(fold(text))
    if (before === after || (before && after?.equals(before))) return false
    this.#changes++
    if (before) this.#replaced++
    if (after) this.#append(id, after)
    else this.#entryOf[id] = 0
    return true
  }

  /** As `set` for each of many devices that have no text so far; `idAt` gives the id by place and ascends. */
  fill(texts: readonly (string | null)[], idAt: (index: number) => number): void {
    if (texts.length === 0) return
    const joined = texts.join('')
    const isAscii = Buffer.byteLength(joined) === joined.length
    if (!isAscii) return texts.forEach((text, index) => void this.set(idAt(index), text))
    this.#reserveIds(idAt(texts.length - 1) + 1)
    this.#changes++
    this.#reserve(texts.length, joined.length)
    this.#bytes.write(fold(joined), this.#starts[this.#count]!, 'latin1')
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index]!
      if (text !== null) this.#addEntry(idAt(index), text.length)
    }
  }

  /** The folded text; undefined where there is none. */
  textOf(id: number): Buffer | undefined {
    const entry = this.#entryOf[id]
    return entry ? this.#bytes.subarray(this.#starts[entry - 1], this.#starts[entry]) : undefined
  }

  /** Where the texts lie, in the order of the ids of their devices. Knows every id that was ever set or filled. */
  locate(): LocatedTexts {
    const size = this.#entryOf.length
    const [ids, starts, ends] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
    let found = 0
    for (let id = 0; id < size; id++) {
      const entry = this.#entryOf[id]!
      if (entry === 0) continue
      ids[found] = id
      starts[found] = this.#starts[entry - 1]!
      ends[found++] = this.#starts[entry]!
    }
    return {
      bytes: this.#bytes,
      ids: ids.subarray(0, found),
      starts: starts.subarray(0, found),
      ends: ends.subarray(0, found),
      size,
    }
  }

  /** Makes searching fast, some ten milliseconds of it; true when all is done. A second search does it too. */
  prepareSearchPart(): boolean {
    const later = this.#count - (this.#index?.count ?? 0)
    const isNeeded = this.#count >= INDEXED_TEXTS && later > this.#count * MOST_LATER
    if (!this.#making && !isNeeded) return true
    this.#making ??= TrigramIndex.make({ bytes: this.#bytes, starts: this.#starts, count: this.#count })
    const step = this.#making.next()
    if (!step.done) return false
    this.#index = step.value
    this.#making = undefined
    return true
  }

  /** Each device's place among the distinct texts, by device id; undefined where it has not been prepared or is out of date. */
  get ranks(): Float64Array | undefined {
    return this.#ranks?.changes === this.#changes ? this.#ranks.values : undefined
  }

  /** Makes ordering fast, some ten milliseconds of it; true when all is done. */
  prepareOrderPart(): boolean {
    if (this.#count < INDEXED_TEXTS || this.ranks) return true
    const changes = this.#changes
    if (this.#ranking?.changes !== changes) this.#ranking = { changes, steps: rankTextsOf(this.locate()) }
    const step = this.#ranking.steps.next()
    if (!step.done) return false
    this.#ranks = { changes, values: step.value }
    this.#ranking = undefined
    return true
  }

  /** Sets `marks[id]` to 1 for every device whose text holds the folded needle. */
  mark(folded: string, marks: Uint8Array): void {
    const needle = Buffer.from(folded)
    if (needle.length === 0) return this.#markAll(marks)
    if (needle.length < 3) return this.#markFrom(0, needle, marks)
    // A process that searches twice will search again.
    if (++this.#searches > 1) while (!this.prepareSearchPart());
    const [owners, entryOf] = [this.#owners, this.#entryOf]
    const found = this.#index?.find(needle) ?? []
    for (let at = 0; at < found.length; at++) {
      const entry = found[at]!
      const owner = owners[entry]!
      if (entryOf[owner] === entry + 1) marks[owner] = 1
    }
    this.#markFrom(this.#index?.count ?? 0, needle, marks)
  }

  /** Looks through the entries from this one on. */
  #markFrom(firstEntry: number, needle: Buffer, marks: Uint8Array): void {
    const used = this.#starts[this.#count]!
    const bytes = this.#bytes.subarray(0, used)
    let entry = firstEntry
    let position = this.#starts[firstEntry]!
    const from = position
    for (let hits = 1; ; hits++) {
      position = bytes.indexOf(needle, position)
      if (position < 0) return
      entry = this.#entryAt(position, entry)
      position = this.#markHit(entry, { position, length: needle.length }, marks)
      if (hits % SAMPLE_HITS === 0 && position - from < hits * DENSE_BYTES_PER_HIT) {
        return this.#markDense(needle, { position, entry }, marks)
      }
    }
  }

  #markAll(marks: Uint8Array): void {
    for (let id = 0; id < Math.min(this.#entryOf.length, marks.length); id++) if (this.#entryOf[id]) marks[id] = 1
  }

  /** A hit counts when it lies inside the entry and the entry is its device's current one. Returns where to go on. */
  #markHit(entry: number, hit: { position: number; length: number }, marks: Uint8Array): number {
    const end = this.#starts[entry + 1]!
    if (hit.position + hit.length > end) return hit.position + 1
    const owner = this.#owners[entry]!
    if (this.#entryOf[owner] === entry + 1) marks[owner] = 1
    return end
  }

  /** Horspool's search, entry by entry: it looks at every byte at most once or so, and skips to the end after a hit. */
  #markDense(needle: Buffer, from: { position: number; entry: number }, marks: Uint8Array): void {
    const [bytes, starts, owners, entryOf, count] = [
      this.#bytes,
      this.#starts,
      this.#owners,
      this.#entryOf,
      this.#count,
    ]
    const last = needle.length - 1
    const final = needle[last]!
    const skips = new Uint32Array(256).fill(needle.length)
    for (let at = 0; at < last; at++) skips[needle[at]!] = last - at
    for (let entry = this.#entryAt(Math.min(from.position, starts[count]! - 1), from.entry); entry < count; entry++) {
      const end = starts[entry + 1]!
      let at = starts[entry]! + last
      while (at < end) {
        const byte = bytes[at]!
        if (byte === final) {
          let back = 1
          while (back <= last && bytes[at - back] === needle[last - back]) back++
          if (back > last) {
            const owner = owners[entry]!
            if (entryOf[owner] === entry + 1) marks[owner] = 1
            break
          }
        }
        at += skips[byte]!
      }
    }
  }

  /** The entry that holds a byte; it is not before `from`, and as a rule near it. */
  #entryAt(position: number, from: number): number {
    const starts = this.#starts
    let [first, last] = [from, this.#count - 1]
    for (let step = 1; first + step < last; step *= 2) {
      if (starts[first + step]! > position) {
        last = first + step - 1
        break
      }
      first += step
    }
    while (first < last) {
      const middle = (first + last + 1) >>> 1
      if (starts[middle]! <= position) first = middle
      else last = middle - 1
    }
    return first
  }

  #append(id: number, text: Buffer): void {
    this.#reserve(1, text.length)
    this.#bytes.set(text, this.#starts[this.#count])
    this.#addEntry(id, text.length)
  }

  #addEntry(id: number, length: number): void {
    const entry = this.#count++
    this.#starts[entry + 1] = this.#starts[entry]! + length
    this.#owners[entry] = id
    this.#entryOf[id] = entry + 1
  }

  #reserve(entries: number, bytes: number): void {
    const length = this.#starts[this.#count]! + bytes
    if (length > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], roomFor(length))
    if (this.#count + entries + 1 > this.#starts.length) {
      this.#starts = grown(this.#starts, this.#count + entries + 1)
      this.#owners = grown(this.#owners, this.#count + entries + 1)
    }
  }

  #reserveIds(count: number): void {
    if (count > this.#entryOf.length) this.#entryOf = grown(this.#entryOf, count)
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(roomFor(length))
  larger.set(array)
  return larger
}

/** A quarter more than needed now, so that growing stays rare. */
function roomFor(length: number): number {
  return Math.ceil(length * 1.25)
}
