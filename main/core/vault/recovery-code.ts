import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import { Secret } from '../../../shared/secret.ts'
import type { Random } from '../../ports/random.ts'

/**
 * A recovery code is 128 random bits and a 22-bit checksum, written as six groups of five signs, such as
 * `7Q4XM-0VZ1D-…`. The alphabet leaves out I, L, O and U: what is misread (O for 0, I or L for 1) still reads right.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BYTES = 16
const CHECKSUM_BITS = 22
const SIGNS = 30
const GROUP = 5

export type RecoveryCode = { readonly printed: Secret; readonly bytes: Secret<Uint8Array> }

export function createRecoveryCode(random: Random): RecoveryCode {
  const bytes = random.bytes(CODE_BYTES)
  return { printed: new Secret(print(bytes)), bytes: new Secret(bytes) }
}

/** Blanks, hyphens and small letters do not matter. A slip of the pen is bad input, with the path `recoveryCode`. */
export function readRecoveryCode(printed: Secret): Secret<Uint8Array> {
  const signs = printed
    .reveal()
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const values = [...signs].map((sign) => ALPHABET.indexOf(sign))
  if (values.length !== SIGNS || values.includes(-1)) throw mistyped('a recovery code has thirty letters and digits')
  const number = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n)
  const hex = (number >> BigInt(CHECKSUM_BITS)).toString(16).padStart(CODE_BYTES * 2, '0')
  const bytes = new Uint8Array(Buffer.from(hex, 'hex'))
  if (checksum(bytes) !== (number & (2n ** BigInt(CHECKSUM_BITS) - 1n)))
    throw mistyped('a sign of the code is mistyped')
  return new Secret(bytes)
}

function print(bytes: Uint8Array): string {
  const number = (BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << BigInt(CHECKSUM_BITS)) | checksum(bytes)
  const signs = Array.from(
    { length: SIGNS },
    (_, at) => ALPHABET[Number((number >> BigInt(5 * (SIGNS - 1 - at))) & 31n)],
  )
  return Array.from({ length: SIGNS / GROUP }, (_, at) => signs.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-')
}

function checksum(bytes: Uint8Array): bigint {
  const digest = createHash('sha256').update('ade-desk recovery code').update(bytes).digest()
  return BigInt(digest.readUInt32BE(0) >>> (32 - CHECKSUM_BITS))
}

function mistyped(message: string): AppError {
  return new AppError('bad-input', message, { path: 'recoveryCode' })
}
