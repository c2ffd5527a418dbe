import { describe, expect, it } from 'vitest'
import { redact } from '../../../../main/ports/redact.ts'
import { Secret } from '../../../../shared/secret.ts'

describe('redact', () => {
  it.each([
    ['a Secret', { token: new Secret('hidden') }, { token: '[secret]' }],
    ['an OAuth value inside a text', 'key CS_0123456789abcdef was refused', 'key [secret] was refused'],
    [
      'a header by its name',
      { headers: { 'X-ADM-Auth-Session': 'abc' } },
      { headers: { 'X-ADM-Auth-Session': '[secret]' } },
    ],
    ['an OAuth member by its name', { consumer_secret: 'x' }, { consumer_secret: '[secret]' }],
    ['a password in an address', 'http://user:pass@proxy:8080/', 'http://[secret]@proxy:8080/'],
    ['a private key', 'a -----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY----- b', 'a [secret] b'],
    ['a private key cut off', '-----BEGIN RSA PRIVATE KEY-----\nMII', '[secret]'],
    ['bytes', new Uint8Array(3), '[3 bytes]'],
  ])('masks %s', (_what, value, masked) => {
    expect(redact(value)).toEqual(masked)
  })

  it('masks inside errors and their causes', () => {
    const error = new Error('outer', { cause: new Error('AT_O0123456789') })
    expect(JSON.stringify(redact({ error }))).not.toContain('AT_O0123456789')
  })

  it('keeps what is no secret', () => {
    expect(redact({ serial: 'C02X', n: 1, gone: null })).toEqual({ serial: 'C02X', n: 1, gone: null })
  })

  it('ends on a value that holds itself', () => {
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    expect(JSON.stringify(redact(loop))).toContain('[…]')
  })
})
