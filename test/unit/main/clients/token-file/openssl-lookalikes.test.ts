import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOpenssl, hasOpenssl } from './encrypt-with-openssl.ts'
import { failure, fixture, open } from './sample.ts'

describe.skipIf(!hasOpenssl)('binary files of other kinds, made by OpenSSL, are recognised', () => {
  let openssl: ReturnType<typeof createOpenssl>
  let key: string
  let certificate: string
  let text: string

  beforeAll(() => {
    openssl = createOpenssl()
    key = openssl.write(fixture('key.pem'))
    certificate = openssl.write(fixture('certificate.pem'))
    text = openssl.write('hello')
  })
  afterAll(() => openssl.remove())

  test.each([
    ['certificate-request', () => ['req', '-new', '-key', key, '-subj', '/CN=x', '-outform', 'DER']],
    ['private-key', () => ['rsa', '-in', key, '-traditional', '-outform', 'DER']],
    ['private-key', () => ['pkcs8', '-topk8', '-in', key, '-passout', 'pass:x', '-outform', 'DER']],
    ['private-key', () => ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-outform', 'DER']],
    ['public-key', () => ['rsa', '-in', key, '-pubout', '-outform', 'DER']],
    ['public-key', () => ['rsa', '-in', key, '-RSAPublicKey_out', '-outform', 'DER']],
    ['key-store', () => ['pkcs12', '-export', '-inkey', key, '-in', certificate, '-passout', 'pass:x']],
    [
      'signed-message',
      () => ['cms', '-sign', '-nodetach', '-in', key, '-signer', certificate, '-inkey', key, '-outform', 'DER'],
    ],
    ['signed-message', () => ['cms', '-sign', '-nodetach', '-in', key, '-signer', certificate, '-inkey', key]],
    ['signed-message', () => ['cms', '-sign', '-in', text, '-signer', certificate, '-inkey', key]],
    ['signed-message', () => ['crl2pkcs7', '-nocrl', '-certfile', certificate]],
    ['cms-message', () => ['cms', '-digest_create', '-in', key, '-outform', 'DER']],
  ])('%s', (looksLike, command) => {
    expect(failure(() => open(openssl.run(command())))).toEqual({
      code: 'token-file.not-a-token',
      facts: { looksLike },
    })
  })
})
