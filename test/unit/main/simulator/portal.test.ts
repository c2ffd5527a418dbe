import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TokenFileForm } from '../../../../main/simulator/portal.ts'
import { openSession, start } from './talk.ts'

const HAS_OPENSSL = spawnSync('openssl', ['version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'ade-portal-'))
const keyFile = join(folder, 'key.pem')
const certificateFile = join(folder, 'certificate.pem')
const withOpenssl = test.skipIf(!HAS_OPENSSL)

if (!HAS_OPENSSL) process.stderr.write('portal.test.ts: openssl is not installed, token files are not opened\n')

const makeCertificate = (...kind: string[]) =>
  execFileSync(
    'openssl',
    ['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=Präsidium/O=Test', '-utf8', '-keyout', keyFile, ...kind],
    { stdio: 'pipe' },
  )

beforeAll(() => {
  if (HAS_OPENSSL) makeCertificate('-newkey', 'rsa:2048', '-out', certificateFile)
})
afterAll(() => rmSync(folder, { recursive: true }))

function decrypt(file: Uint8Array): string {
  const path = join(folder, 'token.p7m')
  writeFileSync(path, file)
  return execFileSync('openssl', ['cms', '-decrypt', '-in', path, '-inkey', keyFile, '-recip', certificateFile], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
}

function valuesIn(message: string): Record<string, string> {
  const json = /-----BEGIN MESSAGE-----\r?\n(.*)\r?\n-----END MESSAGE-----/.exec(message)?.[1]
  return JSON.parse(json ?? 'null')
}

const FORMS: readonly TokenFileForm[] = [
  {},
  { encoding: 'der' },
  { lineEnd: '\n' },
  { cipher: 'aes192-CBC' },
  { cipher: 'aes256-CBC' },
  { cipher: 'des-EDE3-CBC' },
]

withOpenssl.each(FORMS)('openssl opens a token file of the form %j and finds the five values', async (form) => {
  const { simulator } = await start()
  const certificate = readFileSync(certificateFile, 'utf8')
  const message = decrypt(simulator.issueToken(certificate, { form }))
  expect(message).toMatch(/^Content-Type: text\/plain;charset=UTF-8\r?\nContent-Transfer-Encoding: 7bit\r?\n\r?\n/)
  expect(valuesIn(message)).toEqual({
    consumer_key: expect.stringMatching(/^CK_[0-9a-f]{96}$/),
    consumer_secret: expect.stringMatching(/^CS_[0-9a-f]{40}$/),
    access_token: expect.stringMatching(/^AT_O\d{10}O[0-9a-f]{40}O\d{13}$/),
    access_secret: expect.stringMatching(/^AS_[0-9a-f]{40}$/),
    access_token_expiry: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  })
})

withOpenssl('the values in the file open a session, for one year from now', async () => {
  const now = Date.parse('2026-11-22T10:00:00Z')
  const { simulator } = await start({ now: () => now })
  const values = valuesIn(decrypt(simulator.issueToken(readFileSync(certificateFile))))
  expect(values).toMatchObject({
    access_token: expect.stringMatching(`O${now}$`),
    access_token_expiry: '2027-11-22T10:00:00Z',
  })
  const { consumer_key = '', consumer_secret = '', access_token = '', access_secret = '' } = values
  const token = { consumer_key, consumer_secret, access_token, access_secret, access_token_expiry: '' }
  expect((await openSession(simulator.url, token, { timestamp: now / 1000 })).status).toBe(200)
})

withOpenssl('the file looks like one of Apple: MIME head, indefinite lengths, several chunks', async () => {
  const { simulator } = await start()
  const text = simulator.issueToken(readFileSync(certificateFile)).toString('latin1')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  expect(head.split('\r\n')).toEqual([
    'Content-Type: application/pkcs7-mime; name="smime.p7m"; smime-type=enveloped-data',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7m"',
    'Content-Description: S/MIME Encrypted Message',
  ])
  const bytes = Buffer.from(body, 'base64')
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x30, 0x80]))
  expect(bytes.subarray(-10)).toEqual(Buffer.alloc(10))
  const listing = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], { input: bytes, encoding: 'utf8' })
  expect(listing).toContain(':aes-128-cbc')
  expect(
    listing
      .split('cont [ 0 ]')
      .at(-1)
      ?.match(/OCTET STRING/g)?.length,
  ).toBeGreaterThan(1)
})

withOpenssl('a certificate with an elliptic key gets no token, and the old token stays good', async () => {
  const { simulator, values } = await start()
  const other = join(folder, 'ec.pem')
  makeCertificate(
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-keyout',
    join(folder, 'ec.key'),
    '-out',
    other,
  )
  expect(() => simulator.issueToken(readFileSync(other))).toThrow(RangeError)
  expect(() => simulator.issueToken('no certificate')).toThrow(RangeError)
  expect((await openSession(simulator.url, values)).status).toBe(200)
})
