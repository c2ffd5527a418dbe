import type { Socket } from 'node:net'
import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import { isProxied } from '../connect/no-proxy.ts'
import { readSystemStore, trustContext } from '../connect/trust.ts'
import { openTunnel } from '../connect/tunnel.ts'
import { isPublicAddress } from './addresses.ts'
import type { Evidence, Stage, StageName, Visit, VisitAnswer, VisitRemark, VisitRequest } from './client-type.ts'
import { exchange, reasonOf } from './exchange.ts'
import { judgeCertificates, trustedBy } from './judge-certificate.ts'
import { openTcp, openTls, resolveHost, type Address } from './open-connection.ts'
import { nameOf } from './read-profile.ts'
import { trustOf } from './trust.ts'

export type Way = {
  readonly proxy: string | null
  readonly noProxy: string | null
  readonly proxiesLoopback?: boolean | undefined
  /** Trusted where the proxy itself is reached by TLS. */
  readonly extraCertificates: readonly string[]
}

type Context = {
  readonly way: Way
  readonly clock: Pick<Clock, 'now' | 'monotonic'>
  readonly userAgent: string
  readonly signal: AbortSignal
  readonly onStage: (name: StageName) => void
}

class Late extends Error {}

/** What a stage came to. Without a value the visit ends. */
type Done<T> = {
  readonly value?: T
  readonly evidence: Evidence
  readonly failure?: VisitRemark
  readonly remarks?: readonly VisitRemark[]
}

/** One host, one request: resolve, connect, secure, ask. Rejects only with the reason of the caller's signal. */
export async function visit(request: VisitRequest, context: Context): Promise<Visit> {
  const { clock, signal, onStage } = context
  const stages: Stage[] = []
  if (!request.anchors && request.url.protocol === 'https:') await readSystemStore()
  signal.throwIfAborted()
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Late()), request.giveUpMs)
  const both = AbortSignal.any([signal, late.signal])
  /** Only the outermost layer: taking a socket away from under TLS crashes the runtime (Node 24.21). */
  let open: Socket | undefined

  /** Runs one stage and notes what came of it; undefined where the visit is over. */
  async function stage<T>(name: StageName, work: () => Promise<Done<T>>): Promise<T | undefined> {
    onStage(name)
    const startedAt = clock.monotonic()
    let done: Done<T>
    try {
      done = await work()
    } catch (error) {
      signal.throwIfAborted()
      done = { evidence: {}, failure: failureOf(name, error, request) }
    }
    const ms = Math.round(clock.monotonic() - startedAt)
    const { evidence, failure = null, remarks = [], value } = done
    stages.push({ name, ms, evidence, failure, remarks })
    return failure ? undefined : value
  }

  async function go(): Promise<VisitAnswer | null> {
    const { url } = request
    const target = { hostname: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || defaultPort(url)) }
    const proxy = proxyFor(url, context.way)
    const addresses = await stage('resolve', () => resolve(target.hostname, { request, proxy, signal: both }))
    if (!addresses) return null
    const plain = await stage('connect', () => connect(target, { addresses, proxy, way: context.way, signal: both }))
    if (!plain) return null
    open = plain
    const socket = url.protocol === 'https:' ? await stage('tls', () => secure(plain, target.hostname)) : plain
    if (!socket || request.onlyConnect) return null
    let answer: VisitAnswer | null = null
    await stage('request', async () => {
      const saying = { request, userAgent: context.userAgent, monotonic: clock.monotonic, signal: both }
      const result = await exchange(socket, saying)
      answer = result.failure ? null : result.answer
      const facts = { ...result.failure?.facts, host: url.host }
      const failure = result.failure && { failure: { code: result.failure.code, facts } }
      return { value: true, evidence: answerEvidence(request, result.answer), ...failure }
    })
    return answer
  }

  async function secure(plain: Socket, hostname: string): Promise<Done<Socket>> {
    const trust = trustOf(request.anchors, request.certificates)
    open = undefined // from here on TLS owns it, also where it fails
    const { socket, chain, refusal } = await openTls(plain, hostname, trust, both)
    open = socket
    const { failure, remarks } = judgeCertificates({ host: hostname, chain, refusal }, trust, clock.now())
    const evidence = {
      protocol: socket.getProtocol() ?? null,
      chain: chain.map(({ subject }) => nameOf(subject) ?? '–'),
      issuer: nameOf(chain.at(-1)?.issuer),
      expiresAt: chain[0]?.validToDate.toISOString() ?? null,
      fingerprintSha256: chain[0]?.fingerprint256.replaceAll(':', '').toLowerCase() ?? null,
      trusts: trust.anchors === null ? 'this-computer' : 'anchors',
      trustedBy: refusal === null ? trustedBy(chain, trust) : null,
      refusal,
    }
    return { value: socket, evidence, remarks, ...(failure && { failure }) }
  }

  try {
    return { answer: await go(), stages }
  } finally {
    clearTimeout(timer)
    open?.on('error', () => {}).destroy()
  }
}

