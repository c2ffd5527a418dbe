import { listWordsAfter } from '../../db/device-columns.ts'
import type { ReadDb } from '../../db/open.ts'
import { fold } from './fold.ts'

/** The store's dictionary, folded. A word's number is its place; number 0 is no word. */
export class WordList {
  readonly #texts: string[] = []
  readonly #folded: string[] = []
  #ranks: Float64Array | undefined
  /** All words in one text, so that one look goes through all of them. */
  #joined: Joined | undefined

  /** Reads the words added since the last time. */
  refresh(db: ReadDb): void {
    const added = listWordsAfter(db, this.#texts.length - 1)
    if (added.length > 0) this.#ranks = this.#joined = undefined
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

  /** A 1 for every word that holds the folded needle. */
  selectHolding(needle: string): Uint8Array {
    if (needle.includes(SEPARATOR)) return this.select((word) => word.includes(needle))
    const selected = new Uint8Array(this.size)
    const { text, starts } = (this.#joined ??= join(this.#folded, this.size))
    let word = 0
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, starts[word])) {
      while (starts[word + 1]! <= at) word++
      selected[word++] = 1
    }
    return selected
  }

  ranks(): Float64Array {
    return (this.#ranks ??= rankTexts(this.#folded))
  }
}

const SEPARATOR = '\u0000'

type Joined = { readonly text: string; readonly starts: Uint32Array }

/** A number without a word has an empty one here, which nothing is found in. */
function join(folded: readonly (string | undefined)[], size: number): Joined {
  const starts = new Uint32Array(size + 1)
  const words: string[] = []
  for (let id = 0; id < size; id++) {
    const word = folded[id] ?? ''
    words.push(word)
    starts[id + 1] = starts[id]! + word.length + SEPARATOR.length
  }
  return { text: words.join(SEPARATOR) + SEPARATOR, starts }
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
