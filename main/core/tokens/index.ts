import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { KeyId, TokenId } from '../../../shared/model/ids.ts'
import type { Account, KeyPair, Token } from '../../../shared/model/token.ts'
import type { Credentials } from '../../clients/ade/client-type.ts'
import { ROOT_GROUP } from '../../db/groups.ts'
import { deleteStagedKeyPair, insertKeyPair, listKeyPairs, type StoredKeyPair } from '../../db/key-pairs.ts'
import { removeToken } from '../../db/remove-token.ts'
import { findToken, findTokenByName, listTokens, updateTokenState, type StoredToken } from '../../db/tokens.ts'
import { openCredentials } from './credentials.ts'
import { sealPrivateKey } from './find-pair.ts'
import { importToken, requireGroup } from './import-token.ts'
import { alreadyConnected, otherServer } from './plan-import.ts'
import type { TokenPorts } from './ports.ts'
import { daysLeft, moveTo, stateAfter, stateAt } from './token-state.ts'

export type { TokenFiles, TokenPorts, TokenVault } from './ports.ts'
export type TokenService = ReturnType<typeof createTokenService>

/** 126 random bits after the sign and the length are fixed. */
const SERIAL_BYTES = 16

/** What Apple answered to a token, for its state: `version` of the credentials it was asked with. */
export type TokenAnswer = {
  readonly outcome: 'success' | ErrorCode
  readonly version?: number | undefined
  readonly account?: Account | undefined
}

export function createTokenService(ports: TokenPorts) {
  const { db, clock, random, log, vault, tokenFiles } = ports
  const listeners = new Set<(ids: readonly TokenId[]) => void>()

  function changed(id: TokenId): void {
    for (const listener of listeners) listener([id])
  }

  /** The token as people see it now. Throws `token.not-found`. */
  function read(id: TokenId): Token {
    return toToken(requireToken(id), clock.now())
  }

  function requireToken(id: TokenId): StoredToken {
    const token = findToken(db, id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    return token
  }

  /** By id or by name, whatever the case of its letters. Throws `token.not-found`. */
  function find(idOrName: string): Token {
    const token = findToken(db, idOrName as TokenId) ?? findTokenByName(db, idOrName.trim()) // an id or not: looked up
    if (!token) throw new AppError('token.not-found', `there is no token ${idOrName}`)
    return toToken(token, clock.now())
  }

  /** Reveals the OAuth values, with the version to hand to `recordAnswer`. Throws `vault.locked`, `token.not-found`. */
  function credentials(id: TokenId): { readonly values: Credentials; readonly version: number } {
    const token = requireToken(id)
    return { values: openCredentials(vault, token.credentialsSecretId), version: token.version }
  }

  /** Moves the token's state by what Apple answered. A token that is gone or was renewed meanwhile stays as it is. */
  function recordAnswer(id: TokenId, { outcome, version, account }: TokenAnswer): void {
    const now = clock.now()
    const wasWritten = updateTokenState(db, { id, version, account: account && knownAccount(id, account) }, (token) => {
      const before = { state: token.state, since: token.stateSince, expiresAt: token.expiresAt }
      const next = stateAfter(outcome, token.state)
      return next === token.state ? before : moveTo(next, before, { now, expiresAt: token.expiresAt })
    })
    if (wasWritten) changed(id)
  }

  /** The account, unless storing it would make the token another server's. */
  function knownAccount(id: TokenId, account: Account): Account | undefined {
    const token = findToken(db, id)
    const conflict = token && serverConflict(token, account)
    if (conflict) log.warn('token.account-ignored', { tokenId: id, code: conflict.code })
    return conflict ? undefined : account
  }

  /** Apple may tell a server for the first time, of a token that was imported unproven. */
  function serverConflict(token: StoredToken, account: Account): AppError | undefined {
    const serverUuid = account.serverUuid?.toLowerCase()
    if (!serverUuid) return undefined
    if (token.serverUuid !== null && token.serverUuid.toLowerCase() !== serverUuid) return otherServer(token, account)
    const twin = listTokens(db).find((other) => other.id !== token.id && other.serverUuid?.toLowerCase() === serverUuid)
    return twin && alreadyConnected(twin)
  }

  async function createKey(input: { readonly name: string; readonly group?: string | undefined }): Promise<KeyPair> {
    vault.requireUnlocked()
    const group = requireGroup(ports, input.group ?? ROOT_GROUP)
    const now = clock.now()
    const made = await tokenFiles.makeKeyPair({ name: input.name, now, serialBytes: random.bytes(SERIAL_BYTES) })
    const pair = {
      id: random.uuid() as KeyId, // branded where it is made
      name: input.name,
      state: 'staged',
      certificate: made.certificate,
      fingerprintSha256: made.fingerprintSha256,
      serialNumber: made.serialNumber,
      createdAt: now,
    } as const
    insertKeyPair(db, { ...pair, groupNo: group.no, issuerDer: made.issuerDer }, () =>
      sealPrivateKey(vault, made.privateKeyPem),
    )
    log.info('token-key.made', { keyId: pair.id, serialNumber: pair.serialNumber })
    return { ...pair, group: group.path }
  }

  async function verify(id: TokenId, signal: AbortSignal) {
    const { values, version } = credentials(id)
    const client = ports.openAdeClient(values, ports.network)
    try {
      const account = await client.account({ signal })
      const conflict = serverConflict(requireToken(id), account)
      if (conflict) throw conflict
      recordAnswer(id, { outcome: 'success', version, account })
      return { token: read(id), account, clockSkewSeconds: client.clockSkewSeconds() }
    } catch (error) {
      if (error instanceof AppError) recordAnswer(id, { outcome: error.code, version })
      throw error
    } finally {
      await client.close()
    }
  }

  /** Every token as people see it now, by name. */
  const list = (): readonly Token[] => listTokens(db).map((token) => toToken(token, clock.now()))

  const handlers: CoreHandlers['tokens'] = {
    list,

    stagedKeys: () => listKeyPairs(db).flatMap(toStagedKey),

    createKey,

    discardKey: ({ keyId }) => {
      if (!deleteStagedKeyPair(db, keyId)) throw new AppError('token.not-found', 'there is no such staged key pair')
      return null
    },

    importFile: async (input, { signal }) => {
      const { id, renewed } = await importToken(ports, input, signal)
      log.info('token.imported', { tokenId: id, renewed })
      changed(id)
      return { token: read(id), renewed }
    },

    verify: ({ tokenId }, { signal }) => verify(tokenId, signal),

    remove: ({ tokenId }) => {
      removeToken(db, tokenId, clock.now())
      log.info('token.removed', { tokenId })
      changed(tokenId)
      return null
    },
  }

  return {
    handlers,
    list,
    find,
    credentials,
    recordAnswer,
    /** Returns the function that stops listening. */
    onChanged(listener: (ids: readonly TokenId[]) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function toToken(stored: StoredToken, now: number): Token {
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
  }
}

/** Only pairs made here are staged, and those have a certificate; nothing secret or binary leaves. */
function toStagedKey(pair: StoredKeyPair): readonly KeyPair[] {
  const { id, name, group, state, certificate, fingerprintSha256, serialNumber, createdAt } = pair
  if (state !== 'staged' || certificate === null || serialNumber === null) return []
  return [{ id, name, group, state, certificate, fingerprintSha256, serialNumber, createdAt }]
}
