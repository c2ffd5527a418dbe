import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { ConnectCheck, DnsCheck, Spoken, StepOutcome } from '../../../shared/model/network-check.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { isProxied } from '../connect/no-proxy.ts'
import { addressesOf } from './names.ts'
import { isPrivateAddress } from './private-address.ts'
import { connectEach } from './tcp.ts'
import { connectThroughProxy, connectToProxy } from './through-proxy.ts'

export type Reaching = {
  readonly host: string
  readonly port: number
  readonly spoken: Spoken | undefined
  readonly isGiven: boolean
  readonly dns: DnsCheck
  readonly network: NetworkSettings
  readonly trust: () => SecureContext
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export type Reached = {
  readonly socket: Socket | undefined
  readonly check: Promise<ConnectCheck>
  /** The proxy the plain http question has to name its host to; undefined for tunnels and direct connections. */
  readonly asks: URL | undefined
}

/** The proxy this program uses for a service; undefined for a direct connection. */
export function proxyFor({ host, port, spoken }: Pick<Reaching, 'host' | 'port' | 'spoken'>, network: NetworkSettings) {
  // Devices reach APNs through a proxy on 443 only; on its own ports they go out directly, and so does the check.
  const isOwnProtocol = spoken === 'tls' && port !== 443
  if (network.proxy === null || isOwnProtocol || spoken === 'ntp' || spoken === 'quic') return undefined
  const protocol = spoken === 'http' ? 'http:' : 'https:'
  const hostname = host.includes(':') ? `[${host}]` : host
  return isProxied({ protocol, hostname, port: String(port) }, network) ? new URL(network.proxy) : undefined
}

/** A connection to the service, directly or through the proxy. */
export async function reach(reaching: Reaching): Promise<Reached> {
  const { host, port, spoken, isGiven, dns, timeoutMs, signal } = reaching
  const proxy = proxyFor(reaching, reaching.network)
  if (proxy) {
    const way = { proxy, trust: reaching.trust, timeoutMs, signal }
    const isPlain = spoken === 'http'
    const { socket, check } = isPlain
      ? await connectToProxy(way)
      : await connectThroughProxy({ hostname: host, port }, way)
    return { socket, check: Promise.resolve(check), asks: isPlain ? proxy : undefined }
  }
  const { ipv4, ipv6 } = addressesOf(host, dns)
  const isMeant = (address: string) => isGiven || !isPrivateAddress(address)
  const meant = { ipv4: ipv4.filter(isMeant), ipv6: ipv6.filter(isMeant) }
  if (meant.ipv4.length + meant.ipv6.length === 0) {
    return { socket: undefined, check: Promise.resolve(notTried('private-address')), asks: undefined }
  }
  return { ...(await connectEach(meant, { port, timeoutMs, signal })), asks: undefined }
}

function notTried(outcome: StepOutcome): ConnectCheck {
  return {
    outcome,
    ms: 0,
    reason: null,
    address: null,
    ipv4: null,
    ipv6: null,
    attempts: [],
    proxy: null,
    proxyStatus: null,
  }
}
