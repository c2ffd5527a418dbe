import { mix } from './chance.ts'

const ALPHABET = '0123456789CDFGHJKLMNPQRTVWXYZ'
const HALF_LENGTH = 5
const HALF = ALPHABET.length ** HALF_LENGTH
const ROUNDS = 4

/** How many different indexes have a serial number. */
export const SERIAL_CAPACITY = HALF * HALF

/**
 * The serial number of a generated device, 10 to 12 characters. Invertible, so that a serial number finds its device
 * without an index in memory: a Feistel network over two halves of five characters, then check characters.
 */
export function serialOf(index: number, seed: number): string {
  let left = index % HALF
  let right = Math.floor(index / HALF)
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) left = (left + scramble(right, seed + round)) % HALF
    else right = (right + scramble(left, seed + round)) % HALF
  }
  return letters(left) + letters(right) + checkCharacters(index, seed)
}

/** The inverse of `serialOf`; undefined for a serial number it never makes. */
export function indexOfSerial(serial: string, seed: number): number | undefined {
  let left = number(serial.slice(0, HALF_LENGTH))
  let right = number(serial.slice(HALF_LENGTH, 2 * HALF_LENGTH))
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined
  for (let round = ROUNDS - 1; round >= 0; round -= 1) {
    if (round % 2 === 0) left = (left - scramble(right, seed + round) + HALF) % HALF
    else right = (right - scramble(left, seed + round) + HALF) % HALF
  }
  const index = right * HALF + left
  return serialOf(index, seed) === serial ? index : undefined
}

function scramble(half: number, key: number): number {
  return mix(half ^ mix(key)) % HALF
}

/** Newer devices have ten characters, older ones eleven or twelve. */
function checkCharacters(index: number, seed: number): string {
  const chance = mix(index ^ mix(seed ^ 0x5e41a1))
  const kind = chance % 8
  if (kind > 3) return ''
  const first = ALPHABET.charAt((chance >>> 3) % ALPHABET.length)
  return kind === 0 ? first : first + ALPHABET.charAt((chance >>> 11) % ALPHABET.length)
}

function letters(half: number): string {
  let rest = half
  let text = ''
  for (let place = 0; place < HALF_LENGTH; place += 1) {
    text += ALPHABET.charAt(rest % ALPHABET.length)
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}

function number(text: string): number {
  if (text.length !== HALF_LENGTH) return Number.NaN
  let value = 0
  for (let place = HALF_LENGTH - 1; place >= 0; place -= 1) {
    const digit = ALPHABET.indexOf(text.charAt(place))
    if (digit < 0) return Number.NaN
    value = value * ALPHABET.length + digit
  }
  return value
}
