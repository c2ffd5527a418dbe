import { grown } from './byte-table.ts'

/** Whole numbers below 2³² by place, 0 where nothing was put: an array that grows. */
export class Numbers {
  #values = new Uint32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  at(place: number): number {
    return place < this.#length ? this.#values[place]! : 0
  }

  set(place: number, value: number): void {
    if (place >= this.#values.length) this.#values = grown(this.#values, Math.max(place + 1, this.#values.length * 2))
    if (place >= this.#length) this.#length = place + 1
    this.#values[place] = value
  }

  /** Room for so many. */
  reserve(length: number): void {
    if (length > this.#values.length) this.#values = grown(this.#values, length)
  }

  push(value: number): void {
    this.set(this.#length, value)
  }

  values(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }
}
