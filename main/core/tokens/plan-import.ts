import { AppError } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { Account } from '../../../shared/model/token.ts'
import type { StoredToken } from '../../db/tokens.ts'

export type ImportFacts = {
  /** All tokens as they were before Apple was asked. */
  readonly tokens: readonly StoredToken[]
  /** Null where Apple was not asked. */
  readonly account: Account | null
  /** Tokens whose stored consumer key is the one in the file. */
  readonly sameConsumerKey: ReadonlySet<TokenId>
  readonly name: string | undefined
  /** Path of the group that was asked for, spelt as stored. */
  readonly group: string | undefined
  readonly forceServer: boolean
  readonly expiresAt: number
  readonly now: number
}

export type ImportPlan =
  { readonly kind: 'new' } | { readonly kind: 'renew'; readonly token: StoredToken; readonly isOtherServer: boolean }

/**
 * New token, renewal, or refusal. Same server means same `server_uuid`; the consumer key is only a hint, for where one
 * side's UUID is unknown, because a renewed token may come with new OAuth values. Without a name a file of a server that
 * is connected renews its token; under a new name it would connect that server twice, and is refused.
 */
export function planImport(facts: ImportFacts): ImportPlan {
  const same = findSameServer(facts)
  const named = facts.tokens.find((token) => token.name.toLowerCase() === facts.name?.toLowerCase())
  if (same) return planRenewal(same, named, facts)
  if (!named) return { kind: 'new' }
  if (!facts.forceServer) throw otherServer(named, facts.account)
  return { kind: 'renew', token: named, isOtherServer: true }
}

function findSameServer({ tokens, account, sameConsumerKey }: ImportFacts): StoredToken | undefined {
  const serverUuid = account?.serverUuid?.toLowerCase()
  if (!serverUuid) return tokens.find((token) => sameConsumerKey.has(token.id))
  return (
    tokens.find((token) => token.serverUuid?.toLowerCase() === serverUuid) ??
    tokens.find((token) => token.serverUuid === null && sameConsumerKey.has(token.id))
  )
}

function planRenewal(token: StoredToken, named: StoredToken | undefined, facts: ImportFacts): ImportPlan {
  if (named && named.id !== token.id) {
    if (!facts.forceServer) throw otherServer(named, facts.account)
    throw alreadyConnected(token)
  }
  // Somebody who gives it a new name believes to connect a new server.
  if (facts.name !== undefined && !named) throw alreadyConnected(token)
  if (facts.group !== undefined && facts.group !== token.group) throw alreadyConnected(token)
  if (facts.expiresAt <= facts.now && token.expiresAt > facts.now) {
    throw new AppError('auth.expired', `the file has expired, and ${token.name} still has a valid token`, {
      facts: { token: token.name },
    })
  }
  return { kind: 'renew', token, isOtherServer: false }
}

export function otherServer(token: StoredToken, account: Account | null): AppError {
  return new AppError('token.other-server', `this belongs to another server than ${token.name}`, {
    facts: { token: token.name, serverName: token.serverName, otherServerName: account?.serverName ?? null },
  })
}

export function alreadyConnected(token: StoredToken): AppError {
  return new AppError('token.already-connected', `this server is connected as ${token.name} at ${token.group}`, {
    facts: { token: token.name, group: token.group },
  })
}
