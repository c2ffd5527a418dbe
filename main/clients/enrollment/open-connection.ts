import type { X509Certificate } from 'node:crypto'
import { lookup, type LookupAddress } from 'node:dns'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { peerChain } from '../connect/peer-chain.ts'
import type { Trust } from './trust.ts'

export type Address = { readonly address: string; readonly family: number }

/** Every address of a name, as this computer's resolver answers. Rejects with Node's error or the signal's reason. */
export function resolveHost(hostname: string, signal: AbortSignal): Promise<readonly Address[]> {
  const family = isIP(hostname)
  if (family !== 0) return Promise.resolve([{ address: hostname, family }])
  return raced(signal, (resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })
}

type Target = { readonly hostname: string; readonly port: number; readonly addresses: readonly Address[] }

/** A connection to one of these very addresses: nobody is asked for them again. */
export function openTcp({ hostname, port, addresses }: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({
    host: hostname,
    port,
    noDelay: true,
    autoSelectFamily: true,
    lookup: (_name, _options, done) => done(null, addresses as LookupAddress[]),
  })
  return raced(
    signal,
    (resolve, reject) => {
      socket.once('connect', () => resolve(socket)).once('error', reject)
    },
    () => socket.on('error', () => {}).destroy(),
  )
}

export type Secured = {
  readonly socket: TLSSocket
  readonly chain: readonly X509Certificate[]
  /** Null where the certificate is trusted. */
  readonly refusal: string | null
}

/** Any certificate is let in here, so that it can be looked at: who calls sends nothing unless `refusal` is null. */
export function openTls(socket: Socket, hostname: string, trust: Trust, signal: AbortSignal): Promise<Secured> {
  const secured = connectTls({
    socket,
    host: hostname,
    // An IP address must not be sent as the server's name (RFC 6066 §3).
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    secureContext: trust.context,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: false,
  })
  return raced(
    signal,
    (resolve, reject) => {
      secured
        .once('secureConnect', () => {
          const refusal = secured.authorized ? null : wordOf(secured.authorizationError)
          resolve({ socket: secured, chain: peerChain(secured), refusal })
        })
        .once('error', reject)
        .once('close', () => reject(Object.assign(new Error('closed while securing'), { code: 'ECONNRESET' })))
    },
    () => secured.on('error', () => {}).destroy(),
  )
}

/** Node types it as an error and gives the bare word. */
function wordOf(error: unknown): string {
  if (typeof error === 'string') return error
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

/** A promise that the signal ends early; `undo` then takes back what was begun. */
function raced<T>(
  signal: AbortSignal,
  begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
  undo: () => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => fail(signal.reason)
    const settle = () => signal.removeEventListener('abort', stop)
    const fail = (error: unknown) => {
      settle()
      undo()
      reject(error)
    }
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) return stop()
    begin((value) => {
      settle()
      resolve(value)
    }, fail)
  })
}
