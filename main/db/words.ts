import { prepare } from './sql.ts'
import type { ReadDb, WriteDb } from './open.ts'

/**
 * Repeated texts (model, colour, Apple's states …) are stored once and named by a number. Both directions are
 * remembered per connection; words are never changed or deleted, so what was committed stays true.
 */
type Words = { readonly ids: Map<string, number>; readonly texts: Map<number, string> }

/** Descriptions repeat by the thousand; a store where they do not must not fill the memory. */
const MAX_REMEMBERED = 50_000

const remembered = new WeakMap<ReadDb, Words>()

/** The number of a word, which is added when it is new. Inside a transaction that may fail: see `forgetWords`. */
export function wordId(db: WriteDb, text: string): number {
  return createWordWriter(db)(text)
}

/** `wordId` for many words of one transaction: what is remembered is looked up a single time. */
export function createWordWriter(db: WriteDb): (text: string) => number {
  const { ids } = wordsOf(db)
  return (text) => {
    const known = ids.get(text)
    if (known !== undefined) return known
    const found = prepare(db, 'SELECT id FROM words WHERE text = ?').get(text) as { id: number } | undefined
    const id = found?.id ?? Number(prepare(db, 'INSERT INTO words (text) VALUES (?)').run(text).lastInsertRowid)
    ids.set(text, id)
    return id
  }
}

export function wordText(db: ReadDb, id: number): string {
  return createWordReader(db)(id)
}

/** `wordText` for many words at once: what is remembered is looked up a single time. Not to be kept over a write. */
export function createWordReader(db: ReadDb): (id: number) => string {
  const { texts } = wordsOf(db)
  return (id) => {
    const known = texts.get(id)
    if (known !== undefined) return known
    const found = prepare(db, 'SELECT text FROM words WHERE id = ?').get(id) as { text: string } | undefined
    if (!found) throw new Error(`there is no word ${id}`)
    texts.set(id, found.text)
    return found.text
  }
}

/** After a rollback: numbers given inside it belong to no word, or soon to another one. */
export function forgetWords(db: ReadDb): void {
  remembered.delete(db)
}

function wordsOf(db: ReadDb): Words {
  let words = remembered.get(db)
  if (!words || words.ids.size > MAX_REMEMBERED || words.texts.size > MAX_REMEMBERED) {
    remembered.set(db, (words = { ids: new Map(), texts: new Map() }))
  }
  return words
}
