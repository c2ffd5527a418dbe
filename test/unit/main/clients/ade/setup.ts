import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createAdeClient, type AdeClientOptions } from '../../../../../main/clients/ade/index.ts'
import type { Clock } from '../../../../../main/ports/clock.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { NetworkSettings } from '../../../../../main/ports/network.ts'
import type { AppError } from '../../../../../shared/errors.ts'
import { toSyncClient } from '../../../../fakes/ade-client.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

export const CREDENTIALS = {
  consumerKey: 'CK_test_consumer_key',
  consumerSecret: 'CS_test_consumer_secret',
  accessToken: 'AT_test_access_token',
  accessSecret: 'AS_test_access_secret',
}

export const NOW = Date.UTC(2026, 9, 1, 12)

export type Received = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly rawHeaders: readonly string[]
  readonly body: string
  /** Which connection it came over. */
  readonly port: number | undefined
}

type Reply = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | object
}

/** What the server does with one request: an answer, or whatever it does to the response itself. */
export type Play = Reply | ((response: ServerResponse, socket: Socket) => void)

const JSON_TYPE = 'application/json;charset=UTF8'

/** A server on this computer that answers as the test says. `Date` is the test's `NOW`. */
export async function startServer(play: (request: Received, index: number) => Play | Promise<Play>) {
  const requests: Received[] = []
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers as Received['headers'], // no header of these tests comes twice
      rawHeaders: request.rawHeaders,
      body: await readAll(request),
      port: request.socket.remotePort,
    }
    requests.push(received)
    const next = await play(received, requests.length - 1)
    if (typeof next === 'function') next(response, request.socket)
    else send(response, next)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // a server that listens on a port has this kind
  return { url: `http://127.0.0.1:${port}`, requests, paths: () => requests.map(({ path }) => path) }
}

/** A port on which nobody listens any more. */
export async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as above
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Apple: opens sessions S1, S2, … and leaves all other requests to the test. `index` counts those. */
export async function startApple(
  play: (request: Received, index: number) => Play | Promise<Play>,
  session?: (login: number) => Play,
) {
  let logins = 0
  let calls = 0
  const server = await startServer((request) => {
    if (!request.path.endsWith('/session')) return play(request, calls++)
    logins++
    return session?.(logins) ?? { body: { auth_session_token: `S${logins}` } }
  })
  return {
    ...server,
    logins: () => logins,
    calls: () => server.requests.filter(({ path }) => !path.endsWith('/session')),
  }
}

/** Answers in turn; the last one for ever. */
export function inTurn(...plays: readonly [Play, ...Play[]]) {
  return (_request: unknown, index: number): Play => plays[Math.min(index, plays.length - 1)]!
}

/** A clock whose waits pass at once; it remembers them. */
export function skippingClock(startMs = NOW): Clock & { readonly waits: number[] } {
  const waits: number[] = []
  const elapsed = () => waits.reduce((sum, ms) => sum + ms, 0)
  return {
    waits,
    now: () => startMs + elapsed(),
    monotonic: elapsed,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      waits.push(ms)
    },
  }
}

export const ACCOUNT = { body: { server_name: 'Berlin', server_uuid: 'ABC' } }

export function openClient(
  url: string,
  { network = {}, ...options }: Partial<AdeClientOptions> & { network?: Partial<NetworkSettings> } = {},
) {
  const client = createAdeClient(
    CREDENTIALS,
    { appleUrl: url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10, ...network },
    { clock: skippingClock(), random: createSeededRandom(1), log: silentLog, version: '1.2.3', ...options },
  )
  onTestFinished(client.close)
  return { ...client, page: toSyncClient(client, options.clock ?? skippingClock()).page }
}

/** What a promise that must fail fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  )
  return outcome as AppError // a wrong kind shows in the comparison that follows
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Reply): void {
  const isData = typeof body === 'string' || body instanceof Uint8Array
  response.sendDate = false
  response.writeHead(status, { Date: new Date(NOW).toUTCString(), 'Content-Type': JSON_TYPE, ...headers })
  response.end(isData ? body : JSON.stringify(body))
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array) // no encoding is set, so these are bytes
  return Buffer.concat(chunks).toString('utf8')
}
