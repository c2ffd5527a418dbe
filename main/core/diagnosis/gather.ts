import { AppError, isCancelled } from '../../../shared/errors.ts'
import { toSerial, type Serial, type TokenId } from '../../../shared/model/ids.ts'
import { parseInstant } from '../../../shared/model/instant.ts'
import type { HostCheck, NetworkCheck } from '../../../shared/model/network-check.ts'
import type { ProfileBody } from '../../../shared/model/profile.ts'
import type { Rehearsal } from '../../../shared/model/rehearsal.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import type { AdeClient } from '../../clients/ade/client-type.ts'
import type { WireDevice } from '../../clients/ade/wire.ts'
import type { CheckHosts, CheckHostsOptions } from '../netcheck/ports.ts'
import type { CorePorts } from '../ports.ts'
import { bodyToSend, diffBodies, readBody } from '../profiles/index.ts'
import type { TokenService } from '../tokens/index.ts'
import type { Vault } from '../vault/index.ts'
import type { FactValues, PortalFacts, ProbedHost, RecordFacts, RehearsalFacts, TokenFileFacts } from './facts.ts'
import { addressIn, createRecordReader, type RecordPorts } from './records.ts'
import { createSharedWork, remembered, rememberedBy } from './remember.ts'

/** The part of a profile that a device goes by. */
export type RehearsedBody = {
  readonly url: string
  readonly configuration_web_url?: string | null
  readonly anchor_certs?: string[] | null
  readonly is_multi_user?: boolean | null
}

export type Rehearse = (
  request: { readonly body: RehearsedBody; readonly serial: Serial | null },
  options: { readonly signal: AbortSignal },
) => Promise<Rehearsal>

export type GatherPorts = RecordPorts &
  Pick<CorePorts, 'clock' | 'log' | 'network'> & {
    readonly vault: Pick<Vault, 'requireUnlocked'>
    readonly tokens: Pick<TokenService, 'list' | 'credentials' | 'recordAnswer' | 'inspectFile'>
    readonly openAdeClient: (
      ...parameters: Parameters<CorePorts['openAdeClient']>
    ) => Pick<AdeClient, 'account' | 'deviceDetails' | 'readProfile' | 'requestCount' | 'clockSkewSeconds' | 'close'>
    /** Apple's hosts, as a device needs them; undefined where nobody should be asked. */
    readonly checkApple?: ((options: CheckHostsOptions) => Promise<NetworkCheck>) | undefined
    readonly checkHosts?: CheckHosts | undefined
    readonly rehearse?: Rehearse | undefined
    /** What was imported from the portal last, about one serial number; undefined where nothing was. */
    readonly portalFacts?:
      | ((serial: Serial | null, options: { readonly signal: AbortSignal }) => Promise<PortalFacts | undefined>)
      | undefined
  }

export type Subject = { readonly serial: Serial | null; readonly tokenFile?: Uint8Array | undefined }

/** What one source needs of the others, read already. */
export type Before = {
  readonly records: RecordFacts
  readonly details: FactValues['apple-details'] | undefined
}

export type Gathered<S extends FactSource> = { readonly value: FactValues[S]; readonly requests: number }
type Gather<S extends FactSource> = (subject: Subject, before: Before, signal: AbortSignal) => Promise<Gathered<S>>
export type Pool = { readonly [S in FactSource]: Gather<S> } & {
  readonly recordsOf: (serial: Serial | null) => RecordFacts
  /** Asks for many at once what would be asked one by one. */
  readonly prefetchDetails: (
    tokenId: TokenId,
    serials: readonly Serial[],
    signal: AbortSignal,
  ) => Promise<readonly Serial[]>
  /** Tokens that may know a device its own one does not. */
  readonly otherTokens: (own: TokenId) => readonly TokenId[]
  readonly requests: () => number
  readonly close: () => Promise<void>
}

type Client = ReturnType<GatherPorts['openAdeClient']>
type Opened = { readonly client: Client; readonly version: number }

/**
 * Reads the sources for as many devices as there are; what several of them share is read once. `chosen`: the token to look
 * at, whatever the records say.
 */
