import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { SerialFault, SerialRepair } from '../../../shared/model/import.ts'
import { fieldOfTitle } from './titles.ts'

export type ReadSerial =
  | { readonly outcome: 'accepted'; readonly serial: Serial }
  | { readonly outcome: 'repaired'; readonly serial: Serial; readonly how: readonly SerialRepair[] }
  | { readonly outcome: 'rejected'; readonly why: SerialFault }

/** Lengths in use: 11 and 12 of older devices, 10 of newer ones, up to 14 of some Macs; 8 at least. */
const SHORTEST = 8
const LONGEST = 14

/** Beyond the usual lengths only what has letters and digits passes for a serial number. */
const SHORTEST_ODD = 5
const LONGEST_ODD = 20

const USUAL = /^[A-Z0-9]{8,14}$/
/** Spaces of every kind, and what text fields are filled up with. */
const BLANKS = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu
/** Control and formatting signs that nobody sees: zero-width ones, soft hyphens, marks of direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu
const SCIENTIFIC = /^[+-]?\d+(?:(?:[.,]\d+)?E\+\d+|[.,]\d+E\d+)$/i
const SPREADSHEET_ERROR = /^#(?:N\/A|NV|REF!|NAME\?|VALUE!|WERT!|BEZUG!|DIV\/0!|NULL!|NUM!|ZAHL!|SPILL!|#+)/i

/**
 * A serial number as it was meant, with what was done to it, or why there is none in the cell. `isKnown` decides where
 * a leading S may be the sign that bar codes put in front, which the length alone cannot tell.
 */
export function readSerial(text: string, isKnown?: (serial: Serial) => boolean): ReadSerial {
  if (USUAL.test(text) && text.charCodeAt(0) !== LETTER_S && !isNumberOfModem(text)) {
    return { outcome: 'accepted', serial: text as Serial }
  }
  const how: SerialRepair[] = []
  const bare = unwrap(text, how)
  const why = faultOf(bare)
  if (why !== undefined) return { outcome: 'rejected', why }
  const capital = toSerial(bare)
  if (capital !== bare) how.push('lower-case')
  const serial = withoutBarcodePrefix(capital, isKnown)
  if (serial !== capital) how.push('barcode-prefix')
  return how.length === 0 ? { outcome: 'accepted', serial } : { outcome: 'repaired', serial, how }
}

const LETTER_S = 'S'.charCodeAt(0)

/** Each repair once, from the outside to the inside, as often as a spreadsheet may have wrapped the text. */
function unwrap(text: string, how: SerialRepair[]): string {
  let bare = text
  const change = (next: string, repair: SerialRepair): boolean => {
    if (next === bare) return false
    bare = next
    if (!how.includes(repair)) how.push(repair)
    return true
  }
  for (let isChanging = true, rounds = 0; isChanging && rounds < 8; rounds++) {
    isChanging = change(bare.replace(BLANKS, ''), 'blanks')
    isChanging = change(bare.replace(INVISIBLE, ''), 'invisible-signs') || isChanging
    isChanging = change(bare.replace(/^['’‘`´]+/, ''), 'apostrophe') || isChanging
    isChanging = change(bare.replace(/^=\s*"([^"]*)"$|^=(?=[\p{L}\d])/u, '$1'), 'formula-wrapper') || isChanging
    isChanging = change(bare.replace(/^["“”„]+|["“”„]+$/g, ''), 'quotes') || isChanging
  }
  if (!/^[\0-\x7f]*$/.test(bare)) change(bare.normalize('NFKC'), 'wide-letters')
  if (/^\d{8,14}[.,]0+$/.test(bare)) change(bare.replace(/[.,]0+$/, ''), 'decimals')
  return bare
}

function faultOf(bare: string): SerialFault | undefined {
  if (bare === '') return 'empty'
  if (SPREADSHEET_ERROR.test(bare)) return 'spreadsheet-error'
  if (SCIENTIFIC.test(bare)) return 'scientific-notation'
  if (fieldOfTitle(bare) === 'serial') return 'title-again'
  if (isNumberOfModem(bare)) return 'imei'
  if (!/^[a-z0-9]+$/i.test(bare)) return 'not-a-serial'
  if (bare.length > LONGEST_ODD) return 'too-long'
  if (bare.length < SHORTEST_ODD) return 'too-short'
  const hasBoth = /\d/.test(bare) && /[a-z]/i.test(bare)
  if (bare.length < SHORTEST && !hasBoth) return 'too-short'
  if (bare.length > LONGEST && !hasBoth) return 'too-long'
  // A word of a title or a sum, not letters that somebody typed without the shift key.
  return /^[A-Z][a-z]+$/.test(bare) ? 'not-a-serial' : undefined
}

function isNumberOfModem(text: string): boolean {
  return /^\d{15,16}$/.test(text)
}

/** 13 letters are no serial number's length, but 12 with the S of a bar code; of shorter ones only `isKnown` can tell. */
function withoutBarcodePrefix(serial: Serial, isKnown: ((serial: Serial) => boolean) | undefined): Serial {
  if (serial.charCodeAt(0) !== LETTER_S) return serial
  const bare = serial.slice(1) as Serial
  if (serial.length === 13) return isKnown?.(serial) ? serial : bare
  if (!isKnown || serial.length < 11 || serial.length > 12) return serial
  return !isKnown(serial) && isKnown(bare) ? bare : serial
}