type Resolving = { readonly request: VisitRequest; readonly proxy: URL | null; readonly signal: AbortSignal }

async function resolve(hostname: string, { request, proxy, signal }: Resolving): Promise<Done<readonly Address[]>> {
  // The proxy resolves names by itself; this computer often cannot.
  if (proxy && !request.onlyPublic) return { value: [], evidence: { resolvedBy: 'proxy' } }
  const addresses = await resolveHost(hostname, signal).catch((error: unknown) => {
    // Behind a proxy this computer may know no outer names; what cannot be judged is left alone.
    if (!proxy || signal.aborted) throw error
    return null
  })
  if (!addresses) return { evidence: {}, failure: { code: 'not-visited', facts: { host: hostname, address: '–' } } }
  const evidence = { addresses: addresses.map(({ address }) => address) }
  const inner = request.onlyPublic ? addresses.find(({ address }) => !isPublicAddress(address)) : undefined
  if (inner) return { evidence, failure: { code: 'not-visited', facts: { host: hostname, address: inner.address } } }
  return { value: addresses, evidence }
}

type Connecting = {
  readonly addresses: readonly Address[]
  readonly proxy: URL | null
  readonly way: Way
  readonly signal: AbortSignal
}

async function connect(
  target: { readonly hostname: string; readonly port: number },
  { addresses, proxy, way, signal }: Connecting,
): Promise<Done<Socket>> {
  if (!proxy) {
    const socket = await openTcp({ ...target, addresses }, signal)
    return { value: socket, evidence: { address: socket.remoteAddress ?? null, port: target.port } }
  }
  const socket = await openTunnel(proxy, { target, trust: () => trustContext(way.extraCertificates), signal })
  return { value: socket, evidence: { proxy: proxy.host, port: target.port } }
}

function proxyFor(url: URL, way: Way): URL | null {
  if (way.proxy === null || !isProxied({ protocol: url.protocol, hostname: url.hostname, port: url.port }, way))
    return null
  return new URL(way.proxy)
}

function defaultPort({ protocol }: URL): number {
  return protocol === 'https:' ? 443 : 80
}

function answerEvidence({ method }: VisitRequest, answer: VisitAnswer | null): Evidence {
  if (!answer) return { method }
  return {
    method,
    status: answer.status,
    contentType: answer.header('content-type')?.slice(0, 200) ?? null,
    bytes: answer.body.length,
    firstByteMs: answer.firstByteMs,
  }
}

function failureOf(stage: StageName, error: unknown, { url, giveUpMs }: VisitRequest): VisitRemark {
  const facts = { host: url.host, reason: reasonOf(error) }
  if (error instanceof Late) {
    const code = stage === 'request' ? 'answer-timed-out' : 'connect-timed-out'
    return { code, facts: { host: url.host, seconds: Math.round(giveUpMs / 1000), stage } }
  }
  if (stage === 'resolve') return { code: 'host-not-found', facts: { ...facts, host: url.hostname } }
  if (stage === 'connect')
    return error instanceof AppError && error.code === 'net.proxy'
      ? { code: 'proxy-refused', facts: { ...facts, reason: String(error.facts['status'] ?? error.facts['reason']) } }
      : { code: 'host-unreachable', facts }
  if (stage === 'tls' && !/^E(?:CONN|PIPE|HOST|NET|TIMED)/.test(facts.reason)) return { code: 'tls-failed', facts }
  return { code: 'connection-lost', facts }
}