export function createPool(ports: GatherPorts, chosen?: TokenId): Pool {
  const clients = new Map<TokenId, Opened>()
  const shared = createSharedWork()
  const rows = new Map<string, WireDevice | null>()

  const records = createRecordReader(ports)
  const recordsOf = rememberedBy((serial: Serial | null) => records.read({ serial, chosen }))
  const tokens = remembered(ports.tokens.list)
  const nameOf = (id: TokenId) => tokens().find((token) => token.id === id)?.name ?? null

  function open(id: TokenId): Opened {
    const known = clients.get(id)
    if (known) return known
    const { values, version } = ports.tokens.credentials(id)
    const opened = { client: ports.openAdeClient(values, ports.network), version }
    clients.set(id, opened)
    return opened
  }

  /** Asks with a token; what Apple answers moves its state, as everywhere. */
  async function ask<T>(id: TokenId, question: (client: Client) => Promise<T>): Promise<T> {
    const { client, version } = open(id)
    try {
      const answer = await question(client)
      ports.tokens.recordAnswer(id, { outcome: 'success', version })
      return answer
    } catch (error) {
      if (error instanceof AppError && !isCancelled(error))
        ports.tokens.recordAnswer(id, { outcome: error.code, version })
      throw error
    }
  }

  async function detailsOf(id: TokenId, serial: Serial, signal: AbortSignal): Promise<WireDevice | null> {
    const key = `${id} ${serial}`
    if (!rows.has(key)) await prefetchDetails(id, [serial], signal)
    return rows.get(key) ?? null
  }

  /** Answers with those of which this token knows nothing. */
  async function prefetchDetails(
    id: TokenId,
    serials: readonly Serial[],
    signal: AbortSignal,
  ): Promise<readonly Serial[]> {
    const answer = await ask(id, (client) => client.deviceDetails(serials, { signal }))
    const told = new Map(Object.entries(answer).map(([key, row]) => [toSerial(key), row]))
    for (const serial of serials) {
      const row = told.get(serial)
      rows.set(`${id} ${serial}`, row?.response_status === 'SUCCESS' ? row : null)
    }
    return serials.filter((serial) => rows.get(`${id} ${serial}`) === null)
  }

  const pool: Pool = {
    records: async ({ serial }) => ({ value: recordsOf(serial), requests: 0 }),
    recordsOf,
    otherTokens: (own) =>
      tokens()
        .filter(({ id, state }) => id !== own && state !== 'expired')
        .map(({ id }) => id),

    'token-file': async ({ tokenFile }) => {
      if (!tokenFile) throw new Off('no-file')
      return { value: compareUse(ports.tokens.inspectFile(tokenFile), chosen), requests: 0 }
    },

    'portal-csv': async ({ serial }, _before, signal) => {
      const { portalFacts } = ports
      if (!portalFacts) throw new Off('not-asked')
      const value = await portalFacts(serial, { signal })
      if (!value) throw new Off('no-file')
      return { value, requests: 0 }
    },

    'apple-account': async (_subject, before, signal) => {
      const id = requireToken(before.records)
      const value = await shared.once(`account ${id}`, signal, (whole) => readAccount(id, whole))
      return { value, requests: 2 }
    },

    'apple-details': async ({ serial }, before, signal) => {
      if (serial === null) throw new Off('no-device')
      const own = requireToken(before.records)
      const row = await detailsOf(own, serial, signal)
      if (row) return { value: describeRow(row, { token: nameOf(own), isOwnToken: true, asked: 1 }), requests: 1 }
      const others = pool.otherTokens(own)
      for (const [index, id] of others.entries()) {
        const found = await detailsOf(id, serial, signal).catch(ignoreRefusal)
        const asked = index + 2
        if (found)
          return { value: describeRow(found, { token: nameOf(id), isOwnToken: false, asked }), requests: asked }
      }
      const asked = others.length + 1
      return { value: describeRow({}, { token: null, isOwnToken: false, asked }), requests: asked }
    },

    'apple-profile': async (_subject, before, signal) => {
      const { details } = before
      const id = details?.token && !details.isOwnToken ? findTokenNamed(details.token) : requireToken(before.records)
      const uuid = reported(details, before.records)
      if (uuid === null) return { value: noProfile(null), requests: 0 }
      const about = await shared.once(`described ${id} ${uuid}`, signal, async (whole) => {
        const body = await profileAtApple(id, uuid, whole)
        return body ? describeProfile(uuid, body, records.definition(uuid)) : noProfile(uuid)
      })
      const local = records.definition(uuid)
      const recorded = local ? records.profile(local, before.records.device) : null
      return { value: { ...about, local: local?.name ?? null, recorded }, requests: 1 }
    },

    'probe-apple': async (_subject, _before, signal) => {
      const { checkApple } = ports
      if (!checkApple) throw new Off('not-asked')
      const check = await shared.once('apple', signal, (whole) => checkApple({ signal: whole }))
      const { captive, clock } = check
      const value = {
        hosts: check.hosts.map(pickHost),
        captive: captive.state,
        clockSeconds: clock.offsetSeconds,
        clockIsWrong: clock.isWrong,
      }
      return { value, requests: 0 }
    },

    'probe-enrollment': async (_subject, before, signal) => {
      const { checkHosts } = ports
      if (!checkHosts) throw new Off('not-asked')
      const body = await bodyOf(before, signal)
      const [enrollment, web] = [targetOf(body.url), targetOf(body.configuration_web_url)]
      if (!enrollment) throw new Off('no-address')
      const targets = web ? [enrollment, web] : [enrollment]
      const key = targets.map(({ host, port }) => `${host}:${port}`).join(' ')
      const check = await shared.once(`hosts ${key}`, signal, (whole) => checkHosts(targets, { signal: whole }))
      const probed = (at: number) => (check.hosts[at] ? pickHost(check.hosts[at]) : null)
      const value = {
        enrollment: probed(0),
        isHttps: body.url.toLowerCase().startsWith('https:'),
        web: web ? probed(1) : null,
        anchors: body.anchor_certs?.length ?? 0,
      }
      return { value, requests: 0 }
    },

    rehearsal: async ({ serial }, before, signal) => {
      const { rehearse } = ports
      if (!rehearse) throw new Off('not-asked')
      const body = await bodyOf(before, signal)
      const key = `${body.url} ${body.configuration_web_url ?? ''} ${JSON.stringify(body.anchor_certs ?? [])}`
      const value = await shared.once(`rehearsal ${key}`, signal, async (whole) =>
        pickRehearsal(await rehearse({ body, serial }, { signal: whole })),
      )
      return { value, requests: 0 }
    },

    prefetchDetails,
    requests: () => [...clients.values()].reduce((sum, { client }) => sum + client.requestCount(), 0),
    close: async () => {
      shared.close(new AppError('cancelled', 'nobody needs it any more'))
      await Promise.all([...clients.values()].map(({ client }) => client.close()))
    },
  }
  return pool

  function profileAtApple(id: TokenId, uuid: string, signal: AbortSignal): Promise<ProfileBody | undefined> {
    return shared.once(`profile ${id} ${uuid}`, signal, async (whole) => {
      const body = await ask(id, (client) => client.readProfile(uuid, { signal: whole }))
      return body as ProfileBody | undefined // JSON, parsed by the client
    })
  }

  async function readAccount(id: TokenId, signal: AbortSignal): Promise<FactValues['apple-account']> {
    const nothing = { serverName: null, serverUuid: null, orgName: null, orgId: null }
    const skew = () => clients.get(id)?.client.clockSkewSeconds() ?? null
    try {
      const { serverName, serverUuid, orgName, orgId } = await ask(id, (client) => client.account({ signal }))
      return { outcome: 'success', serverName, serverUuid, orgName, orgId, skewSeconds: skew() }
    } catch (error) {
      if (!(error instanceof AppError) || isCancelled(error, signal) || error.code.startsWith('vault.')) throw error
      return { outcome: error.code, ...nothing, skewSeconds: skew() }
    }
  }

  function findTokenNamed(name: string): TokenId {
    const token = tokens().find((one) => one.name === name)
    if (!token) throw new Off('no-token')
    return token.id
  }

  /** What Apple has of the profile, else what was sent of it. */
  async function bodyOf({ records: known, details }: Before, signal: AbortSignal): Promise<RehearsedBody> {
    const uuid = reported(details, known) ?? known.wish?.profileUuid ?? null
    if (uuid === null) throw new Off('no-profile')
    const atApple = await profileAtApple(requireToken(known), uuid, signal).catch(ignoreRefusal)
    const local = atApple ? undefined : records.definition(uuid)
    const body = atApple ?? (local && readBody(local.body))
    if (typeof body?.['url'] !== 'string') throw new Off('no-address')
    const web = body['configuration_web_url']
    const anchors = body['anchor_certs']
    return {
      url: body['url'],
      configuration_web_url: typeof web === 'string' && web !== '' ? web : null,
      anchor_certs: Array.isArray(anchors) ? anchors.filter((one) => typeof one === 'string') : null,
      is_multi_user: body['is_multi_user'] === true,
    }
  }
}

