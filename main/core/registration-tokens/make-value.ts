/** Letters and digits that are not taken for one another when they are read aloud or typed from paper. */
export const VALUE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** The largest multiple of the alphabet's size in a byte: what lies above would make some characters likelier. */
const FAIR = Math.floor(256 / VALUE_ALPHABET.length) * VALUE_ALPHABET.length

/** A value of so many characters, each equally likely. `bytes` gives random bytes. */
export function makeValue(length: number, bytes: (count: number) => Uint8Array): string {
  let text = ''
  while (text.length < length) {
    for (const byte of bytes(length)) {
      if (byte < FAIR && text.length < length) text += VALUE_ALPHABET[byte % VALUE_ALPHABET.length]
    }
  }
  return text
}
