import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { KeyId, TokenId } from '../../../shared/model/ids.ts'
import type { Account } from '../../../shared/model/token.ts'
import { Secret } from '../../../shared/secret.ts'
import type { TokenEnvelope, TokenValues } from '../../clients/token-file/index.ts'
import { findGroup, ROOT_GROUP } from '../../db/groups.ts'
import { listKeyPairs, type StoredKeyPair } from '../../db/key-pairs.ts'
import { listTokens, saveImportedToken, type StoredToken, type TokenImport } from '../../db/tokens.ts'
import { assertTokenAllowed } from '../groups/index.ts'
import { consumerKeyHint, openCredentials, revealCredentials, sealCredentials } from './credentials.ts'
import { openWithStoredPair, sealPrivateKey } from './find-pair.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import type { TokenPorts } from './ports.ts'
import { proposeName } from './token-name.ts'
import { moveTo } from './token-state.ts'

export type ImportInput = Parameters<CoreHandlers['tokens']['importFile']>[0]

/** `pair`: the stored one, absent where a private key came with the file and is not stored yet. */
type OpenedFile = {
  readonly values: TokenValues
  readonly pair: StoredKeyPair | undefined
  readonly fingerprintSha256: string
}

/**
 * Decrypt, validate, prove with Apple, compare with what is known, then everything in one transaction. Whatever fails
 * before that leaves the stored tokens and the staged key pairs as they were.
 */
export async function importToken(
  ports: TokenPorts,
  input: ImportInput,
  signal: AbortSignal,
): Promise<{ readonly id: TokenId; readonly renewed: boolean }> {
  const { db, clock, vault, tokenFiles } = ports
  const envelope = tokenFiles.readTokenFile(input.bytes)
  vault.requireUnlocked()
  const group = input.group === undefined ? undefined : requireGroup(ports, input.group)
  const opened = openFile(ports, envelope, input)
  const { values } = opened
  // Read before Apple is asked: what changes while the answer is under way is noticed by the transaction.
  const tokens = listTokens(db)
  const isAsked = input.offline !== true && values.expiresAt > clock.now()
  const account = isAsked ? await proveWithApple(ports, values, signal) : null
  signal.throwIfAborted()
  const plan = planImport({
    tokens,
    account,
    sameConsumerKey: tokensWithConsumerKey(ports, tokens, values),
    name: input.name,
    group: group?.path,
    forceServer: input.forceServer === true,
    expiresAt: values.expiresAt,
    now: clock.now(),
  })
  const data = describeImport(ports, { input, opened, plan, account, groupNo: group?.no })
  // A renewed token stays where it is, whatever the tree says by now.
  if (plan.kind === 'new') assertTokenAllowed(db, data.groupNo)
  const id = saveImportedToken(db, data, {
    credentials: () => sealCredentials(vault, values),
    privateKey: () => sealPrivateKey(vault, new Secret(input.privateKey ?? '')),
  })
  return { id, renewed: plan.kind === 'renew' }
}

export function requireGroup({ db }: Pick<TokenPorts, 'db'>, path: string) {
  const group = findGroup(db, path)
  if (!group) throw new AppError('group.not-found', `there is no group ${path}`, { path: 'group' })
  return group
}

function openFile(ports: TokenPorts, envelope: TokenEnvelope, { privateKey }: ImportInput): OpenedFile {
  const { tokenFiles } = ports
  const pairs = listKeyPairs(ports.db)
  if (privateKey === undefined) {
    const { values, pair } = openWithStoredPair(envelope, pairs, ports)
    return { values, pair, fingerprintSha256: pair.fingerprintSha256 }
  }
  const pem = new Secret(privateKey)
  const fingerprintSha256 = tokenFiles.publicKeyFingerprint(pem)
  const values = tokenFiles.openTokenFile(envelope, pem)
  return { values, pair: pairs.find((pair) => pair.fingerprintSha256 === fingerprintSha256), fingerprintSha256 }
}

async function proveWithApple(ports: TokenPorts, values: TokenValues, signal: AbortSignal): Promise<Account> {
  const client = ports.openAdeClient(revealCredentials(values), ports.network)
  try {
    return await client.account({ signal })
  } finally {
    await client.close()
  }
}

/** Credentials that cannot be read give no hint; they must not stand in the way of the file that replaces them. */
function tokensWithConsumerKey(
  { vault, log }: TokenPorts,
  tokens: readonly StoredToken[],
  values: TokenValues,
): ReadonlySet<TokenId> {
  const consumerKey = values.consumerKey.reveal()
  const same = tokens.filter((token) => {
    try {
      return openCredentials(vault, token.credentialsSecretId).consumerKey === consumerKey
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      log.warn('token.credentials-unreadable', { tokenId: token.id, code: error.code })
      return false
    }
  })
  return new Set(same.map((token) => token.id))
}

type ImportParts = {
  readonly input: ImportInput
  readonly opened: OpenedFile
  readonly plan: ImportPlan
  readonly account: Account | null
  readonly groupNo: number | undefined
}

function describeImport(ports: TokenPorts, { input, opened, plan, account, groupNo }: ImportParts): TokenImport {
  const now = ports.clock.now()
  const { values, pair } = opened
  const renews = plan.kind === 'renew' ? plan : undefined
  const known = renews && !renews.isOtherServer ? renews.token.account : null
  // Who made the key pair for it has named the token already.
  const given = input.name ?? (pair?.state === 'staged' ? pair.name : undefined)
  const name = given ?? proposeName(account?.serverName ?? undefined, input.fileName)
  const home = groupNo ?? requireGroup(ports, pair?.group ?? ROOT_GROUP).no
  const keyId = pair?.id ?? (ports.random.uuid() as KeyId) // branded where it is made
  return {
    renews,
    id: ports.random.uuid() as TokenId, // branded where it is made
    name,
    isNameAsked: input.name !== undefined,
    groupNo: home,
    account: account ?? known,
    accountAt: account ? now : known && (renews?.token.accountAt ?? null),
    consumerKeyHint: consumerKeyHint(values),
    expiresAt: values.expiresAt,
    ...nextState(plan, { isProven: account !== null, expiresAt: values.expiresAt, now }),
    key: { id: keyId, pair: pair ? undefined : { id: keyId, name, groupNo: home, ...bareKey(opened, now) } },
    at: now,
  }
}

function nextState(plan: ImportPlan, to: { isProven: boolean; expiresAt: number; now: number }) {
  const next = to.isProven ? 'ok' : 'unverified'
  if (plan.kind === 'new') return { state: next, stateSince: to.now } as const
  const { state, stateSince, expiresAt } = plan.token
  // The terms are the organization's: a new file that nobody has proven says nothing about them.
  if (state === 'terms-not-accepted' && !to.isProven && !plan.isOtherServer) return { state, stateSince }
  const moved = moveTo(next, { state, since: stateSince, expiresAt }, to)
  return { state: moved.state, stateSince: moved.since }
}

/** A pair of another tool: whatever certificate the portal has for it stayed with that tool. */
function bareKey({ fingerprintSha256 }: OpenedFile, now: number) {
  return {
    state: 'current',
    certificate: null,
    fingerprintSha256,
    issuerDer: null,
    serialNumber: null,
    createdAt: now,
  } as const
}
