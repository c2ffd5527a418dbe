import type { EnrollmentProfile } from '../../../shared/model/rehearsal.ts'
import type { ProfileReading } from '../../clients/enrollment/client-type.ts'
import { showUrl } from './show-url.ts'
import {
  type Dict,
  IDENTITY_TYPES,
  MDM,
  isDict,
  payloadType,
  payloadsOf,
  payloadsOfType,
  sameUuid,
  textAt,
  textsAt,
} from './lint/payloads.ts'

const MAX_PAYLOADS = 100

/** What is worth telling of a profile, without anything secret. Null for what is none. */
export function describeProfile(reading: ProfileReading): EnrollmentProfile | null {
  const { value, protection, signature } = reading
  if (!isDict(value)) return null
  const [mdm = {}] = payloadsOfType(value, MDM)
  const identity = identityOf(value)
  const rights = mdm['AccessRights']
  return {
    displayName: short(value, 'PayloadDisplayName'),
    identifier: short(value, 'PayloadIdentifier'),
    uuid: short(value, 'PayloadUUID'),
    organization: short(value, 'PayloadOrganization'),
    protection,
    signer: signature?.signer ?? null,
    signerExpiresAt: signature?.signerExpiresAt ?? null,
    payloads: payloadsOf(value)
      .slice(0, MAX_PAYLOADS)
      .map((payload) => short(payload, 'PayloadType') ?? '–'),
    serverUrl: shown(textAt(mdm, 'ServerURL')),
    checkInUrl: shown(textAt(mdm, 'CheckInURL')),
    topic: short(mdm, 'Topic'),
    accessRights: typeof rights === 'number' ? rights : null,
    signMessage: mdm['SignMessage'] === true,
    serverCapabilities: textsAt(mdm, 'ServerCapabilities').map((text) => text.slice(0, 100)),
    identity: identity ? IDENTITY_TYPES[payloadType(identity)]! : null,
    identityUrl: shown(identity ? identityUrl(identity) : null),
  }
}

/** The payload the MDM payload names, else the first one that is an identity. */
export function identityOf(profile: Dict): Dict | undefined {
  const identities = payloadsOf(profile).filter((payload) => Object.hasOwn(IDENTITY_TYPES, payloadType(payload)))
  const [mdm = {}] = payloadsOfType(profile, MDM)
  const wanted = textAt(mdm, 'IdentityCertificateUUID')
  return identities.find((payload) => sameUuid(textAt(payload, 'PayloadUUID'), wanted)) ?? identities[0]
}

/** Where the device gets its certificate; null for an identity that came along. */
export function identityUrl(identity: Dict): string | null {
  if (identity['PayloadType'] === 'com.apple.security.acme') return textAt(identity, 'DirectoryURL')
  const content = identity['PayloadContent']
  return isDict(content) ? textAt(content, 'URL') : null
}

function short(dict: Dict, key: string): string | null {
  return textAt(dict, key)?.slice(0, 200) ?? null
}

function shown(address: string | null): string | null {
  return address === null ? null : showUrl(address)
}
