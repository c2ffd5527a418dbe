/** Kept short of half full, so that a search meets few strangers. */
const FIRST_SLOTS = 1024

/**
 * Texts as bytes, each once, numbered from 0 in the order they came: a serial number costs its bytes and sixteen more,
 * where a string in a `Map` costs a hundred. Numbers and texts never change.
 */
export class ByteTable {
  #bytes = new Uint8Array(16 * 1024)
  #used = 0
  /** By number: where its bytes end; they begin where those of the one before end. */
  #ends = new Uint32Array(FIRST_SLOTS)
  /** By hash, in pairs: a number plus one, 0 where it is free, and the hash beside it. One look at the memory serves both. */
  #slots = new Uint32Array(FIRST_SLOTS * 4)
  #count = 0

  get count(): number {
    return this.#count
  }

  /** The number of these bytes, which are added when they are new. */
  add(from: Uint8Array, start: number, end: number): number {
    return this.addHashed(hashOf(from, start, end), from, start, end)
  }

  /** `add` where the hash is known already. */
  addHashed(hash: number, from: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(hash, from, start, end)
    const found = this.#slots[slot]!
    return found > 0 ? found - 1 : this.#insert(slot, hash, from, start, end)
  }

  /** The number of these bytes, or -1. */
  find(from: Uint8Array, start: number, end: number): number {
    return this.#slots[this.#slotOf(hashOf(from, start, end), from, start, end)]! - 1
  }

  /** Looks where these hashes lead, so that the memory there is near when they are added: one after the other waits for each. */
  touch(hashes: Uint32Array): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let sum = 0
    for (let at = 0; at < hashes.length; at++) sum = (sum + slots[(hashes[at]! << 1) & mask]!) | 0
    return sum
  }

  /** Room for so many texts of so many bytes in all. */
  reserve(count: number, bytes: number): void {
    if (bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, bytes)
    if (count > this.#ends.length) this.#ends = grown(this.#ends, count)
    if (count * 4 > this.#slots.length) this.#rehash(2 ** Math.ceil(Math.log2(count * 4)))
  }

  addText(text: string): number {
    const bytes = Buffer.from(text)
    return this.add(bytes, 0, bytes.length)
  }

  findText(text: string): number {
    const bytes = Buffer.from(text)
    return this.find(bytes, 0, bytes.length)
  }

  startOf(no: number): number {
    return no === 0 ? 0 : this.#ends[no - 1]!
  }

  endOf(no: number): number {
    return this.#ends[no]!
  }

  /** Where `startOf` and `endOf` point into. To be asked for anew after something was added. */
  get bytes(): Uint8Array {
    return this.#bytes
  }

  text(no: number): string {
    return Buffer.from(this.#bytes.buffer, this.startOf(no), this.endOf(no) - this.startOf(no)).toString()
  }

  #slotOf(hash: number, from: Uint8Array, start: number, end: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const found = slots[slot]!
      if (found === 0) return slot
      if (slots[slot + 1] === hash && this.equals(found - 1, from, start, end)) return slot
    }
  }

  /** Whether the text of this number is these bytes. */
  equals(no: number, from: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes
    let at = this.startOf(no)
    if (this.#ends[no]! - at !== end - start) return false
    for (let place = start; place < end; place++) if (bytes[at++] !== from[place]) return false
    return true
  }

  #insert(slot: number, hash: number, from: Uint8Array, start: number, end: number): number {
    const no = this.#count++
    if (this.#used + end - start > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, Math.max(this.#used + end - start, this.#bytes.length * 2))
    }
    if (no === this.#ends.length) this.#ends = grown(this.#ends, no * 2)
    for (let place = start; place < end; place++) this.#bytes[this.#used++] = from[place]!
    this.#ends[no] = this.#used
    this.#slots[slot] = no + 1
    this.#slots[slot + 1] = hash
    if (this.#count * 4 > this.#slots.length) this.#rehash(this.#slots.length * 2)
    return no
  }

  #rehash(length: number): void {
    const old = this.#slots
    const slots = new Uint32Array(length)
    const mask = slots.length - 1
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue
      let slot = (old[from + 1]! << 1) & mask
      while (slots[slot] !== 0) slot = (slot + 2) & mask
      slots[slot] = old[from]!
      slots[slot + 1] = old[from + 1]!
    }
    this.#slots = slots
  }
}

type Typed = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** The same numbers in an array of more room. */
export function grown<T extends Typed>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length) // of the same kind
  larger.set(array)
  return larger
}

/** FNV-1a, mixed once more: neighbouring serial numbers must not fall into neighbouring slots. */
export function hashOf(from: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let place = start; place < end; place++) hash = Math.imul(hash ^ from[place]!, 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x85ebca6b) >>> 0
}
