/** Control characters, and those that turn the direction of writing round or draw nothing. */
const INVISIBLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** Longer ones say nothing more in a cell; the drawer and the export have all of it. */
const LONGEST = 500

/**
 * A text of a device as it may be drawn: what nobody would see, or what would rearrange its neighbours, is shown as a
 * sign of its own, and an end is put to what has none.
 */
export function visibleText(text: string): string {
  const shown = text.replace(INVISIBLE, signOf)
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}

function signOf(character: string): string {
  const code = character.codePointAt(0)!
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}
