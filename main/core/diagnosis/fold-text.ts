/** A text made easy to search, with the way back to the original. */
export type FoldedText = {
  /** Small letters, one blank for any white space, plain quotes, umlauts written out. */
  readonly text: string
  /** The place in the original of a place in `text`. */
  readonly at: (index: number) => number
}

const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const QUOTES = /[‘’‚‛“”„‟′″«»`´]/
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/
const PLAIN = /^[!-~]$/

/** Linear in the length of the text, whatever it holds. */
export function foldText(original: string): FoldedText {
  const places = new Uint32Array(original.length * 2 + 1)
  const parts: string[] = []
  let length = 0
  let isBlank = true
  const put = (character: string, index: number) => {
    for (let i = 0; i < character.length; i++) places[length++] = index
    parts.push(character)
  }
  for (let index = 0; index < original.length; index++) {
    const character = original[index]!
    if (PLAIN.test(character)) {
      put(character === '"' || character === '`' ? "'" : character.toLowerCase(), index)
      isBlank = false
    } else if (/\s/.test(character)) {
      if (!isBlank) put(' ', index)
      isBlank = true
    } else if (!INVISIBLE.test(character)) {
      put(foldOther(character), index)
      isBlank = false
    }
  }
  return { text: parts.join(''), at: (index) => places[Math.min(index, Math.max(length - 1, 0))] ?? 0 }
}

function foldOther(character: string): string {
  if (QUOTES.test(character)) return "'"
  const small = character.toLowerCase()
  return WRITTEN_OUT[small] ?? (small.length <= 2 ? small : character)
}

/** The same folding for a wording that is searched. */
export function foldWording(wording: string): string {
  return foldText(wording).text
}
