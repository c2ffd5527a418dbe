import { expect, test } from 'vitest'
import { encode, isSignedWith, readOAuthHeader, sign, signatureBaseString } from '../../../../main/simulator/oauth.ts'

/** Values and signature of the protocol reference, computed independently of this code. */
const VECTOR = {
  request: {
    method: 'GET',
    url: 'https://mdmenrollment.apple.com/session',
    parameters: [
      ['oauth_consumer_key', 'CK_test_consumer_key'],
      ['oauth_token', 'AT_test_access_token'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '1700000000'],
      ['oauth_nonce', '0123456789abcdef'],
      ['oauth_version', '1.0'],
    ],
  },
  secrets: { consumerSecret: 'CS_test_consumer_secret', accessSecret: 'AS_test_access_secret' },
  signature: '4lo2NMM+/7B7kVG5UQiBubuDEVQ=',
} as const

test('the known signature is made and accepted, in any order of the parameters', () => {
  expect(sign(VECTOR.request, VECTOR.secrets)).toBe(VECTOR.signature)
  const reversed = { ...VECTOR.request, parameters: VECTOR.request.parameters.toReversed() }
  expect(isSignedWith(reversed, VECTOR.secrets, VECTOR.signature)).toBe(true)
})

test.each([
  ['another address', { url: 'https://mdmenrollment.apple.com/account' }],
  ['another port', { url: 'https://mdmenrollment.apple.com:8443/session' }],
  ['another method', { method: 'POST' }],
  ['one parameter more', { parameters: [...VECTOR.request.parameters, ['a', 'b'] as const] }],
])('%s breaks the signature', (_name, change) => {
  expect(isSignedWith({ ...VECTOR.request, ...change }, VECTOR.secrets, VECTOR.signature)).toBe(false)
})

test('the RFC 5849 example of §3.4.1.1 gives its base string', () => {
  const base = signatureBaseString({
    method: 'post',
    url: 'http://EXAMPLE.COM:80/request?b5=ignored',
    parameters: [
      ['b5', '=%3D'],
      ['a3', 'a'],
      ['c@', ''],
      ['a2', 'r b'],
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a'],
      ['c2', ''],
      ['a3', '2 q'],
    ],
  })
  expect(base).toBe(
    'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
      'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
      'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
  )
})

test('only unreserved characters stay as they are', () => {
  expect(encode("Az09-._~ !*'()+/=é")).toBe('Az09-._~%20%21%2A%27%28%29%2B%2F%3D%C3%A9')
})

test('a header is read with its realm apart, and a malformed one is not read at all', () => {
  expect(readOAuthHeader('OAuth realm="ADM", oauth_nonce="a%2Fb",oauth_token="x"')).toEqual({
    realm: 'ADM',
    parameters: [
      ['oauth_nonce', 'a/b'],
      ['oauth_token', 'x'],
    ],
  })
  expect(['Bearer x', 'OAuth nonsense', 'OAuth a="%zz"', ''].map(readOAuthHeader)).toEqual(Array(4).fill(undefined))
})