/** Its server is connected already: meant for that very token it renews it, meant for another it cannot be used. */
function compareUse(file: TokenFileFacts, chosen: TokenId | undefined): TokenFileFacts {
  const { use } = file
  if (chosen === undefined || use?.kind !== 'renewal' || use.tokenId === chosen) return file
  return { ...file, use: { ...use, kind: 'other-group' } }
}

/** Thrown by a source that cannot be asked, which is no failure. */
export class Off extends Error {
  readonly why: 'no-file' | 'no-device' | 'no-token' | 'no-profile' | 'no-address' | 'not-asked'

  constructor(why: Off['why']) {
    super(why)
    this.why = why
  }
}

/** One token that is refused does not keep another from knowing the device. */
function ignoreRefusal(error: unknown): undefined {
  if (error instanceof AppError && !isCancelled(error)) return undefined
  throw error
}

function requireToken({ token }: RecordFacts): TokenId {
  if (!token) throw new Off('no-token')
  return token.id as TokenId // kept as text
}

function reported(details: FactValues['apple-details'] | undefined, { device, wish }: RecordFacts): string | null {
  const told = details && details.token !== null ? details : device
  const has = told && /^(?:assigned|pushed)$/i.test(told.profileStatus ?? '') ? told.profileUuid : null
  return has ?? wish?.profileUuid ?? null
}

