import type { FileRepair } from '../../../shared/model/credential-file.ts'

/**
 * A file as text, one character per byte, except that what an editor saved as UTF-16 becomes plain text again. The
 * marks that editors put in front are taken off and told.
 */
export function textOf(file: Uint8Array): { readonly text: string; readonly repairs: readonly FileRepair[] } {
  const [first, second, third] = file
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(file), repairs: ['utf-16'] }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(file), repairs: ['utf-16'] }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = Buffer.from(hasMark ? file.subarray(3) : file).toString('latin1')
  return { text, repairs: hasMark ? ['byte-order-mark'] : [] }
}

/** The bytes of a base64 text without blanks; undefined for anything else, half a group of four included. */
export function fromBase64(packed: string): Buffer | undefined {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(packed)) return undefined
  const length = packed.replace(/=+$/, '').length
  return length % 4 === 1 ? undefined : Buffer.from(packed, 'base64')
}
