import type { Socket } from 'node:net'
import { getCACertificates, rootCertificates } from 'node:tls'
import { AppError } from '../../../shared/errors.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { ACCEPTED_ENCODINGS, readText, SpoiledBody } from '../ade/body.ts'
import { createDispatcher } from '../ade/dispatcher.ts'
import { isProxied } from '../connect/no-proxy.ts'
import { openSocket } from '../connect/sockets.ts'
import { trustContext } from '../connect/trust.ts'
import { openTunnel } from '../connect/tunnel.ts'
import type { LookOptions, MdmServerClient, ServerSight } from './client-type.ts'
import { contextOf, lookAt, type Sight } from './look.ts'

export type { LookOptions, MdmServerClient, ServerSight } from './client-type.ts'

/** An address and some certificates; a server that sends more is no such server. */
const MAX_TEXT_BYTES = 1024 * 1024
/** From the call to the last byte. */
const MAX_MS = 30_000

export type MdmServerOptions = {
  readonly version: string
  readonly maxMs?: number
  /** PEM texts: whom every device knows, and whom this computer knows. By default those of the runtime and the system. */
  readonly publicAuthorities?: () => readonly string[]
  readonly computerAuthorities?: () => readonly string[]
}

/** Opens nothing yet. */
export function createMdmServerClient(network: NetworkSettings, options: MdmServerOptions): MdmServerClient {
  const { version, maxMs = MAX_MS } = options
  const publicAuthorities = options.publicAuthorities ?? (() => rootCertificates)
  const computerAuthorities = options.computerAuthorities ?? systemAuthorities

  async function read(address: URL, { anchors, signal }: LookOptions) {
    const trusted = [...network.extraCertificates, ...anchors.map(pemOf)]
    const dispatcher = createDispatcher(
      address.origin,
      { ...network, extraCertificates: trusted },
      { connectMs: maxMs, headersMs: maxMs, wholeMs: maxMs },
    )
    const facts = { host: address.host }
    // undici looks at the signal of a request only once it has a connection.
    const stop = () => void dispatcher.close()
    signal.addEventListener('abort', stop, { once: true })
    try {
      signal.throwIfAborted()
      const pool = await dispatcher.pool()
      const { statusCode, headers, body } = await pool.request({
        method: 'GET',
        path: address.pathname + address.search,
        headers: {
          'User-Agent': `ADEDesk/${version} (${process.platform}; ${process.arch})`,
          Accept: 'application/json',
          'Accept-Encoding': ACCEPTED_ENCODINGS,
        },
        signal,
      })
      if (statusCode >= 300 && statusCode < 400) {
        body.dump().catch(() => {})
        throw new AppError('net.redirected', 'the answer points elsewhere', { facts: { ...facts, status: statusCode } })
      }
      const encoding = [headers['content-encoding'] ?? ''].flat().join(',')
      return { status: statusCode, text: await readText(body, { encoding, maxBytes: MAX_TEXT_BYTES }) }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof AppError && error.code !== 'ade.protocol') throw error
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      const isSlow = code.endsWith('_TIMEOUT')
      const reason = error instanceof SpoiledBody ? 'spoiled' : code
      throw new AppError(isSlow ? 'net.timeout' : 'net.unreachable', 'reading from the server', {
        cause: error,
        facts: { ...facts, reason },
      })
    } finally {
      signal.removeEventListener('abort', stop)
      await dispatcher.close()
    }
  }

  async function open(address: URL, signal: AbortSignal): Promise<Socket> {
    const target = { hostname: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port || 443) }
    const { protocol, hostname, port } = address
    if (network.proxy === null || !isProxied({ protocol, hostname, port }, network)) return openSocket(target, signal)
    const trust = () => trustContext(network.extraCertificates)
    return openTunnel(new URL(network.proxy), { target, trust, signal })
  }

  async function lookWith(address: URL, authorities: readonly string[], signal: AbortSignal): Promise<Sight> {
    const hostname = address.hostname.replace(/^\[|\]$/g, '')
    return lookAt(await open(address, signal), { hostname, context: contextOf(authorities), signal })
  }

  async function look(address: URL, { anchors, signal }: LookOptions): Promise<ServerSight> {
    const publicSight = await lookWith(address, publicAuthorities(), signal)
    const isPublic = publicSight.refusal === null
    const own = anchors.length > 0 ? anchors.map(pemOf) : computerAuthorities()
    const sight = anchors.length === 0 && isPublic ? publicSight : await lookWith(address, own, signal)
    return { refusal: sight.refusal, chain: sight.chain.map(({ raw }) => raw.toString('base64')), isPublic }
  }

  return {
    readText: (url, options) => inTime(new URL(url), options, read),
    look: (url, options) => inTime(new URL(url), options, look),
  }

  async function inTime<T>(
    address: URL,
    options: LookOptions,
    work: (address: URL, options: LookOptions) => Promise<T>,
  ): Promise<T> {
    const late = new AbortController()
    const slow = new AppError('net.timeout', 'waiting for the server', { facts: { host: address.host } })
    const timer = setTimeout(() => late.abort(slow), maxMs)
    try {
      return await work(address, { ...options, signal: AbortSignal.any([options.signal, late.signal]) })
    } finally {
      clearTimeout(timer)
    }
  }
}

function systemAuthorities(): readonly string[] {
  try {
    return [...rootCertificates, ...getCACertificates('system')]
  } catch {
    return rootCertificates
  }
}

function pemOf(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}