type Seen = Pick<FactValues['apple-details'], 'token' | 'isOwnToken' | 'asked'>

function describeRow(row: Partial<WireDevice>, seen: Seen): FactValues['apple-details'] {
  return {
    ...seen,
    profileStatus: text(row.profile_status),
    profileUuid: text(row.profile_uuid),
    profileAssignTime: time(row.profile_assign_time),
    profilePushTime: time(row.profile_push_time),
    migrationDeadline: time(row.mdm_migration_deadline),
    assignedDate: time(row.device_assigned_date),
    assignedBy: text(row.device_assigned_by),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null
}

function time(value: unknown): number | null {
  return typeof value === 'string' ? (parseInstant(value) ?? null) : null
}

function noProfile(profileUuid: string | null): FactValues['apple-profile'] {
  return {
    profileUuid,
    isFound: false,
    local: null,
    recorded: null,
    differences: [],
    host: null,
    awaits: null,
    webUrl: null,
    anchors: 0,
  }
}

function describeProfile(
  profileUuid: string,
  body: ProfileBody,
  local: { readonly body: string } | undefined,
): Omit<FactValues['apple-profile'], 'local' | 'recorded'> {
  const sent = local && bodyToSend(readBody(local.body))
  const anchors = body['anchor_certs']
  return {
    profileUuid,
    isFound: true,
    // Apple may add members of its own; what was sent has to be as it was.
    differences: sent
      ? diffBodies(sent, bodyToSend(body)).flatMap(({ path, before }) => (before === undefined ? [] : [path]))
      : [],
    host: hostIn(body['url']),
    awaits: body['await_device_configured'] === true,
    webUrl: addressIn(body['configuration_web_url']),
    anchors: Array.isArray(anchors) ? anchors.length : 0,
  }
}

function hostIn(url: unknown): string | null {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : null
}

function targetOf(url: string | null | undefined): { readonly host: string; readonly port: number } | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { hostname, port, protocol } = new URL(url)
  if (hostname === '') return undefined
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'http:' ? 80 : 443) }
}

function pickHost({ host, port, verdict, stage, issuer, inspected, isCritical, remarks, ms }: HostCheck): ProbedHost {
  return { host, port, verdict, stage, issuer, inspected, isCritical, remarks, ms }
}

function pickRehearsal({ plan, verdict, findings, steps, profile }: Rehearsal): RehearsalFacts {
  const request = steps.find(({ name }) => name === 'request')
  return {
    host: URL.canParse(plan.url) ? new URL(plan.url).host : null,
    mode: plan.mode,
    verdict,
    findings: findings.slice(0, 50),
    answerMs: request?.ms ?? null,
    hasProfile: profile !== null,
    identity: profile?.identity ?? null,
  }
}
