import { isIP, type Socket } from 'node:net'
import type { buildConnector } from 'undici'
import { AppError } from '../../../shared/errors.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { isProxied } from './no-proxy.ts'
import { openSocket, secureSocket } from './sockets.ts'
import { readSystemStore, trustContext } from './trust.ts'
import { openTunnel } from './tunnel.ts'

export type ConnectSettings = Pick<NetworkSettings, 'proxy' | 'noProxy' | 'proxiesLoopback' | 'extraCertificates'>

export type Connector = {
  /** For undici's `connect` option. */
  readonly connect: buildConnector.connector
  /** Ends connections that are being opened; open ones belong to whoever asked for them. */
  readonly close: () => void
}

/**
 * Opens every connection to an outside service: directly or through the proxy, with the same trust in both cases.
 * Fails with `net.unreachable`, `net.timeout`, `net.proxy` or `net.tls`: at this stage no request has been sent.
 */
export function createConnector(settings: ConnectSettings, { timeoutMs }: { readonly timeoutMs: number }): Connector {
  const proxy = settings.proxy === null ? undefined : new URL(settings.proxy)
  const trust = () => trustContext(settings.extraCertificates)
  const closing = new AbortController()

  async function open({ protocol, hostname, port }: buildConnector.Options, signal: AbortSignal): Promise<Socket> {
    const isSecure = protocol === 'https:'
    const target = { hostname, port: Number(port || (isSecure ? 443 : 80)) }
    const spelled = isIP(hostname) === 6 ? `[${hostname}]` : hostname
    const socket =
      proxy && isProxied({ protocol, hostname: spelled, port }, settings)
        ? await openTunnel(proxy, { target, trust, signal })
        : await openSocket(target, signal)
    return isSecure ? secureSocket(socket, { hostname, trust: trust(), signal }) : socket
  }

  async function openInTime(options: buildConnector.Options): Promise<Socket> {
    const late = new AbortController()
    const facts = { host: options.hostname, stage: 'connect' }
    const timer = setTimeout(() => late.abort(new AppError('net.timeout', 'connecting', { facts })), timeoutMs)
    try {
      return await open(options, AbortSignal.any([closing.signal, late.signal]))
    } finally {
      clearTimeout(timer)
    }
  }

  async function answer(options: buildConnector.Options, callback: buildConnector.Callback): Promise<void> {
    let socket: Socket
    try {
      // Before the time for connecting runs: the other side has no part in it.
      if (options.protocol === 'https:' || proxy?.protocol === 'https:') await readSystemStore()
      socket = await openInTime(options)
    } catch (error) {
      return callback(error as Error, null) // all that is thrown above are errors
    }
    callback(null, socket)
  }

  return {
    connect: (options, callback) => void answer(options, callback),
    close: () => closing.abort(new AppError('cancelled', 'the client was closed')),
  }
}
