import { listWordsAfter } from '../../db/device-columns.ts'
import type { ReadDb } from '../../db/open.ts'
import { fold } from './fold.ts'

/** The store's dictionary, folded. A word's number is its place; number 0 is no word. */
export class WordList {
  readonly #texts: string[] = []
  readonly #folded: string[] = []
  #ranks: Float64Array | undefined

  /** Reads the words added since the last time. */
  refresh(db: ReadDb): void {
    const added = listWordsAfter(db, this.#texts.length - 1)
    if (added.length > 0) this.#ranks = undefined
    for (const { id, text } of added) {
      this.#texts[id] = text
      this.#folded[id] = fold(text)
    }
  }

  /** Numbers are below this. */
  get size(): number {
    return Math.max(1, this.#texts.length)
  }

  textOf(id: number): string | null {
    return this.#texts[id] ?? null
  }

  /** A 1 for every word that passes. */
  select(passes: (folded: string) => boolean): Uint8Array {
    const selected = new Uint8Array(this.size)
    this.#folded.forEach((folded, id) => {
      if (passes(folded)) selected[id] = 1
    })
    return selected
  }

  ranks(): Float64Array {
    return (this.#ranks ??= rankTexts(this.#folded))
  }
}

/** By place in the list: which of the distinct texts it is, in their order. What is missing is NaN. */
export function rankTexts(folded: readonly (string | undefined)[]): Float64Array {
  const ranks = new Float64Array(Math.max(1, folded.length)).fill(NaN)
  const entries: { readonly id: number; readonly bytes: Buffer }[] = []
  folded.forEach((text, id) => {
    if (text !== undefined) entries.push({ id, bytes: Buffer.from(text) })
  })
  entries.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
  let rank = 0
  entries.forEach(({ id, bytes }, index) => {
    if (index > 0 && !entries[index - 1]!.bytes.equals(bytes)) rank++
    ranks[id] = rank
  })
  return ranks
}
