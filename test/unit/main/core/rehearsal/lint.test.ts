import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlistValue } from '../../../../../main/clients/enrollment/client-type.ts'
import { describeProfile } from '../../../../../main/core/rehearsal/describe-profile.ts'
import { lintProfile } from '../../../../../main/core/rehearsal/lint/profile.ts'
import type { LintContext } from '../../../../../main/core/rehearsal/lint/payloads.ts'
import { REHEARSAL_FINDINGS } from '../../../../../shared/model/rehearsal.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'

type Dict = { [key: string]: PlistValue }

const NOW = Date.UTC(2026, 10, 22)
const CONTEXT: LintContext = {
  product: 'iPhone17,2',
  isMac: false,
  isMultiUser: false,
  pushTopics: [],
  now: NOW,
  describeCertificate: (der) =>
    der[1] === 1 ? { subject: 'Old', expiresAt: NOW - 1 } : { subject: 'New', expiresAt: NOW + 1 },
}

const DER = Uint8Array.of(0x30, 0)

function payload(type: string, id: string, more: Dict): Dict {
  return { PayloadType: type, PayloadVersion: 1, PayloadIdentifier: `x.${id}`, PayloadUUID: id, ...more }
}

const scep = (more: Dict = {}) =>
  payload('com.apple.security.scep', 'ID', {
    PayloadContent: { URL: 'http://ca.example/scep', Keysize: 2048, ...more },
  })
const acme = (more: Dict = {}) =>
  payload('com.apple.security.acme', 'ID', {
    DirectoryURL: 'https://ca.example/acme',
    ClientIdentifier: 'c',
    KeyType: 'ECSECPrimeRandom',
    ...more,
  })
const mdm = (more: Dict = {}) =>
  payload('com.apple.mdm', 'MDM', {
    ServerURL: 'https://mdm.example/s',
    Topic: 'com.apple.mgmt.External.1',
    IdentityCertificateUUID: 'id',
    AccessRights: 8191,
    SignMessage: true,
    ...more,
  })
const profile = (content: readonly PlistValue[], more: Dict = {}): Dict => ({
  PayloadType: 'Configuration',
  PayloadVersion: 1,
  PayloadIdentifier: 'x',
  PayloadUUID: 'TOP',
  PayloadContent: content,
  ...more,
})
const root = (content: PlistValue) => payload('com.apple.security.root', 'ROOT', { PayloadContent: content })

const without = (dict: Dict, key: string): Dict =>
  Object.fromEntries(Object.entries(dict).filter(([one]) => one !== key))

