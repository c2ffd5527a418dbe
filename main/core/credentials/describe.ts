import { daysLeft } from '../../../shared/model/days-left.ts'
import type { AnchorFacts, Credential } from '../../../shared/model/credential.ts'
import type { CredentialId } from '../../../shared/model/ids.ts'
import type { Token, TokenContact } from '../../../shared/model/token.ts'
import type { Contacts, StoredCredential } from '../../db/credentials.ts'
import { stateAt } from './credential-state.ts'
import { levelAt } from './levels.ts'

/** What the lines of one list share. */
export type Moment = { readonly now: number; readonly levels: readonly number[] }

const NOTHING = { note: null, account: null, organization: null, tokenId: null, stoken: null, push: null, anchor: null }

export function describeStored(stored: StoredCredential, moment: Moment): Credential {
  const { state, since } = stateAt({ ...stored, since: stored.stateSince }, moment.now)
  return {
    ...NOTHING,
    ...times(stored.expiresAt, moment),
    id: stored.id,
    kind: stored.kind,
    name: stored.name,
    state,
    stateSince: since,
    owner: stored.owner,
    deputy: stored.deputy,
    account: stored.account,
    organization: stored.kind === 'stoken' ? stored.facts.orgName : null,
    note: stored.note,
    verifiedAt: stored.verifiedAt,
    isRemovable: true,
    stoken: stored.kind === 'stoken' ? stored.facts : null,
    push: stored.kind === 'push-certificate' ? { ...stored.facts, hasKey: stored.secretId !== null } : null,
  }
}

export function tokenCredentialId(token: Pick<Token, 'id'>): CredentialId {
  return `ade-token:${token.id}` as CredentialId // branded where it is made
}

export function describeToken(token: Token, moment: Moment): Credential {
  return {
    ...NOTHING,
    ...times(token.expiresAt, moment),
    id: tokenCredentialId(token),
    kind: 'ade-token',
    name: token.name,
    state: token.state,
    stateSince: token.stateSince,
    owner: token.owner,
    deputy: token.deputy,
    account: token.adminId,
    organization: token.orgName,
    verifiedAt: token.accountAt,
    isRemovable: false,
    tokenId: token.id,
  }
}

export type FoundAnchor = AnchorFacts & { readonly expiresAt: number }

export function anchorCredentialId({ fingerprintSha256 }: Pick<AnchorFacts, 'fingerprintSha256'>): CredentialId {
  return `anchor-certificate:${fingerprintSha256}` as CredentialId // branded where it is made
}

export function describeAnchor(
  { expiresAt, ...anchor }: FoundAnchor,
  contacts: Contacts | undefined,
  moment: Moment,
): Credential {
  const { state, since } = stateAt({ state: 'ok', since: 0, expiresAt }, moment.now)
  return {
    ...NOTHING,
    ...times(expiresAt, moment),
    id: anchorCredentialId(anchor),
    kind: 'anchor-certificate',
    name: anchor.subject,
    state,
    stateSince: since === 0 ? null : since,
    owner: contacts?.owner ?? null,
    deputy: contacts?.deputy ?? null,
    verifiedAt: null,
    isRemovable: false,
    anchor,
  }
}

/** A contact without any text is none. */
export function knownContact(contact: TokenContact | null | undefined): TokenContact | null {
  return contact?.name || contact?.email ? contact : null
}

function times(expiresAt: number, { now, levels }: Moment): Pick<Credential, 'expiresAt' | 'daysLeft' | 'level'> {
  return { expiresAt, daysLeft: daysLeft(expiresAt, now), level: levelAt(expiresAt, now, levels) }
}
