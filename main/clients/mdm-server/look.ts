import type { X509Certificate } from 'node:crypto'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext, type SecureContext } from 'node:tls'
import { AppError } from '../../../shared/errors.ts'
import { peerChain } from '../connect/peer-chain.ts'
import { reasonOf } from '../connect/sockets.ts'

export type Sight = { readonly refusal: string | null; readonly chain: readonly X509Certificate[] }

/** These authorities and nobody else. An anchor need not sign itself: a device takes any as the end of a chain. */
export function contextOf(authorities: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...authorities], allowPartialTrustChain: true })
}

/** TLS over a connected socket that lets any certificate in, and is closed at once. Fails with `net.tls` or `net.unreachable`. */
export function lookAt(
  socket: Socket,
  { hostname, context, signal }: { hostname: string; context: SecureContext; signal: AbortSignal },
): Promise<Sight> {
  const secured = connectTls({
    socket,
    host: hostname,
    // An IP address must not be sent as the server's name (RFC 6066 §3).
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: false,
  })
  return new Promise((resolve, reject) => {
    const stop = () => fail(signal.reason)
    const end = () => {
      signal.removeEventListener('abort', stop)
      secured.on('error', () => {})
      secured.destroy()
      socket.destroy()
    }
    const fail = (error: unknown) => {
      end()
      reject(error)
    }
    secured.once('secureConnect', () => {
      const sight = {
        refusal: secured.authorized ? null : wordOf(secured.authorizationError),
        chain: peerChain(secured),
      }
      end()
      resolve(sight)
    })
    secured.once('error', (cause) => fail(faultOf(cause, hostname)))
    secured.once('close', () => fail(faultOf(Object.assign(new Error('closed'), { code: 'ECONNRESET' }), hostname)))
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
  })
}

function faultOf(cause: unknown, host: string): AppError {
  const reason = reasonOf(cause)
  const isConnection = /^E[A-Z]+$/.test(reason) && reason !== 'EPROTO'
  return new AppError(isConnection ? 'net.unreachable' : 'net.tls', 'looking at the server', {
    cause,
    facts: { host, reason },
  })
}

/** Node types it as an error and gives the bare word. */
function wordOf(error: unknown): string {
  return typeof error === 'string' ? error : reasonOf(error)
}
