import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls'
import { AppError } from '../../../shared/errors.ts'

export type Endpoint = { readonly hostname: string; readonly port: number }

/** A connected socket. Fails with `net.unreachable`, or with the signal's reason. */
export async function openSocket({ hostname, port }: Endpoint, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: hostname, port, noDelay: true, keepAlive: true })
  try {
    return await settled(socket, 'connect', signal)
  } catch (cause) {
    signal.throwIfAborted()
    throw new AppError('net.unreachable', 'connecting', {
      cause,
      facts: { host: hostname, port, reason: reasonOf(cause) },
    })
  }
}

type Securing = { readonly hostname: string; readonly trust: SecureContext; readonly signal: AbortSignal }

/** TLS over a connected socket. Fails with `net.tls`, which names the issuer where one was shown, or `net.unreachable`. */
export async function secureSocket(socket: Socket, { hostname, trust, signal }: Securing): Promise<TLSSocket> {
  const isName = !/^[\d.]+$|:/.test(hostname)
  const secured = connectTls({
    socket,
    host: hostname,
    // An IP address must not be sent as the server's name (RFC 6066 §3).
    ...(isName ? { servername: hostname } : {}),
    secureContext: trust,
    ALPNProtocols: ['http/1.1'],
  })
  // Before the check of the certificate: a refused connection has forgotten its peer. Nothing but words depends on it.
  let issuer: string | null = null
  secured.prependListener('secure', () => (issuer = issuerOf(secured)))
  try {
    return await settled(secured, 'secureConnect', signal)
  } catch (cause) {
    socket.destroy()
    signal.throwIfAborted()
    const reason = reasonOf(cause)
    const facts = { host: hostname, reason }
    if (isConnectionFault(reason)) throw new AppError('net.unreachable', 'securing the connection', { cause, facts })
    throw new AppError('net.tls', 'securing the connection', { cause, facts: { ...facts, issuer } })
  }
}

/** Node's word for what went wrong, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

/** ECONNRESET and its like, against CERT_…, ERR_TLS_…, ERR_SSL_… and EPROTO, which are about TLS itself. */
function isConnectionFault(reason: string): boolean {
  return /^E[A-Z]+$/.test(reason) && reason !== 'EPROTO'
}

function issuerOf(socket: TLSSocket): string | null {
  const { issuer } = socket.getPeerCertificate()
  const names = issuer ? [issuer.CN, issuer.O].flat().filter(Boolean) : []
  return names.length > 0 ? names.join(', ') : null
}

function settled<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const stop = () => fail(signal.reason)
    const finish = () => {
      signal.removeEventListener('abort', stop)
      socket.off('error', fail)
    }
    const fail = (error: unknown) => {
      finish()
      // What a socket says while it is torn down interests nobody any more.
      socket.on('error', () => {})
      socket.destroy()
      reject(error)
    }
    socket.once('error', fail)
    socket.once(event, () => {
      finish()
      resolve(socket)
    })
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
  })
}
