import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { publicKeyFingerprint } from '../../../../../main/clients/token-file/index.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { failure, fixture, fixtureKey, open, sampleValues } from './sample.ts'
import { createPrivateKey } from 'node:crypto'

const file = fixture('apple-shape.p7m')

test('PKCS #1 and PKCS #8 are taken, and are the same key', () => {
  const pkcs1 = createPrivateKey(fixtureKey.reveal()).export({ type: 'pkcs1', format: 'pem' }).toString()
  expect(open(file, new Secret(pkcs1))).toEqual(sampleValues)
  expect(publicKeyFingerprint(new Secret(pkcs1))).toBe(publicKeyFingerprint(fixtureKey))
})

test.each([
  ['a certificate', fixture('certificate.pem').toString()],
  ['nothing', ''],
  [
    'an elliptic curve key',
    generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey,
  ],
  [
    'a key behind a passphrase',
    createPrivateKey(fixtureKey.reveal())
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
      .toString(),
  ],
  ['a key cut short', fixtureKey.reveal().slice(0, 900)],
])('%s is no usable key', (_, pem) => {
  expect(failure(() => open(file, new Secret(pem))).code).toBe('key.unusable')
})
