import fc from 'fast-check'
import { X509Certificate } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import {
  isKeyOf,
  keyFingerprintOf,
  makePushRequest,
  readPushFile,
  type PushFile,
} from '../../../../../main/clients/credential-files/index.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { Secret } from '../../../../../shared/secret.ts'
import {
  fileOf,
  keyNamed,
  keyStore,
  openssl,
  OTHER_TOPIC,
  pushCertificate,
  TOPIC,
} from '../../../../fakes/openssl-push.ts'
import { withUnreadableKey } from '../../../../fakes/unreadable-key.ts'

const certificate = pushCertificate()
const der = new X509Certificate(certificate).raw
const bytes = (text: string) => Buffer.from(text)
const GEHEIM = 'geheim'

type Parts = { readonly key?: string | Uint8Array; readonly passphrase?: string }

function read(file: string | Uint8Array, { key, passphrase }: Parts = {}) {
  return readPushFile({
    bytes: typeof file === 'string' ? bytes(file) : file,
    key: typeof key === 'string' ? bytes(key) : key,
    passphrase: passphrase === undefined ? undefined : new Secret(passphrase),
  })
}

async function failure(file: string | Uint8Array, parts: Parts = {}) {
  const error = await read(file, parts).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw error ?? new Error('it was read')
  return { code: error.code, ...error.facts }
}

function encryptedKey(...how: readonly string[]): string {
  return openssl('pkcs8', '-topk8', '-in', fileOf(keyNamed('push')), '-passout', `pass:${GEHEIM}`, ...how)
}

describe('a push certificate', () => {
  it('tells what the push portal lists', async () => {
    const { certificate: told, privateKeyPem } = await read(certificate)
    const node = new X509Certificate(certificate)
    expect(told).toMatchObject({
      topic: TOPIC,
      commonName: `APSP:${TOPIC.slice(-36)}`,
      country: 'US',
      serialNumber: node.serialNumber,
      expiresAt: node.validToDate.getTime(),
      notBefore: node.validFromDate.getTime(),
    })
    expect(told.fingerprintSha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase())
    expect(privateKeyPem).toBeNull()
  })

  test.each<readonly [string, () => string | Uint8Array, readonly string[]]>([
    ['PEM', () => certificate, []],
    ['PEM with CRLF', () => certificate.replaceAll('\n', '\r\n'), []],
    [
      'PEM behind text, as openssl prints it',
      () => openssl('x509', '-in', fileOf(certificate), '-text'),
      ['text-around'],
    ],
    ['PEM in UTF-16', () => Buffer.from(`\uFEFF${certificate}`, 'utf16le'), ['utf-16']],
    ['PEM with a byte order mark', () => `\uFEFF${certificate}`, ['byte-order-mark']],
    ['DER', () => der, []],
    ['base64 without lines around', () => der.toString('base64'), ['no-armour']],
    [
      'TRUSTED CERTIFICATE',
      () => openssl('x509', '-in', fileOf(certificate), '-trustout', '-addtrust', 'clientAuth'),
      [],
    ],
    ['a chain', () => pushCertificate({ subject: '/CN=Some authority' }) + certificate, []],
  ])('is read from %s', async (_form, file, repairs) => {
    const found = await read(file())
    expect([found.certificate.topic, found.repairs]).toEqual([TOPIC, repairs])
  })

  it('is the newest where a file holds several, and the one of the key where there is a key', async () => {
    const older = pushCertificate({ days: 10 })
    const newest = await read(older + certificate)
    expect(newest.certificate.pem.trim()).toBe(certificate.trim())
    expect(newest.repairs).toEqual(['several-certificates'])
    const other = pushCertificate({ key: 'other', topic: OTHER_TOPIC, days: 10 })
    expect((await read(certificate + other, { key: keyNamed('other') })).certificate.topic).toBe(OTHER_TOPIC)
  })

  test.each<readonly [string, () => string | Uint8Array, Parts]>([
    ['in the same file', () => certificate + keyNamed('push'), {}],
    ['in a file of its own', () => certificate, { key: keyNamed('push') }],
    ['in PKCS #1', () => certificate, { key: openssl('rsa', '-in', fileOf(keyNamed('push')), '-traditional') }],
    ['in encrypted PKCS #8', () => certificate, { key: encryptedKey(), passphrase: GEHEIM }],
    [
      'in an encrypted PEM of old',
      () => certificate,
      {
        key: openssl('rsa', '-in', fileOf(keyNamed('push')), '-aes256', '-traditional', '-passout', `pass:${GEHEIM}`),
        passphrase: GEHEIM,
      },
    ],
    ['in a key store', () => keyStore(certificate, 'push', GEHEIM), { passphrase: GEHEIM }],
    [
      'in a key store as macOS and Windows write it',
      () => keyStore(certificate, 'push', GEHEIM, '-legacy'),
      { passphrase: GEHEIM },
    ],
    ['in a key store without passphrase', () => keyStore(certificate, 'push', ''), {}],
    [
      'in a key store without a code for it',
      () => keyStore(certificate, 'push', GEHEIM, '-nomac'),
      { passphrase: GEHEIM },
    ],
    [
      'in a key store that encrypts nothing',
      () => keyStore(certificate, 'push', GEHEIM, '-keypbe', 'NONE', '-certpbe', 'NONE'),
      { passphrase: GEHEIM },
    ],
    [
      'in a key store with SHA-512',
      () =>
        keyStore(
          certificate,
          'push',
          GEHEIM,
          '-macalg',
          'sha512',
          '-keypbe',
          'PBE-SHA1-3DES',
          '-certpbe',
          'AES-128-CBC',
        ),
      { passphrase: GEHEIM },
    ],
    [
      'in a key store with a passphrase of all scripts',
      () => keyStore(certificate, 'push', 'Schlüßel 日本'),
      { passphrase: 'Schlüßel 日本' },
    ],
  ])('takes its key %s', async (_where, file, parts) => {
    const { certificate: found, privateKeyPem } = await read(file(), parts)
    expect(found.topic).toBe(TOPIC)
    expect(isKeyOf(certificate, privateKeyPem!)).toBe(true)
  })
})

