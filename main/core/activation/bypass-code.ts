import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

export const BYPASS_CODE_BYTES = 16

/** Without B, I, O and S, which are read as 8, 1, 0 and 5. */
const ALPHABET = '0123456789ACDEFGHJKLMNPQRTUVWXYZ'
const BITS_PER_CHARACTER = 5
const DASHES_AFTER = new Set([5, 10, 14, 18, 22])

const ROUNDS = 50_000
const HASH_BYTES = 32

/**
 * The code a person types at a locked device: 16 bytes, five bits to a character, the three bits left over as the last.
 * Source: Apple developer documentation, "Creating and using bypass codes" (read August 2026).
 */
export function writeBypassCode(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  let code = ''
  for (let at = 0, count = 1; at < bits.length; at += BITS_PER_CHARACTER, count++) {
    code += ALPHABET[Number.parseInt(bits.slice(at, at + BITS_PER_CHARACTER), 2)]!
    if (DASHES_AFTER.has(count)) code += '-'
  }
  return code
}

/** What Apple is told in place of the code. */
export async function hashBypassCode(bytes: Uint8Array): Promise<string> {
  const hash = await promisify(pbkdf2)(bytes, new Uint8Array(4), ROUNDS, HASH_BYTES, 'sha256')
  return hash.toString('hex').toUpperCase()
}
