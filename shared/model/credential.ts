import type { CredentialId, ProfileId, PushRequestId, TokenId } from './ids.ts'
import type { TokenContact } from './token.ts'

/** Everything that expires. `manual` is what somebody typed in: an API key, a licence, a certificate of another tool. */
export const CREDENTIAL_KINDS = ['ade-token', 'stoken', 'push-certificate', 'anchor-certificate', 'manual'] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

/**
 * `expired`: by its date or by Apple's word. `rejected`: Apple says it was revoked or is not valid. `used-elsewhere`: a
 * management service that nobody here has confirmed says that the content token is its own. The last two are only known of ADE tokens.
 */
export const CREDENTIAL_STATES = [
  'unverified',
  'ok',
  'expiring',
  'expired',
  'rejected',
  'used-elsewhere',
  'unreachable',
  'terms-not-accepted',
  'access-denied',
] as const
export type CredentialState = (typeof CREDENTIAL_STATES)[number]

/** One line of the calendar of expiries. Holds no secret. Times: milliseconds UTC. */
export type Credential = {
  readonly id: CredentialId
  readonly kind: CredentialKind
  readonly name: string
  readonly expiresAt: number
  /** Whole days left: 0 in the last 24 hours, negative once it has expired. */
  readonly daysLeft: number
  /** The smallest of the chosen numbers of days that is reached, 0 once it has expired, null while all are further away. */
  readonly level: number | null
  readonly state: CredentialState
  /** Null where nothing has ever changed: it is fine, and was so when it was first seen. */
  readonly stateSince: number | null
  readonly owner: TokenContact | null
  readonly deputy: TokenContact | null
  /** The Apple account it was made with: the same one has to renew it. */
  readonly account: string | null
  readonly organization: string | null
  readonly note: string | null
  /** When Apple last answered about it; null where nobody has asked or nobody can be asked. */
  readonly verifiedAt: number | null
  /** False for what belongs to another place: ADE tokens, and certificates inside profiles. */
  readonly isRemovable: boolean
  readonly tokenId: TokenId | null
  readonly stoken: StokenFacts | null
  readonly push: PushFacts | null
  readonly anchor: AnchorFacts | null
}

/** A management service as it has written itself into a content token's unit. */
export type ManagementService = { readonly id: string | null; readonly name: string | null }

/** Why Apple rejects a content token. */
export const STOKEN_PROBLEMS = ['expired', 'revoked', 'invalid', 'not-a-unit-token', 'service-removed'] as const
export type StokenProblem = (typeof STOKEN_PROBLEMS)[number]

export type StokenFacts = {
  readonly orgName: string
  /** What Apple told; null until it has. */
  readonly locationName: string | null
  readonly country: string | null
  readonly platform: string | null
  readonly website: string | null
  /** Names the library of licences: several tokens may belong to one. */
  readonly libraryId: string | null
  /** The date in the file, and the one Apple tells: the earlier one counts. */
  readonly fileExpiresAt: number
  readonly serviceExpiresAt: number | null
  /** Who uses the unit, as last seen. */
  readonly usedBy: ManagementService | null
  /** Who may use it: somebody here has confirmed that this is their console. */
  readonly confirmedService: ManagementService | null
  readonly problem: StokenProblem | null
}

export type PushFacts = {
  /** The subject's UID, `com.apple.mgmt.…`: devices listen to it, so a renewal must not change it. */
  readonly topic: string
  readonly commonName: string | null
  readonly country: string | null
  readonly issuer: string
  /** Upper-case hexadecimal, as the push portal lists it. */
  readonly serialNumber: string
  readonly notBefore: number
  readonly fingerprintSha256: string
  /** Whether the private key is in the vault here, or stays with the console that made it. */
  readonly hasKey: boolean
}

export type AnchorFacts = {
  readonly subject: string
  readonly issuer: string
  readonly fingerprintSha256: string
  readonly profiles: readonly { readonly id: ProfileId; readonly name: string }[]
}

/** A certificate request whose private key waits in the vault for the push certificate. */
export type PushRequest = {
  readonly id: PushRequestId
  readonly name: string
  readonly email: string | null
  readonly createdAt: number
  /** PEM of the PKCS #10 request. */
  readonly csr: string
  /** SHA-256 of the public key, lower-case hexadecimal. */
  readonly keyFingerprint: string
}

export type CredentialList = {
  /** By expiry, the next one first. */
  readonly credentials: readonly Credential[]
  /** Days before an expiry that each are worth a notice, descending. */
  readonly levels: readonly number[]
  /** When notices were last looked through: a heartbeat. */
  readonly checkedAt: number | null
}

/** Typed by a person who replaces a push certificate by one of another topic. */
export const TOPIC_CONFIRMATION = 'ENROLL ALL DEVICES AGAIN'
