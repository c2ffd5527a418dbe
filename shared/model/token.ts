import type { KeyId, TokenId } from './ids.ts'

export const TOKEN_STATES = [
  'unverified',
  'ok',
  'expiring',
  'expired',
  'rejected',
  'terms-not-accepted',
  'access-denied',
  'unreachable',
] as const
export type TokenState = (typeof TOKEN_STATES)[number]

/** Who looks after a token: a person of this organization, typed in by one. */
export type TokenContact = { readonly name: string | null; readonly email: string | null }

/** One ADE server token = one device management service in the portal. Holds no secret. Times: milliseconds UTC. */
export type Token = {
  readonly id: TokenId
  readonly name: string
  /** Path of the organization group it is connected to. */
  readonly group: string
  readonly serverName: string | null
  readonly serverUuid: string | null
  readonly orgName: string | null
  readonly adminId: string | null
  /** First characters of the consumer key: enough to compare with the portal, useless to anybody else. */
  readonly consumerKeyHint: string
  readonly expiresAt: number
  readonly daysLeft: number
  readonly state: TokenState
  readonly stateSince: number
  readonly lastFetchAt: number | null
  readonly lastSyncAt: number | null
  readonly nextSyncAt: number | null
  readonly deviceCount: number
  readonly owner: TokenContact | null
  readonly deputy: TokenContact | null
  /** What Apple last told of itself; null for a token that was never proven. */
  readonly account: Account | null
  readonly accountAt: number | null
  /** While Apple's terms wait to be accepted: when Apple is asked next. */
  readonly termsCheckAt: number | null
}

/** A token that was removed while not all of its devices are history yet. */
export type TokenRemoval = {
  readonly id: TokenId
  readonly name: string
  readonly since: number
}

/** What Apple's `GET /account` told, as far as it matters to people. */
export type Account = {
  readonly serverName: string | null
  readonly serverUuid: string | null
  readonly adminId: string | null
  readonly orgName: string | null
  readonly orgEmail: string | null
  readonly orgPhone: string | null
  readonly orgAddress: string | null
  readonly orgId: string | null
  readonly orgIdHash: string | null
  readonly orgType: string | null
  readonly orgVersion: string | null
  /** Page size limits Apple announces, by path; absent members are null. */
  readonly limits: readonly {
    readonly uri: string
    readonly methods: readonly string[]
    readonly default: number | null
    readonly maximum: number | null
  }[]
}

/** A key pair waiting for its token file, in use, or kept because something old may still need it. */
export type KeyPair = {
  readonly id: KeyId
  readonly name: string
  readonly group: string
  readonly state: 'staged' | 'current' | 'archived'
  /** PEM of the certificate the portal asks for. */
  readonly certificate: string
  readonly fingerprintSha256: string
  /** Serial number of the certificate in lower-case hexadecimal, as a token file names its recipient. */
  readonly serialNumber: string
  readonly createdAt: number
}
