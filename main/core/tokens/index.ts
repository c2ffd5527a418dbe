import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { KeyId, TokenId } from '../../../shared/model/ids.ts'
import type { Account, KeyPair, Token } from '../../../shared/model/token.ts'
import type { Credentials } from '../../clients/ade/client-type.ts'
import { ROOT_GROUP } from '../../db/groups.ts'
import { deleteStagedKeyPair, insertKeyPair, listKeyPairs } from '../../db/key-pairs.ts'
import {
  findToken,
  findTokenByName,
  listTokens,
  saveContacts,
  updateTokenState,
  type StoredToken,
} from '../../db/tokens.ts'
import { openCredentials } from './credentials.ts'
import { knownContact, toStagedKey, toToken } from './describe-token.ts'
import { sealPrivateKey } from './find-pair.ts'
import { importToken, requireGroup } from './import-token.ts'
import { inspectFile } from './inspect-file.ts'
import { alreadyConnected, otherServer } from './plan-import.ts'
import { planTermsCheck, provesAcceptance } from './plan-terms-check.ts'
import type { TokenPorts } from './ports.ts'
import { createRemovals } from './removals.ts'
import { retireDevices } from './retire-devices.ts'
import { startTermsChecks } from './terms-checks.ts'
import { moveTo, stateAfter } from './token-state.ts'

export type { TokenFiles, TokenPorts, TokenVault } from './ports.ts'
export { askAs, withCredentials } from './ask-as.ts'
export type { InspectedFile } from './inspect-file.ts'
export { retireDevices, type RetireContext, type RetireDevices, type RetireRequest } from './retire-devices.ts'
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
  const removals = createRemovals({
    ...ports,
    retireDevices: ports.retireDevices ?? ((request, context) => retireDevices(ports, request, context)),
    changed,
  })

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
    const told = account && knownAccount(id, account)
    const wasWritten = updateTokenState(db, { id, version, account: told, at: now }, (token) => {
      const { state, stateSince, expiresAt, termsChecks: checks, termsCheckAt } = token
      const before = { state, since: stateSince, expiresAt }
      const next = stateAfter(outcome, state, provesAcceptance(told))
      const wait = termsCheckAt === null ? null : { checks, nextAt: termsCheckAt }
      const terms = next === 'terms-not-accepted' ? planTermsCheck(wait, now) : null
      return { ...(next === state ? before : moveTo(next, before, { now, expiresAt })), terms }
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

  function isVaultUnlocked(): boolean {
    try {
      vault.requireUnlocked()
      return true
    } catch {
      return false
    }
  }

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

    setContacts: ({ tokenId, owner, deputy }) => {
      const isSaved = saveContacts(db, tokenId, { owner: knownContact(owner), deputy: knownContact(deputy) })
      if (!isSaved) throw new AppError('token.not-found', 'there is no such token')
      changed(tokenId)
      return read(tokenId)
    },

    remove: async ({ tokenId }, context) => {
      await removals.remove(tokenId, context)
      return null
    },

    removals: () => removals.list(),
  }

  return {
    handlers,
    list,
    find,
    credentials,
    recordAnswer,
    /** What a file is and whether it could be imported here; changes nothing. */
    inspectFile: (bytes: Uint8Array) => inspectFile(ports, bytes),
    /** Goes on with removals that a killed program left; resolves when all devices are history. */
    resumeRemovals: removals.resume,
    /** Asks again and again while terms wait to be accepted. Only a program that stays open calls this. */
    startTermsChecks: (): { readonly stop: () => void } => startTermsChecks({ ...ports, isVaultUnlocked, verify }),
    /** Stops removals between two portions; they are taken up at the next start. */
    close: removals.close,
    /** Returns the function that stops listening. */
    onChanged(listener: (ids: readonly TokenId[]) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
