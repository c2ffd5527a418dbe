import fc from 'fast-check'
import forge from 'node-forge'
import plist, { type PlistValue as PlistBuild } from 'plist'
import { beforeAll, expect, it } from 'vitest'
import { makeIdentity, type DeviceIdentity } from '../../../../../main/clients/enrollment/identity.ts'
import { readBinaryPlist } from '../../../../../main/clients/enrollment/plist-binary.ts'
import { PlistError, readXmlPlist } from '../../../../../main/clients/enrollment/plist-xml.ts'
import { readProfile, readRefusal } from '../../../../../main/clients/enrollment/read-profile.ts'
import { charactersLookedAt } from '../../../../fakes/characters-looked-at.ts'
import { sharedPki } from '../../../../fakes/enrollment-server/certificates.ts'
import { encryptCms, signCms, toXml } from '../../../../fakes/enrollment-server/enrollment-profile.ts'
import { withUnreadableKey } from '../../../../fakes/unreadable-key.ts'

let device: DeviceIdentity

beforeAll(async () => {
  device = await makeIdentity(Date.now())
})

const read = (bytes: Uint8Array) => readProfile(bytes, device.privateKeyPem)
const XML = toXml({ PayloadType: 'Configuration', PayloadContent: [] })

/** Written by hand from Apple's description of the format: {"a": [1, -, "ü", true, 2001-01-01, <data>]}. */
function binaryPlist(): Buffer {
  const objects = [
    Buffer.from('d10102', 'hex'), // 0: dict of one: key 1, value 2
    Buffer.from('5161', 'hex'), // 1: "a"
    Buffer.from('a50304050607', 'hex'), // 2: array of five
    Buffer.from('1001', 'hex'), // 3: 1
    Buffer.from('6100fc', 'hex'), // 4: "ü"
    Buffer.from('09', 'hex'), // 5: true
    Buffer.concat([Buffer.from('33', 'hex'), Buffer.alloc(8)]), // 6: 2001-01-01
    Buffer.from('42cafe', 'hex'), // 7: data
  ]
  const head = Buffer.from('bplist00')
  let at = head.length
  const offsets = objects.map((object) => {
    const offset = at
    at += object.length
    return offset
  })
  const trailer = Buffer.alloc(32)
  trailer[6] = 1
  trailer[7] = 1
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([head, ...objects, Buffer.from(offsets), trailer])
}

it('reads what the plist package writes, whatever it is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ß', '<', '&', '"', '\n', ' ', '>', ']]>', '日') })
  const value = fc.letrec<{ value: PlistBuild }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c&d', 'Ünder'), tie('value'), { noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(value, (given) => {
      expect(readXmlPlist(plist.build(given))).toEqual(given)
    }),
    { numRuns: 300 },
  )
})

it('reads a binary property list', () => {
  const date = new Date('2001-01-01T00:00:00Z')
  expect(readBinaryPlist(binaryPlist())).toEqual({ a: [1, 'ü', true, date, Uint8Array.of(0xca, 0xfe)] })
  expect(read(binaryPlist()).looksLike).toBe('property-list')
})

it('a binary list that holds itself ends', () => {
  const bytes = binaryPlist()
  bytes[bytes.indexOf(Buffer.from('a5', 'hex')) + 1] = 2
  expect(() => readBinaryPlist(bytes)).toThrow(PlistError)
})

it('tells bare, signed and encrypted apart, one within the other too', () => {
  const { signer, intermediate } = sharedPki()
  const deviceCertificate = forge.pki.certificateToPem(device.certificates[0])
  const signed = signCms(XML, signer, [intermediate])
  const closed = encryptCms(XML, signer.pem)
  expect(read(XML)).toMatchObject({ protection: 'unsigned', looksLike: 'property-list', isOpened: false })
  expect(read(signed)).toMatchObject({
    protection: 'signed',
    signature: { isValid: true, signer: 'Example Profile Signer' },
    value: { PayloadType: 'Configuration' },
  })
  expect(read(closed)).toMatchObject({ protection: 'encrypted', isOpened: false, value: null, looksLike: 'encrypted' })
  expect(read(encryptCms(signed, deviceCertificate))).toMatchObject({
    protection: 'encrypted',
    isOpened: true,
    signature: { isValid: true },
    value: { PayloadType: 'Configuration' },
  })
})