const CASES: readonly (readonly [
  about: string,
  value: PlistValue,
  codes: readonly string[],
  context?: Partial<LintContext>,
])[] = [
  ['right with SCEP', profile([scep(), mdm()]), []],
  ['right with ACME', profile([acme(), mdm()]), []],
  ['right with a certificate', profile([root(DER), scep(), mdm()]), []],
  ['no dictionary', [1, 2], ['profile-type']],
  ['another type', profile([scep(), mdm()], { PayloadType: 'Profile Service' }), ['profile-type']],
  ['no identifier', without(profile([scep(), mdm()]), 'PayloadIdentifier'), ['profile-key-missing']],
  ['another version', profile([scep(), mdm()], { PayloadVersion: 2 }), ['profile-key-missing']],
  [
    'no content',
    without(profile([]), 'PayloadContent'),
    ['profile-key-missing', 'no-mdm-payload', 'no-identity-payload'],
  ],
  ['removed long ago', profile([scep(), mdm()], { RemovalDate: new Date(NOW - 1) }), ['profile-expired']],
  ['for a user of a Mac', profile([scep(), mdm()], { PayloadScope: 'User' }), ['scope-not-system'], { isMac: true }],
  ['for the system', profile([scep(), mdm()], { PayloadScope: 'System' }), [], { isMac: true }],
  ['a payload without its UUID', profile([without(root(DER), 'PayloadUUID'), scep(), mdm()]), ['payload-incomplete']],
  ['a UUID twice', profile([{ ...root(DER), PayloadUUID: 'mdm' }, scep(), mdm()]), ['payload-uuid-repeated']],
  [
    'the UUID of the profile again',
    profile([{ ...root(DER), PayloadUUID: 'top' }, scep(), mdm()]),
    ['payload-uuid-repeated'],
  ],
  ['no MDM payload', profile([scep()]), ['no-mdm-payload']],
  [
    'two MDM payloads',
    profile([scep(), mdm(), { ...mdm(), PayloadUUID: 'M2', PayloadIdentifier: 'y' }]),
    ['several-mdm-payloads'],
  ],
  ['no ServerURL', profile([scep(), without(mdm(), 'ServerURL')]), ['server-url-missing']],
  ['ServerURL by http', profile([scep(), mdm({ ServerURL: 'http://mdm.example' })]), ['server-url-not-https']],
  ['ServerURL is a number', profile([scep(), mdm({ ServerURL: 7 })]), ['server-url-missing']],
  ['CheckInURL by http', profile([scep(), mdm({ CheckInURL: 'http://mdm.example' })]), ['check-in-url-not-https']],
  ['no topic', profile([scep(), mdm({ Topic: ' ' })]), ['topic-missing']],
  ['the topic of an app', profile([scep(), mdm({ Topic: 'com.example.app' })]), ['topic-form']],
  ['the topic alone', profile([scep(), mdm({ Topic: 'com.apple.mgmt.' })]), ['topic-form']],
  ['another topic', profile([scep(), mdm()]), ['topic-differs'], { pushTopics: ['com.apple.mgmt.External.2'] }],
  ['one of the topics', profile([scep(), mdm()]), [], { pushTopics: ['a', 'com.apple.mgmt.External.1'] }],
  ['no reference', profile([scep(), mdm({ IdentityCertificateUUID: '' })]), ['identity-reference-missing']],
  [
    'a reference to nothing',
    profile([scep(), mdm({ IdentityCertificateUUID: 'X' })]),
    ['identity-reference-unresolved'],
  ],
  ['a reference to itself', profile([scep(), mdm({ IdentityCertificateUUID: 'MDM' })]), ['identity-wrong-type']],
  ['no identity', profile([mdm()]), ['identity-reference-unresolved', 'no-identity-payload']],
  ['no rights', profile([scep(), without(mdm(), 'AccessRights')]), ['access-rights-missing']],
  ['rights 0', profile([scep(), mdm({ AccessRights: 0 })]), ['access-rights-invalid']],
  ['rights 8192', profile([scep(), mdm({ AccessRights: 8192 })]), ['access-rights-invalid']],
  ['rights 1.5', profile([scep(), mdm({ AccessRights: 1.5 })]), ['access-rights-invalid']],
  ['2 without 1', profile([scep(), mdm({ AccessRights: 8190 })]), ['access-rights-incomplete']],
  ['128 without 64', profile([scep(), mdm({ AccessRights: 8191 - 64 })]), ['access-rights-incomplete']],
  ['some rights', profile([scep(), mdm({ AccessRights: 3 })]), ['access-rights-limited']],
  ['development push', profile([scep(), mdm({ UseDevelopmentAPNS: true })]), ['development-push']],
  ['messages not signed', profile([scep(), mdm({ SignMessage: false })]), ['messages-unsigned']],
  [
    'a Shared iPad without its capability',
    profile([scep(), mdm()]),
    ['per-user-capability-missing'],
    { isMultiUser: true },
  ],
  ['pinned to nothing', profile([scep(), mdm({ ServerURLPinningCertificateUUIDs: ['NO'] })]), ['pinning-unresolved']],
  ['pinned to a certificate', profile([root(DER), scep(), mdm({ ServerURLPinningCertificateUUIDs: ['root'] })]), []],
  ['of an account', profile([scep(), mdm({ EnrollmentMode: 'BYOD' })]), ['account-driven-key']],
  ['SCEP without URL', profile([scep({ URL: '' }), mdm()]), ['scep-url-invalid']],
  ['SCEP by another scheme', profile([scep({ URL: 'ldap://ca' }), mdm()]), ['scep-url-invalid']],
  ['SCEP with a small key', profile([scep({ Keysize: 1024 }), mdm()]), ['scep-key-small']],
  ['ACME without directory', profile([without(acme(), 'DirectoryURL'), mdm()]), ['acme-incomplete']],
  ['ACME by http', profile([acme({ DirectoryURL: 'http://ca.example' }), mdm()]), ['acme-not-https']],
  [
    'PKCS#12 without a file',
    profile([payload('com.apple.security.pkcs12', 'ID', {}), mdm()]),
    ['identity-file-invalid'],
  ],
  ['PKCS#12', profile([payload('com.apple.security.pkcs12', 'ID', { PayloadContent: DER }), mdm()]), []],
  ['no certificate', profile([root('text'), scep(), mdm()]), ['certificate-payload-invalid']],
  ['an old certificate', profile([root(Uint8Array.of(0x30, 1)), scep(), mdm()]), ['certificate-payload-expired']],
]

it.each(CASES.map(([about, value, expected, context = {}]) => ({ about, value, expected, context })))(
  '$about',
  ({ value, expected, context }) => {
    expect(lintProfile(value, { ...CONTEXT, ...context }).map(({ code }) => code)).toEqual(expected)
  },
)

const anyValue: fc.Arbitrary<PlistValue> = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.uint8Array({ maxLength: 20 }),
    fc.date(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'PayloadType',
        'PayloadContent',
        'PayloadUUID',
        'Topic',
        'URL',
        'AccessRights',
        'ServerURL',
        '__proto__',
        'x',
      ),
      fc.oneof(tie('value'), fc.constantFrom('com.apple.mdm', 'com.apple.security.scep', 'com.apple.security.acme')),
      { noNullPrototype: true },
    ),
  ),
})).value

it('any value is read to the end, every finding has words in both languages, and nothing secret comes out', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      for (const { code, facts } of lintProfile(value, CONTEXT)) {
        for (const language of ['en', 'de'] as const) {
          const { findings, remedies } = messagesIn(language).rehearsal
          expect(findings[code](facts)).not.toMatch(/undefined|\[object/)
          expect(remedies[code].length).toBeGreaterThan(10)
        }
      }
      describeProfile({
        value,
        protection: 'unsigned',
        signature: undefined,
        isOpened: false,
        looksLike: 'property-list',
      })
    }),
    { numRuns: 500 },
  )
})

it('no profile without a fault loses a part unnoticed', () => {
  const whole = profile([scep(), mdm()])
  const paths = ['PayloadType', 'PayloadVersion', 'PayloadIdentifier', 'PayloadUUID', 'PayloadContent']
  for (const key of paths) expect(lintProfile(without(whole, key), CONTEXT), key).not.toEqual([])
  for (const key of ['ServerURL', 'Topic', 'IdentityCertificateUUID', 'AccessRights', 'PayloadUUID', 'PayloadType'])
    expect(lintProfile(profile([scep(), without(mdm(), key)]), CONTEXT), key).not.toEqual([])
})

it('each code is in the list once', () => {
  expect(new Set(REHEARSAL_FINDINGS).size).toBe(REHEARSAL_FINDINGS.length)
})
