import { describe, expect, test } from 'vitest'
import { readTokenFile } from '../../../../../main/clients/token-file/index.ts'
import { fixture, failure, open, sampleValues } from './sample.ts'

describe('files kept from OpenSSL', () => {
  test.each(['apple-shape.p7m', 'des3-framed.pem', 'oaep-sha256.der', 'negative-serial.b64'])('%s opens', (name) => {
    expect(open(fixture(name))).toEqual(sampleValues)
  })

  test('a serial number below zero is kept as the bytes in the file', () => {
    expect(readTokenFile(fixture('negative-serial.b64')).recipients[0]?.name).toMatchObject({
      by: 'issuer',
      issuerName: 'Negative serial number',
      serialNumber: 'edcba9876f543211',
    })
  })

  test('AES-GCM is refused by its name', () => {
    expect(failure(() => open(fixture('aes256-gcm.der')))).toEqual({
      code: 'token-file.unsupported-cipher',
      facts: { algorithm: 'AES-256-GCM' },
    })
  })
})
