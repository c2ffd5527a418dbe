import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { AppError } from '../../../shared/errors.ts'
import type { ConnectCheck, StepOutcome } from '../../../shared/model/network-check.ts'
import { openSocket, reasonOf, secureSocket, type Endpoint } from '../connect/sockets.ts'
import { openTunnel } from '../connect/tunnel.ts'
import { bounded, stopwatch, TIMED_OUT } from './bounded.ts'

type Way = {
  readonly proxy: URL
  readonly trust: () => SecureContext
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export type Proxied = { readonly socket: Socket | undefined; readonly check: ConnectCheck }

/** A tunnel to the target (CONNECT). What the proxy resolves and connects to is its own affair and not seen. */
export function connectThroughProxy(target: Endpoint, way: Way): Promise<Proxied> {
  return reach(way, (signal) => openTunnel(way.proxy, { target, trust: way.trust, signal }))
}

/** A connection to the proxy itself, for a plain http request that names its host. */
export function connectToProxy(way: Way): Promise<Proxied> {
  const { proxy, trust } = way
  const isSecure = proxy.protocol === 'https:'
  const hostname = proxy.hostname.replace(/^\[|\]$/g, '')
  return reach(way, async (signal) => {
    const socket = await openSocket({ hostname, port: Number(proxy.port || (isSecure ? 443 : 80)) }, signal)
    return isSecure ? secureSocket(socket, { hostname, trust: trust(), signal }) : socket
  })
}

async function reach(way: Way, open: (signal: AbortSignal) => Promise<Socket>): Promise<Proxied> {
  const took = stopwatch()
  const answer = (outcome: StepOutcome, reason: string | null, proxyStatus: number | null = null): ConnectCheck => ({
    outcome,
    ms: took(),
    reason,
    address: null,
    ipv4: null,
    ipv6: null,
    attempts: [],
    proxy: way.proxy.host,
    proxyStatus,
  })
  try {
    const socket = await bounded(way.timeoutMs, way.signal, open)
    if (socket === TIMED_OUT) return { socket: undefined, check: answer('timed-out', 'ETIMEDOUT') }
    return { socket, check: answer('ok', null) }
  } catch (error) {
    way.signal.throwIfAborted()
    const status = error instanceof AppError ? error.facts['status'] : undefined
    if (typeof status === 'number') {
      return { socket: undefined, check: answer(status === 407 ? 'proxy-auth-needed' : 'proxy-refused', null, status) }
    }
    return { socket: undefined, check: answer('proxy-unreachable', proxyReason(error)) }
  }
}

function proxyReason(error: unknown): string {
  const reason = error instanceof AppError ? error.facts['reason'] : undefined
  return typeof reason === 'string' ? reason : reasonOf(error)
}

/** As a header's value; undefined for a proxy without credentials. */
export function proxyCredentials({ username, password }: URL): string | undefined {
  if (!username && !password) return undefined
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}