describe('what is not accepted', () => {
  test.each<readonly [string, () => string | Uint8Array, Parts, object]>([
    ['another key', () => certificate, { key: keyNamed('other') }, { code: 'push-file.key-mismatch' }],
    [
      'a key store with another certificate',
      () => certificate + keyNamed('other'),
      {},
      { code: 'push-file.key-mismatch' },
    ],
    [
      'a wrong passphrase',
      () => keyStore(certificate, 'push', GEHEIM),
      { passphrase: 'falsch' },
      { code: 'push-file.passphrase' },
    ],
    ['no passphrase', () => keyStore(certificate, 'push', GEHEIM), {}, { code: 'push-file.passphrase' }],
    [
      'a wrong passphrase without a code',
      () => keyStore(certificate, 'push', GEHEIM, '-nomac'),
      { passphrase: 'falsch' },
      { code: 'push-file.passphrase' },
    ],
    [
      'a wrong passphrase of the key',
      () => certificate,
      { key: encryptedKey(), passphrase: 'falsch' },
      { code: 'push-file.passphrase' },
    ],
    ['no passphrase of the key', () => certificate, { key: encryptedKey() }, { code: 'push-file.passphrase' }],
    ['no key in the key file', () => certificate, { key: certificate }, { code: 'push-file.key-unusable' }],
    [
      'a certificate of an app',
      () => pushCertificate({ subject: '/UID=com.example.app/CN=Apple Push Services: com.example.app' }),
      {},
      { code: 'push-file.other-purpose' },
    ],
    [
      'a certificate without UID',
      () => pushCertificate({ subject: '/CN=www.example.com' }),
      {},
      { code: 'push-file.other-purpose' },
    ],
    [
      'a request',
      () => openssl('req', '-new', '-key', fileOf(keyNamed('push')), '-subj', '/CN=x'),
      {},
      { code: 'push-file.not-a-certificate', looksLike: 'certificate-request' },
    ],
    ['a key alone', () => keyNamed('push'), {}, { code: 'push-file.not-a-certificate', looksLike: 'private-key' }],
    [
      'a content token',
      () => bytes(Buffer.from('{"token":"a","expDate":"2030","orgName":"x"}').toString('base64')),
      {},
      { code: 'push-file.not-a-certificate', looksLike: 'apps-and-books-token' },
    ],
    [
      'the signed request for the portal',
      () => bytes(Buffer.from('<?xml version="1.0"?><plist><key>PushCertRequestCSR</key></plist>').toString('base64')),
      {},
      { code: 'push-file.not-a-certificate', looksLike: 'push-request-list' },
    ],
    ['an empty file', () => '\n', {}, { code: 'push-file.not-a-certificate', looksLike: 'empty' }],
    ['a web page', () => '<html></html>', {}, { code: 'push-file.not-a-certificate', looksLike: 'html' }],
    ['a block without end', () => certificate.slice(0, 300), {}, { code: 'push-file.damaged' }],
  ])('%s', async (_what, file, parts, expected) => {
    expect(await failure(file(), parts)).toMatchObject(expected)
  })

  it('a certificate whose key cannot be read', async () => {
    for (const parts of [{}, { key: keyNamed('push') }]) {
      expect((await failure(withUnreadableKey(der), parts)).code).toBe('push-file.damaged')
    }
  })

  it('DER with any byte changed is refused or has a key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const file = Buffer.from(der)
        file[at]! ^= change
        const found = await read(file).catch((error: unknown) => error)
        if (found instanceof AppError) expect(found.code).toMatch(/^push-file\./)
        else expect(keyFingerprintOf((found as PushFile).certificate.pem)).toMatch(/^[0-9a-f]{64}$/)
      }),
      { numRuns: 1000 },
    )
  })

  it('cut DER, at any place', async () => {
    for (let length = 0; length < der.length; length += 7) {
      expect((await failure(der.subarray(0, length))).code).toMatch(/^push-file\./)
    }
  })
})