it('no byte of a signed profile changes unnoticed', () => {
  const { signer } = sharedPki()
  const signed = signCms(XML, signer, [])
  const start = signed.indexOf('<?xml')
  for (let at = start; at < start + XML.length; at += 7) {
    const changed = Buffer.from(signed)
    changed[at]! ^= 1
    expect(read(changed).signature?.isValid, `byte ${at}`).toBe(false)
  }
})

it.each([
  ['<!DOCTYPE html><html></html>', 'html'],
  ['  \n<html lang="de">', 'html'],
  ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', 'html'],
  ['', 'empty'],
  ['  \n ', 'empty'],
  ['{"error": 1}', 'json'],
  ['Not found', 'unknown'],
  ['<plist><dict><key>a</key></dict></plist>', 'unknown'],
])('%j looks like %s', (text, looksLike) => {
  expect(read(Buffer.from(text))).toMatchObject({ value: null, looksLike })
})

it.each([
  '<!DOCTYPE plist [<!ENTITY a "aaaa">]><plist><string>&a;</string></plist>',
  `<plist>${'<array>'.repeat(5000)}`,
  `<plist><string>${'<!--'.repeat(5000)}`,
  `<plist><dict>${'<key>a</key>'.repeat(5000)}`,
  '<plist><string>a</string><string>b</string></plist>',
  '<plist><integer>1e9999</integer></plist>',
])('refuses %.40s', (text) => {
  expect(() => readXmlPlist(text)).toThrow(PlistError)
})

it('random bytes never break the reader, and never hold it up for longer than this test may take', () => {
  const { signer } = sharedPki()
  const seeds = [XML, binaryPlist(), signCms(XML, signer, []), encryptCms(XML, signer.pem)]
  const spoiled = fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat()),
    )
    .map(([seed, changes, cut]) => {
      const bytes = Buffer.from(seed)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes.subarray(0, cut === null ? bytes.length : cut % bytes.length)
    })
  fc.assert(
    fc.property(fc.oneof(spoiled, fc.uint8Array({ maxLength: 2000 })), (bytes) => {
      read(bytes)
      readRefusal(bytes)
    }),
    { numRuns: 1500 },
  )
})

it('a signer whose key cannot be read has signed nothing', () => {
  const signed = withUnreadableKey(signCms(XML, sharedPki().signer, []))
  expect(read(signed)).toMatchObject({
    looksLike: 'property-list',
    signature: { isValid: false, signer: 'Example Profile Signer' },
  })
})

it.each([
  ['tags', '<a>'.repeat(700_000)],
  ['opened', '<'.repeat(2_000_000)],
  ['arrays', `<plist><array>${'<array/>'.repeat(240_000)}`],
  ['keys', `<plist><dict>${'<key>a</key><string/>'.repeat(90_000)}`],
  ['entities', `<plist><string>${'&amp;'.repeat(400_000)}</string></plist>`],
  ['pieces', `<plist><string>${'<!-- -->'.repeat(250_000)}</string></plist>`],
  ['comments', `<plist>${'<!-- -->'.repeat(250_000)}`],
  ['blanks', `<plist>${' '.repeat(2_000_000)}`],
  ['digits', `<plist><real>${'1'.repeat(2_000_000)}</real></plist>`],
])('of two megabytes of %s, no character is looked at more than a few times', (_what, text) => {
  const bytes = Buffer.from(text)
  expect(charactersLookedAt(() => read(bytes))).toBeLessThan(5 * text.length)
})

it('a refusal is read as JSON and as a property list; tokens stay out', () => {
  const body = { code: 'com.apple.softwareupdate.required', details: { OSVersion: '26.1', Token: 'secret' } }
  const expected = { code: body.code, message: null, details: { OSVersion: '26.1' } }
  expect(readRefusal(Buffer.from(JSON.stringify(body)))).toEqual(expected)
  expect(readRefusal(Buffer.from(plist.build(body)))).toEqual(expected)
  for (const other of ['{}', '[]', '{"code":1}', 'no', '<html>']) expect(readRefusal(Buffer.from(other))).toBeNull()
})
