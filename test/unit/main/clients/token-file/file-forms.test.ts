import { describe, expect, test } from 'vitest'
import { fixture, failure, open, sampleJson, sampleValues } from './sample.ts'

const mime = fixture('apple-shape.p7m').toString('latin1')
const base64 = mime.slice(mime.indexOf('\r\n\r\n')).trim()
const der = Buffer.from(base64, 'base64')
const pem = (label: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`

describe('the same message in every wrapping that occurs', () => {
  test.each([
    ['CRLF', mime],
    ['LF', mime.replace(/\r\n/g, '\n')],
    ['CR alone', mime.replace(/\r\n/g, '\r')],
    ['a byte order mark', `\xef\xbb\xbf${mime}`],
    ['empty lines in front', `\r\n\r\n${mime}`],
    [
      'headers in capitals and another order',
      `CONTENT-TRANSFER-ENCODING: BASE64\nCONTENT-TYPE: APPLICATION/PKCS7-MIME\n\n${base64}`,
    ],
    [
      'a folded header',
      `Content-Type: application/pkcs7-mime;\r\n\tname="smime.p7m";\r\n smime-type=enveloped-data\r\n\r\n${base64}`,
    ],
    ['a type of its own', `Content-Type: application/octet-stream\n\n${base64}`],
    ['blanks in the empty line', mime.replace('\r\n\r\n', '\r\n  \r\n')],
    ['base64 alone', base64],
    ['base64 in one line', base64.replace(/\s/g, '')],
    ['PEM as PKCS7', pem('PKCS7')],
    ['PEM as CMS', pem('CMS')],
    ['PEM of any other name', pem('ENCRYPTED MESSAGE')],
    ['PEM after its certificate', fixture('certificate.pem').toString() + pem('CMS')],
    ['PEM with text in front', `Bag Attributes\n    friendlyName: token\n${pem('PKCS7')}`],
    ['raw BER', der.toString('latin1')],
    ['raw BER with bytes after it', `${der.toString('latin1')}\r\n\r\n`],
  ])('%s', (_, text) => {
    expect(open(Buffer.from(text, 'latin1'))).toEqual(sampleValues)
  })

  test.each(['utf16le', 'utf16be'])('text saved as %s by an editor', (encoding) => {
    const little = Buffer.from(`\ufeff${mime}`, 'utf16le')
    expect(open(encoding === 'utf16le' ? little : little.swap16())).toEqual(sampleValues)
  })
})

describe('files dropped by mistake are recognised', () => {
  const certificate = fixture('certificate.pem').toString()
  const fromPem = (text: string) => Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64')
  const sToken = Buffer.from(JSON.stringify({ token: 'x', expDate: '2027-01-01T00:00:00+0000', orgName: 'O' }))
  const request = 'MIIBADCBqwIBADATMREwDwYDVQQDDAhUaHJvd2luZzBcMA0GCSqGSIb3DQEBAQUAA0sAMEgCQQDIvm0XvQ=='

  test.each([
    ['empty', ''],
    ['empty', ' \r\n\t'],
    ['empty', '\xef\xbb\xbf'],
    ['certificate', certificate],
    ['certificate', fromPem(certificate)],
    ['certificate', fromPem(certificate).toString('base64')],
    ['certificate-request', `-----BEGIN CERTIFICATE REQUEST-----\n${request}\n-----END CERTIFICATE REQUEST-----`],
    [
      'certificate-request',
      `-----BEGIN NEW CERTIFICATE REQUEST-----\n${request}\n-----END NEW CERTIFICATE REQUEST-----`,
    ],
    ['private-key', fixture('key.pem')],
    ['private-key', fromPem(fixture('key.pem').toString())],
    ['private-key', fixture('key.pem') + certificate],
    ['apps-and-books-token', sToken.toString('base64')],
    ['apps-and-books-token', sToken],
    ['decrypted-token', sampleJson],
    ['decrypted-token', fixture('message-framed.txt')],
    ['decrypted-token', fixture('message-wrapped.txt')],
    ['decrypted-token', `-----BEGIN MESSAGE-----\n${sampleJson}\n-----END MESSAGE-----`],
    ['json', '{"hello": 1}'],
    ['json', '[1, 2]'],
    ['pdf', '%PDF-1.7\n1 0 obj'],
    ['zip', 'PK\x03\x04rest'],
    ['html', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['profile', '<?xml version="1.0"?><plist version="1.0"><dict/></plist>'],
    ['mail-message', 'From: a@example.com\nContent-Type: multipart/mixed; boundary=x\n\n--x\n'],
    ['signed-message', 'Content-Type: multipart/signed; boundary=x\n\n--x\n'],
    ['unknown', 'hello world'],
    ['unknown', 'https://example.com/'],
    ['unknown', '\x00\x01\x02\x03'],
    ['unknown', '0'],
  ])('%s', (looksLike, content) => {
    const file = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
    expect(failure(() => open(file))).toEqual({ code: 'token-file.not-a-token', facts: { looksLike } })
  })
})

describe('damage and bounds', () => {
  test('a file cut anywhere after its type is damaged, before it is unknown', () => {
    const codes = [...der.keys()].map((length) => failure(() => open(der.subarray(0, length))).code)
    const first = codes.indexOf('token-file.damaged')
    expect(first).toBeLessThan(16)
    expect(new Set(codes.slice(0, first))).toEqual(new Set(['token-file.not-a-token']))
    // The last octets only end what is complete already.
    expect(new Set(codes.slice(first))).toEqual(new Set(['token-file.damaged']))
  })

  test('headers without a body are damage', () => {
    expect(failure(() => open(Buffer.from(mime.slice(0, mime.indexOf('\r\n\r\n'))))).code).toBe('token-file.damaged')
  })

  test('altered content under the right key is damage, not another key', () => {
    const altered = Buffer.from(der)
    altered[altered.length - 40]! ^= 1
    expect(failure(() => open(altered)).code).toBe('token-file.damaged')
  })

  test('two megabytes are looked at, one byte more is not', () => {
    const file = (length: number) => Buffer.concat([Buffer.from(mime), Buffer.alloc(length - mime.length, '\n')])
    expect(open(file(2 * 1024 * 1024))).toEqual(sampleValues)
    expect(failure(() => open(file(2 * 1024 * 1024 + 1)))).toEqual({
      code: 'token-file.too-large',
      facts: { bytes: 2 * 1024 * 1024 + 1 },
    })
  })

  test.each([
    ['10,000 nested sequences of indefinite length', Buffer.alloc(20_000, Buffer.from([0x30, 0x80]))],
    [
      'a million values side by side',
      Buffer.concat([Buffer.from([0x30, 0x80]), Buffer.alloc(2_000_000, Buffer.from([0x05, 0x00]))]),
    ],
    ['two megabytes of PEM beginnings', Buffer.alloc(2_000_000, '-----BEGIN X-----\n')],
    ['two megabytes of blank lines and blanks', Buffer.concat([Buffer.from('a:b'), Buffer.alloc(2_000_000, '\n   ')])],
    ['two megabytes of opening brackets', Buffer.alloc(2_000_000, '[')],
  ])('%s end in an error', (_, file) => {
    expect(failure(() => open(file)).code).toMatch(/^token-file\./)
  })
})
