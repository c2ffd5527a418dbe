const QUOTES = /["`´‘’‚‛“”„‟′″«»]/g
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]+/g

/** A text in one form: composed letters, one blank or line break for any white space. Linear, whatever it holds. */
export function tidyText(original: string): string {
  return original
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '))
}

/** A tidy text made easy to search: small letters, plain quotes, blanks for line breaks. Every place stays where it was. */
export function foldText(tidy: string): string {
  return toSmall(tidy).replace(QUOTES, "'").replaceAll('\n', ' ')
}

/** A few capital letters become two small ones; those stay as they are. */
function toSmall(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase()
    return lower.length === letter.length ? lower : letter
  })
}

const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** A wording as it may stand in a folded text: as it is, and with its umlauts written out. */
export function foldWording(wording: string): readonly string[] {
  const folded = foldText(tidyText(wording))
  return [...new Set([folded, folded.replace(/[äöüß]/g, (letter) => WRITTEN_OUT[letter] ?? letter)])]
}
