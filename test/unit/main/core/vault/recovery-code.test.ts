import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecoveryCode, readRecoveryCode } from '../../../../../main/core/vault/recovery-code.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = createRecoveryCode(createSeededRandom(3))
const printed = code.printed.reveal()
const read = (text: string) => Buffer.from(readRecoveryCode(new Secret(text)).reveal()).toString('hex')
const bytes = Buffer.from(code.bytes.reveal()).toString('hex')

function isRefused(text: string): boolean {
  try {
    read(text)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-input', path: 'recoveryCode' })
    return true
  }
}

describe('a recovery code', () => {
  it('is six groups of five signs around 128 bits', () => {
    expect(printed).toMatch(new RegExp(`^[${ALPHABET}]{5}(-[${ALPHABET}]{5}){5}$`))
    expect(code.bytes.reveal()).toHaveLength(16)
  })

  it('reads back to its bytes', () => {
    for (let count = 0; count < 200; count++) {
      const made = createRecoveryCode(systemRandom)
      expect(read(made.printed.reveal())).toBe(Buffer.from(made.bytes.reveal()).toString('hex'))
    }
  })

  it('keeps leading zeros', () => {
    const zeros = createRecoveryCode({ ...systemRandom, bytes: (length) => new Uint8Array(length) })
    expect(read(zeros.printed.reveal())).toBe('00'.repeat(16))
  })

  it('reads the same in small letters, with blanks, without hyphens, with signs mistaken for others', () => {
    const spoken = ` ${printed.toLowerCase().replaceAll('-', ' ')}\n`
    const mistaken = printed.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('-', '–')
    expect([spoken, printed.replaceAll('-', ''), mistaken].map(read)).toEqual([bytes, bytes, bytes])
  })

  it('is refused with any one sign mistyped', () => {
    for (let at = 0; at < printed.length; at++) {
      if (printed[at] === '-') continue
      for (const sign of ALPHABET) {
        const typed = printed.slice(0, at) + sign + printed.slice(at + 1)
        expect(isRefused(typed)).toBe(typed !== printed)
      }
    }
  })

  it('is refused with two signs swapped, one missing, one too many, or foreign ones', () => {
    const signs = printed.replaceAll('-', '')
    for (let at = 0; at + 1 < signs.length; at++) {
      if (signs[at] === signs[at + 1]) continue
      expect(isRefused(signs.slice(0, at) + signs[at + 1] + signs[at] + signs.slice(at + 2))).toBe(true)
    }
    for (const typed of ['', signs.slice(1), `${signs}0`, signs.replace(/.$/, 'U'), signs.replace(/.$/, 'ß')]) {
      expect(isRefused(typed)).toBe(true)
    }
  })

  it('never breaks on what people paste', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => isRefused(text)))
  })
})
