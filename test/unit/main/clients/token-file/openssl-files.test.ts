import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeKeyPair, readTokenFile, type NewKeyPair } from '../../../../../main/clients/token-file/index.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { createOpenssl, hasOpenssl } from './encrypt-with-openssl.ts'
import { failure, fixture, open, sampleJson, sampleValues } from './sample.ts'

describe.skipIf(!hasOpenssl)('files made by OpenSSL now, for a certificate of ours', () => {
  const message = fixture('message-framed.txt').toString()
  let openssl: ReturnType<typeof createOpenssl>
  let ours: NewKeyPair
  let other: NewKeyPair

  beforeAll(async () => {
    openssl = createOpenssl()
    const serialBytes = (first: number) => new Uint8Array(16).fill(first)
    ours = await makeKeyPair({ name: 'Zürich ☃', now: Date.now(), serialBytes: serialBytes(0xff) })
    other = await makeKeyPair({ name: 'Zürich ☃', now: Date.now(), serialBytes: serialBytes(0x01) })
  })
  afterAll(() => openssl.remove())

  const openOurs = (file: Uint8Array) => open(file, ours.privateKeyPem)

  test.each(
    [
      ['-aes128'],
      ['-aes192'],
      ['-aes256'],
      ['-des3'],
      ['-aes128', '-stream'],
      ['-aes128', '-indef'],
      ['-aes128', '-keyid'],
      ['-aes128', '-outform', 'PEM'],
      ['-aes256', '-outform', 'DER'],
      ['-des3', '-outform', 'DER', '-stream'],
      ['-aes128', '-outform', 'PEM', '-stream'],
    ].map((args) => ({ args, line: args.join(' ') })),
  )('$line opens', ({ args }) => {
    expect(openOurs(openssl.encrypt(message, [ours.certificate], args))).toEqual(sampleValues)
  })

  test.each(['sha1', 'sha256', 'sha512'])('OAEP with %s opens', (hash) => {
    expect(openOurs(openssl.encryptWithOaep(message, ours.certificate, hash))).toEqual(sampleValues)
  })

  test('line ends may be CRLF or LF', () => {
    const file = openssl.encrypt(message, [ours.certificate], ['-aes128'])
    const unix = file.toString('latin1').replace(/\r\n/g, '\n')
    expect(openOurs(Buffer.from(unix))).toEqual(sampleValues)
    expect(openOurs(Buffer.from(unix.replace(/\n/g, '\r\n')))).toEqual(sampleValues)
  })

  test('content in many chunks opens', () => {
    const padding = 'x'.repeat(300_000)
    const json = sampleJson.replace('{', `{"unknown":"${padding}",`)
    const file = openssl.encrypt(json, [ours.certificate], ['-aes128', '-stream', '-outform', 'DER'])
    expect(openOurs(file)).toEqual(sampleValues)
  })

  test('one of several recipients is enough, wherever it stands', () => {
    const certificates = [other.certificate, fixture('certificate.pem').toString(), ours.certificate]
    const file = openssl.encrypt(message, certificates, ['-aes128'])
    expect(openOurs(file)).toEqual(sampleValues)
    const named = readTokenFile(file).recipients.map(({ name }) => name.by === 'issuer' && name.serialNumber)
    expect(named.sort()).toEqual([other.serialNumber, '5eed000000000001', ours.serialNumber].sort())
  })

  test('a file for another key names the certificate it was made for', () => {
    const file = openssl.encrypt(message, [other.certificate], ['-aes128'])
    expect(failure(() => openOurs(file))).toEqual({
      code: 'token-file.other-key',
      facts: {
        madeFor: `certificate Zürich ☃ with serial number ${other.serialNumber}`,
        madeForSerialNumber: other.serialNumber,
        madeForName: 'Zürich ☃',
        pairs: '',
      },
    })
  })

  test.each([['pkcs1', ['-aes128']] as const, ['key id', ['-des3', '-keyid']] as const])(
    'every other key gives the same error (%s)',
    (_, args) => {
      const file = openssl.encrypt(message, [ours.certificate], args)
      expect(failure(() => open(file, other.privateKeyPem)).code).toBe('token-file.other-key')
      expect(failure(() => open(file)).code).toBe('token-file.other-key')
    },
  )

  test('a key of another size is another key too', () => {
    const file = openssl.encrypt(message, [ours.certificate], ['-aes128'])
    for (const bits of ['1024', '2304']) {
      const key = new Secret(openssl.run(['genrsa', bits]).toString())
      expect(failure(() => open(file, key)).code).toBe('token-file.other-key')
    }
  })

  test.each([
    [['-camellia128'], 'Camellia-128-CBC'],
    [['-aes-128-gcm'], 'AES-128-GCM'],
  ])('%s is refused by its name', (args, algorithm) => {
    const file = openssl.encrypt(message, [ours.certificate], args)
    expect(failure(() => openOurs(file))).toEqual({ code: 'token-file.unsupported-cipher', facts: { algorithm } })
  })

  test('a file for an elliptic curve certificate says that RSA is needed', () => {
    const key = openssl.write(openssl.run(['ecparam', '-name', 'prime256v1', '-genkey', '-noout']))
    const certificate = openssl.run(['req', '-x509', '-key', key, '-subj', '/CN=curve', '-days', '1']).toString()
    const file = openssl.encrypt(message, [certificate], ['-aes128'])
    expect(failure(() => openOurs(file)).code).toBe('token-file.unsupported-cipher')
  })

  test('OpenSSL accepts our certificate and reads from it what we say of it', () => {
    const path = openssl.write(ours.certificate)
    const fields = ['-serial', '-fingerprint', '-sha256', '-subject', '-nameopt', 'utf8', '-ext', 'keyUsage']
    const text = openssl.run(['x509', '-in', path, '-noout', ...fields]).toString()
    expect(openssl.run(['verify', '-CAfile', path, path]).toString()).toContain('OK')
    expect(text).toContain(`serial=${ours.serialNumber.toUpperCase()}`)
    expect(text.replace(/:/g, '').toLowerCase()).toContain(ours.fingerprintSha256)
    expect(text).toContain('CN=Zürich ☃')
    expect(text).toContain('Digital Signature, Key Encipherment')
  })
})
