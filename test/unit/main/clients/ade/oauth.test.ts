import { expect, test } from 'vitest'
import { authorization, baseString, encode } from '../../../../../main/clients/ade/oauth.ts'
import { CREDENTIALS } from './setup.ts'

const STAMP = { timestamp: 1_700_000_000, nonce: '0123456789abcdef' }

test('a session request is signed as in the computed test vector', () => {
  expect(authorization(CREDENTIALS, 'https://mdmenrollment.apple.com/session', STAMP)).toBe(
    'OAuth realm="ADM", oauth_consumer_key="CK_test_consumer_key", oauth_token="AT_test_access_token", ' +
      'oauth_signature_method="HMAC-SHA1", oauth_timestamp="1700000000", oauth_nonce="0123456789abcdef", ' +
      'oauth_version="1.0", oauth_signature="4lo2NMM%2B%2F7B7kVG5UQiBubuDEVQ%3D"',
  )
})

test.each([
  ['https://Apple.Example:443/session', 'https://apple.example/session'],
  ['https://apple.example:8443/session', 'https://apple.example:8443/session'],
  ['http://127.0.0.1:80/sim/a/session', 'http://127.0.0.1/sim/a/session'],
  ['http://127.0.0.1:4000/session', 'http://127.0.0.1:4000/session'],
])('the base string of %s names %s', (url, named) => {
  expect(baseString(url, { a: '1' })).toBe(`GET&${encodeURIComponent(named)}&a%3D1`)
})

test('parameters are sorted and encoded twice, as in the example of RFC 5849 §3.4.1', () => {
  expect(baseString('http://example.com/request', { b5: '=%3D', a3: 'a', 'c@': '', a2: 'r b' })).toBe(
    'GET&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D',
  )
})

test('everything but the unreserved characters of RFC 3986 is percent-encoded', () => {
  expect(encode("aZ09-._~!*'()/+ é")).toBe('aZ09-._~%21%2A%27%28%29%2F%2B%20%C3%A9')
})
