import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readStoken } from '../../../../../main/clients/credential-files/index.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { fileOf, keyNamed, keyStore, openssl, pushCertificate } from '../../../../fakes/openssl-push.ts'
import { readFileSync } from 'node:fs'

const CONTENT = { token: 'VGhpcyBpcyBzZWNyZXQ=', expDate: '2030-11-08T22:33:22+0000', orgName: 'Example GmbH' }
const EXPIRES_AT = Date.UTC(2030, 10, 8, 22, 33, 22)

const base64 = (text: string) => Buffer.from(text).toString('base64')
const stoken = (change: Record<string, unknown> = {}) => base64(JSON.stringify({ ...CONTENT, ...change }))
const bytes = (text: string) => Buffer.from(text)

function failure(file: Uint8Array): { code: string; looksLike?: unknown; fields?: unknown } {
  try {
    readStoken(file)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.facts }
    throw error
  }
  throw new Error('it was read')
}

describe('a content token', () => {
  it('is its whole base64 text, not the member inside', () => {
    const { credential, orgName, expiresAt, repairs } = readStoken(bytes(stoken()))
    expect(credential.reveal()).toBe(stoken())
    expect([orgName, expiresAt, repairs]).toEqual(['Example GmbH', EXPIRES_AT, []])
  })

  it('keeps the white space and the order inside as they are', () => {
    const pretty = base64(
      `{\n  "orgName" : "Example GmbH",\n  "expDate" : "2030-11-08T22:33:22+0000",\n "token" : "abcd"\n}`,
    )
    expect(readStoken(bytes(pretty)).credential.reveal()).toBe(pretty)
  })

  test.each([
    ['a line break at the end', `${stoken()}\r\n`, []],
    ['wrapped lines', stoken().replace(/.{64}/g, '$&\r\n'), ['white-space']],
    ['a byte order mark', `\uFEFF${stoken()}`, ['byte-order-mark']],
    ['blanks around', `  ${stoken()}\n\n`, ['white-space']],
  ])('is read with %s', (_what, text, repairs) => {
    const read = readStoken(bytes(text))
    expect([read.credential.reveal(), read.repairs]).toEqual([stoken(), repairs])
  })

  it('is read as an editor saves it in UTF-16', () => {
    const read = readStoken(Buffer.from(`\uFEFF${stoken()}`, 'utf16le'))
    expect([read.credential.reveal(), read.repairs]).toEqual([stoken(), ['utf-16']])
  })

  test.each([
    ['2030-11-09T00:33:22+02:00', EXPIRES_AT],
    ['2030-11-09T00:33:22+0200', EXPIRES_AT],
    ['2030-11-08T22:33:22Z', EXPIRES_AT],
    ['2030-11-08T22:33:22', EXPIRES_AT],
    ['2030-11-08T14:33:22-0800', EXPIRES_AT],
  ])('has the date %s', (expDate, expected) => {
    expect(readStoken(bytes(stoken({ expDate }))).expiresAt).toBe(expected)
  })

  it('may have an organization of any script, and no control characters of it are shown', () => {
    expect(readStoken(bytes(stoken({ orgName: ' Größe\u0007日本 ' }))).orgName).toBe('Größe 日本')
  })
})

describe('a file that is something else', () => {
  const certificate = pushCertificate()
  const der = () => readFileSync(derOf(certificate))

  function derOf(pem: string): string {
    const out = fileOf('', 'der')
    openssl('x509', '-in', fileOf(pem), '-outform', 'DER', '-out', out)
    return out
  }

  function serverToken(): Uint8Array {
    const out = fileOf('', 'p7m')
    openssl(
      'cms',
      '-encrypt',
      '-binary',
      '-in',
      fileOf('secret'),
      '-out',
      out,
      '-outform',
      'SMIME',
      fileOf(certificate),
    )
    return readFileSync(out)
  }

  test.each<readonly [string, () => Uint8Array, string]>([
    ['a certificate', () => bytes(certificate), 'certificate'],
    ['a certificate in DER', der, 'certificate'],
    ['a certificate in bare base64', () => bytes(der().toString('base64')), 'certificate'],
    ['a private key', () => bytes(keyNamed('push')), 'private-key'],
    ['a key store', () => keyStore(certificate, 'push', 'x'), 'key-store'],
    ['a server token', serverToken, 'server-token'],
    ['a decoded token', () => bytes(JSON.stringify(CONTENT)), 'decoded-stoken'],
    ['other JSON', () => bytes('{"a":1}'), 'json'],
    [
      'JSON of a server token in base64',
      () => bytes(base64('{"consumer_key":"CK","access_token":"AT"}')),
      'decrypted-token',
    ],
    ['an empty file', () => bytes(' \n'), 'empty'],
    ['a PDF', () => bytes('%PDF-1.7 …'), 'pdf'],
    ['a web page', () => bytes('<!DOCTYPE html><html>'), 'html'],
    ['a profile', () => bytes('<?xml version="1.0"?><plist/>'), 'profile'],
    ['a mail', () => bytes('From: a@example.com\n\nhello'), 'mail-message'],
    ['a letter', () => bytes('Dear colleague, here is the token.'), 'unknown'],
    ['binary rubbish', () => Buffer.from([0, 1, 2, 250, 251]), 'unknown'],
  ])('%s is named', (_what, file, looksLike) => {
    expect(failure(file())).toMatchObject({ code: 'stoken-file.not-a-stoken', looksLike })
  })

  test.each([
    ['token', { token: undefined }],
    ['token', { token: 17 }],
    ['token', { token: 'with blank' }],
    ['expDate', { expDate: 'soon' }],
    ['orgName', { orgName: '  ' }],
    ['token, expDate, orgName', { token: null, expDate: null, orgName: null }],
  ])('without a usable %s says so', (fields, change) => {
    expect(failure(bytes(stoken(change)))).toMatchObject({ code: 'stoken-file.incomplete', fields })
  })

  it('is refused when it is far too large', () => {
    expect(failure(bytes(stoken({ token: 'a'.repeat(100_000) }))).code).toBe('stoken-file.damaged')
  })
})

describe('whatever happens to a token on its way', () => {
  const whole = stoken()

  test('cut at any place it is refused, never read', () => {
    for (let length = 0; length < whole.length - 2; length++) {
      expect(failure(bytes(whole.slice(0, length))).code).toMatch(/^stoken-file\./)
    }
  })

  test('a flipped bit gives a refusal or the very same values but for the one member it hit', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const file = bytes(whole)
        file[at]! ^= 1 << bit
        try {
          expect(readStoken(file).credential.reveal()).toBe(file.toString('latin1').replace(/\s+/g, ''))
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('any bytes give an answer or one of three codes, and no message holds what is secret', () => {
    const near = fc.string({ maxLength: 200 }).map((text) => bytes(base64(`{"token":"VGhpcyBpcyBzZWNyZXQ=",${text}`)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), near), (file) => {
        try {
          readStoken(file)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          const { code, message, facts, cause } = error as AppError
          expect(code).toMatch(/^stoken-file\.(?:not-a-stoken|damaged|incomplete)$/)
          expect(`${message} ${JSON.stringify(facts)} ${String(cause)}`).not.toContain('VGhpcyBp')
        }
      }),
      { numRuns: 3000 },
    )
  })
})
