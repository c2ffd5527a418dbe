import { daysLeft } from '../../../shared/model/days-left.ts'
import type { KeyPair, Token, TokenContact } from '../../../shared/model/token.ts'
import type { StoredKeyPair } from '../../db/key-pairs.ts'
import type { StoredToken } from '../../db/tokens.ts'
import { stateAt } from './token-state.ts'

/** The token as people see it at a moment. */
export function toToken(stored: StoredToken, now: number): Token {
  const { state, since } = stateAt({ state: stored.state, since: stored.stateSince, expiresAt: stored.expiresAt }, now)
  return {
    id: stored.id,
    name: stored.name,
    group: stored.group,
    serverName: stored.serverName,
    serverUuid: stored.serverUuid,
    orgName: stored.orgName,
    adminId: stored.adminId,
    consumerKeyHint: stored.consumerKeyHint,
    expiresAt: stored.expiresAt,
    daysLeft: daysLeft(stored.expiresAt, now),
    state,
    stateSince: since,
    lastFetchAt: stored.lastFetchAt,
    lastSyncAt: stored.lastSyncAt,
    nextSyncAt: stored.nextSyncAt,
    deviceCount: stored.deviceCount,
    owner: stored.owner,
    deputy: stored.deputy,
    account: stored.account,
    accountAt: stored.accountAt,
    termsCheckAt: state === 'terms-not-accepted' ? stored.termsCheckAt : null,
  }
}

/** A contact without any text is none. */
export function knownContact(contact: TokenContact | null): TokenContact | null {
  return contact?.name || contact?.email ? contact : null
}

/** Only pairs made here are staged, and those have a certificate; nothing secret or binary leaves. */
export function toStagedKey(pair: StoredKeyPair): readonly KeyPair[] {
  const { id, name, group, state, certificate, fingerprintSha256, serialNumber, createdAt } = pair
  if (state !== 'staged' || certificate === null || serialNumber === null) return []
  return [{ id, name, group, state, certificate, fingerprintSha256, serialNumber, createdAt }]
}
