import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSecret, sealSecret } from '../../../../../main/core/vault/secret-box.ts'
import { flip } from './fixture.ts'

const key = randomBytes(32)
const nonce = randomBytes(12)
const identity = { id: 'secret-1', kind: 'token-key' }
const plain = Buffer.from('the private key')
const sealed = sealSecret(plain, identity, { key, nonce })

describe('a sealed secret', () => {
  it.each([0, 1, 5000])('of %i bytes opens to what was sealed', (length) => {
    const value = randomBytes(length)
    const opened = openSecret(sealSecret(value, identity, { key, nonce: randomBytes(12) }), identity, key)
    expect(value.equals(opened!)).toBe(true)
  })

  it('begins with its version and nonce, and shows nothing of its content', () => {
    expect([sealed[0], Buffer.from(sealed.subarray(1, 13)).equals(nonce)]).toEqual([1, true])
    expect(sealed).toHaveLength(1 + 12 + plain.length + 16)
    expect(Buffer.from(sealed).includes(plain.subarray(0, 6))).toBe(false)
  })

  it('does not open with any single bit changed', () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      expect(openSecret(flip(sealed, bit >> 3, 1 << (bit & 7)), identity, key)).toBeUndefined()
    }
  })

  it('does not open when cut off anywhere or made longer', () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(openSecret(sealed.subarray(0, length), identity, key)).toBeUndefined()
    }
    expect(openSecret(Buffer.concat([sealed, Buffer.alloc(1)]), identity, key)).toBeUndefined()
  })

  it('does not open under another id, another kind or another key', () => {
    expect(openSecret(sealed, { ...identity, id: 'secret-2' }, key)).toBeUndefined()
    expect(openSecret(sealed, { ...identity, kind: 'token-credentials' }, key)).toBeUndefined()
    expect(openSecret(sealed, { id: 'secret-1token', kind: '-key' }, key)).toBeUndefined()
    expect(openSecret(sealed, identity, flip(key, 31))).toBeUndefined()
    expect(openSecret(sealed, identity, key)).toEqual(plain)
  })
})