describe('whatever happens to a key store on its way', () => {
  const store = keyStore(certificate, 'push', GEHEIM, '-iter', '1')

  test('a changed byte is noticed, and nothing of the key is in the words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(store.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const file = Buffer.from(store)
        file[at]! ^= change
        try {
          const { certificate: found } = await read(file, { passphrase: GEHEIM })
          // Outside of what the code covers: friendly names of algorithms, paddings.
          expect(found.topic).toBe(TOPIC)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          expect((error as AppError).code).toMatch(/^push-file\./)
          expect((error as AppError).message).not.toMatch(/PRIVATE KEY|geheim/)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('any bytes give one of the codes', async () => {
    const starts = fc.constantFrom(
      '',
      '-----BEGIN CERTIFICATE-----\n',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    )
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const { code } = await failure(Buffer.concat([bytes(start), rest]))
        expect(code).toMatch(/^push-file\./)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('a request', () => {
  it('is one that OpenSSL proves, with its name and key', async () => {
    const { csr, privateKeyPem, keyFingerprint } = await makePushRequest({
      name: 'Größe, Berlin',
      email: 'it@example.com',
    })
    const path = fileOf(csr)
    const text = openssl('req', '-in', path, '-verify', '-noout', '-subject', '-nameopt', 'utf8,sep_comma_plus')
    expect(text).toContain('Größe')
    expect(text).toContain('emailAddress=it@example.com')
    const publicKey = openssl('req', '-in', path, '-pubkey', '-noout')
    expect(publicKey).toBe(openssl('pkey', '-in', fileOf(privateKeyPem.reveal()), '-pubout'))
    // The portal signs that key: the certificate that comes back is recognised by it.
    const signed = openssl(
      'req',
      '-x509',
      '-in',
      path,
      '-key',
      fileOf(privateKeyPem.reveal()),
      '-subj',
      `/UID=${TOPIC}`,
    )
    expect(keyFingerprintOf(signed)).toBe(keyFingerprint)
  })
})
