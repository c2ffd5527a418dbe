import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { SecureContext } from 'node:tls'
import { AppError } from '../../../shared/errors.ts'
import { openSocket, reasonOf, secureSocket, type Endpoint } from './sockets.ts'

type Tunnel = { readonly target: Endpoint; readonly trust: () => SecureContext; readonly signal: AbortSignal }

/**
 * A connection to the target through a proxy's CONNECT (RFC 9110 §9.3.6). Fails with `net.proxy`: its facts hold the
 * proxy's host and its HTTP status or Node's reason; with `net.tls` where an https proxy is not trusted.
 */
export async function openTunnel(proxy: URL, { target, trust, signal }: Tunnel): Promise<Socket> {
  const socket = await openProxy(proxy, { trust, signal })
  try {
    return await connectThrough(socket, { proxy, target, signal })
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function openProxy(proxy: URL, { trust, signal }: Omit<Tunnel, 'target'>): Promise<Socket> {
  const isSecure = proxy.protocol === 'https:'
  const hostname = proxy.hostname.replace(/^\[|\]$/g, '')
  try {
    const socket = await openSocket({ hostname, port: Number(proxy.port || (isSecure ? 443 : 80)) }, signal)
    return isSecure ? await secureSocket(socket, { hostname, trust: trust(), signal }) : socket
  } catch (error) {
    if (error instanceof AppError && error.code === 'net.unreachable')
      throw refusal(proxy, reasonOf(error.cause), error)
    throw error
  }
}

type Conversation = { readonly proxy: URL; readonly target: Endpoint; readonly signal: AbortSignal }

function connectThrough(socket: Socket, { proxy, target, signal }: Conversation): Promise<Socket> {
  const authority = `${target.hostname.includes(':') ? `[${target.hostname}]` : target.hostname}:${target.port}`
  return new Promise((resolve, reject) => {
    const asking = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: authority,
      headers: { Host: authority, ...credentials(proxy) },
      signal,
    })
    asking.once('error', (cause) => {
      reject(signal.aborted ? signal.reason : refusal(proxy, reasonOf(cause), cause))
    })
    asking.once('connect', (response: { statusCode?: number }, stream: Duplex, head: Buffer) => {
      const status = response.statusCode ?? 0
      if (status < 200 || status > 299) return reject(refusal(proxy, status))
      // The target speaks first in no protocol used here, but what it said must not be lost.
      if (head.length > 0) stream.unshift(head)
      resolve(socket)
    })
    asking.end()
  })
}

function credentials({ username, password }: URL): Record<string, string> {
  if (!username && !password) return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Names the proxy by host and port only: its address may hold a password. */
function refusal(proxy: URL, reason: string | number, cause?: unknown): AppError {
  const facts = { proxy: proxy.host, ...(typeof reason === 'number' ? { status: reason } : { reason }) }
  return new AppError('net.proxy', 'connecting through the proxy', { facts, cause })
}
