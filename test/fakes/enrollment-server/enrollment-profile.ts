import { createHash } from 'node:crypto'
import forge from 'node-forge'
import plist, { type PlistValue } from 'plist'
import { base64Der, type Certified, type Pki } from './certificates.ts'

export const TOPIC = 'com.apple.mgmt.External.3f2504e0-4f89-11d3-9a0c-0305e82c3301'

export const PROFILE_FAULTS = [
  'wrong-topic',
  'no-topic',
  'other-kind-of-topic',
  'wrong-identity',
  'no-identity-reference',
  'identity-not-identity',
  'no-identity',
  'no-mdm',
  'two-mdm',
  'http-server-url',
  'http-check-in-url',
  'bad-access-rights',
  'few-access-rights',
  'repeated-uuid',
  'user-scope',
  'development-push',
  'not-a-configuration',
  'expired-certificate',
] as const
export type ProfileFault = (typeof PROFILE_FAULTS)[number]

export type IdentityKind = 'scep' | 'acme' | 'pkcs12'
export type Payload = { [key: string]: PlistValue }

export type Traits = {
  readonly origin: string
  readonly scepUrl: string
  readonly acmeUrl: string
  readonly identity: IdentityKind
  readonly fault: string | undefined
  readonly pki: Pki
}

/** Stable and different for each name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** An enrollment profile without fault, or with the one that is asked for. */
export function enrollmentProfile(traits: Traits): Payload {
  const { fault, origin, pki } = traits
  const mdm = mdmPayload(origin, fault)
  const identity = fault === 'no-identity' ? [] : [identityPayload(traits)]
  const mdms = fault === 'no-mdm' ? [] : fault === 'two-mdm' ? [mdm, { ...mdm, PayloadUUID: uuidOf('mdm 2') }] : [mdm]
  const root = payload('com.apple.security.root', 'root', {
    PayloadContent: Buffer.from(base64Der(fault === 'expired-certificate' ? pki.oldSigner : pki.root), 'base64'),
  })
  return {
    PayloadType: fault === 'not-a-configuration' ? 'Profile Service' : 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'com.example.mdm.enroll',
    PayloadUUID: uuidOf('profile'),
    PayloadDisplayName: 'Example Enrollment',
    PayloadOrganization: 'Example',
    ...(fault === 'user-scope' && { PayloadScope: 'User' }),
    PayloadContent: [root, ...identity, ...mdms],
  }
}

function mdmPayload(origin: string, fault: string | undefined): Payload {
  const uuid = fault === 'repeated-uuid' ? uuidOf('root') : uuidOf('mdm')
  const insecure = origin.replace('https:', 'http:')
  return {
    ...payload('com.apple.mdm', 'mdm', {
      ServerURL: `${fault === 'http-server-url' ? insecure : origin}/mdm`,
      CheckInURL: `${fault === 'http-check-in-url' ? insecure : origin}/checkin`,
      IdentityCertificateUUID: identityReference(fault),
      AccessRights: fault === 'bad-access-rights' ? 130 : fault === 'few-access-rights' ? 3 : 8191,
      SignMessage: true,
      CheckOutWhenRemoved: true,
      UseDevelopmentAPNS: fault === 'development-push',
      ServerCapabilities: ['com.apple.mdm.per-user-connections', 'com.apple.mdm.bootstraptoken'],
      ...(fault !== 'no-topic' && { Topic: topicOf(fault) }),
    }),
    PayloadUUID: uuid,
  }
}

function topicOf(fault: string | undefined): string {
  if (fault === 'wrong-topic') return 'com.apple.mgmt.External.00000000-1111-2222-3333-444444444444'
  return fault === 'other-kind-of-topic' ? 'com.example.app' : TOPIC
}

function identityReference(fault: string | undefined): string {
  if (fault === 'wrong-identity') return uuidOf('somebody else')
  if (fault === 'identity-not-identity') return uuidOf('root')
  return fault === 'no-identity-reference' ? '' : uuidOf('identity')
}

function identityPayload({ identity, scepUrl, acmeUrl }: Traits): Payload {
  if (identity === 'acme')
    return payload('com.apple.security.acme', 'identity', {
      DirectoryURL: acmeUrl,
      ClientIdentifier: 'one-time-secret-client',
      KeyType: 'ECSECPrimeRandom',
      KeySize: 384,
      HardwareBound: true,
      Attest: true,
      Subject: [[['CN', 'device']]],
    })
  if (identity === 'pkcs12')
    return payload('com.apple.security.pkcs12', 'identity', {
      Password: 'one-time-secret-password',
      PayloadContent: Buffer.from('3003020103', 'hex'),
    })
  return payload('com.apple.security.scep', 'identity', {
    PayloadContent: {
      URL: scepUrl,
      Name: 'Example CA',
      Challenge: 'one-time-secret-challenge',
      Keysize: 2048,
      'Key Type': 'RSA',
      'Key Usage': 5,
      Subject: [[['CN', 'device']]],
    },
  })
}

function payload(type: string, name: string, more: Payload): Payload {
  return {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: `com.example.mdm.${name}`,
    PayloadUUID: uuidOf(name),
    PayloadDisplayName: name,
    ...more,
  }
}

/** CMS over the bytes, as servers sign profiles. */
export function signCms(content: Buffer, signer: Certified, chain: readonly Certified[]): Buffer {
  const message = forge.pkcs7.createSignedData()
  message.content = forge.util.createBuffer(content.toString('latin1'))
  for (const { certificate } of [signer, ...chain]) message.addCertificate(certificate)
  message.addSigner({
    key: signer.keys.privateKey,
    certificate: signer.certificate,
    digestAlgorithm: forge.pki.oids['sha256']!,
    authenticatedAttributes: [
      { type: forge.pki.oids['contentType']!, value: forge.pki.oids['data']! },
      { type: forge.pki.oids['messageDigest']! },
      { type: forge.pki.oids['signingTime']!, value: new Date() as unknown as string },
    ],
  })
  message.sign()
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1')
}

/** CMS that only the holder of the certificate can open. */
export function encryptCms(content: Buffer, certificatePem: string): Buffer {
  const envelope = forge.pkcs7.createEnvelopedData()
  envelope.addRecipient(forge.pki.certificateFromPem(certificatePem))
  envelope.content = forge.util.createBuffer(content.toString('latin1'))
  // The types of node-forge lack both parameters, which are optional at run time.
  envelope.encrypt(undefined, forge.pki.oids['aes256-CBC'])
  return Buffer.from(forge.asn1.toDer(envelope.toAsn1()).getBytes(), 'latin1')
}

export function toXml(value: Payload): Buffer {
  return Buffer.from(plist.build(value))
}
