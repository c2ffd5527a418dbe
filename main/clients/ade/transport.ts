import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/errors.ts'
import { readBaseAddress } from '../../../shared/model/address.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { ACCEPTED_ENCODINGS, MAX_BODY_BYTES, readPieces, SpoiledBody, textOf } from './body.ts'
import { createDispatcher, type Timeouts } from './dispatcher.ts'
import { readHttpDate, Transient } from './retry.ts'

export type WireRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base address, such as `/devices/sync`. */
  readonly path: string
  readonly query?: string
  /** JSON text, kept as it is: a repeated request sends the same bytes. */
  readonly body?: string
  readonly headers: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly header: (name: string) => string | undefined
  /** The body as it came, decoded. */
  readonly pieces: readonly Uint8Array[]
  /** Made of the pieces when it is first asked for. */
  readonly text: string
  /** The service's clock, milliseconds since 1970; ours where it sent none. */
  readonly answeredAt: number
  /** Plain facts for errors and the log. */
  readonly facts: {
    readonly status: number
    readonly url: string
    readonly host: string
    readonly requestId: string | null
  }
}

export type Transport = {
  /**
   * One request, one answer, whatever its status. Fails with `net.too-large`, `net.redirected`, `ade.protocol`, with
   * `net.tls` or `net.proxy` before anything was sent, with `Transient`, or with the signal's reason.
   */
  readonly send: (request: WireRequest, signal?: AbortSignal) => Promise<Answer>
  readonly addressOf: (path: string) => string
  readonly requestCount: () => number
  readonly clockSkewSeconds: () => number | null
  readonly close: () => Promise<void>
}

export type TransportOptions = {
  readonly clock: Clock
  readonly log: Log
  readonly version: string
  readonly timeouts: Timeouts
  /** Where answers are known to be small. */
  readonly maxBodyBytes?: number | undefined
}

export function createTransport(network: NetworkSettings, options: TransportOptions): Transport {
  const { clock, log, version, timeouts } = options
  const base = new URL(readBaseAddress(network.appleUrl, 'appleUrl'))
  const prefix = base.pathname.replace(/\/$/, '')
  const dispatcher = createDispatcher(base.origin, network, timeouts)
  // Spelled as Apple's documentation does ("UTF8"): its old simulator compared them byte for byte.
  const commonHeaders = {
    'User-Agent': `ADEDesk/${version} (${process.platform}; ${process.arch})`,
    'Content-Type': 'application/json;charset=UTF8',
    Accept: 'application/json;charset=UTF8',
    'Accept-Encoding': ACCEPTED_ENCODINGS,
    'X-Server-Protocol-Version': String(network.protocolVersion),
  }
  let requestCount = 0
  let clockSkewSeconds: number | null = null

  const addressOf = (path: string) => base.origin + prefix + path

  async function exchange(request: WireRequest, signal: AbortSignal): Promise<Answer> {
    const pool = await dispatcher.pool()
    requestCount++
    const {
      statusCode: status,
      headers,
      body,
    } = await pool.request({
      method: request.method,
      path: prefix + request.path + (request.query ? `?${request.query}` : ''),
      headers: { ...commonHeaders, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
    })
    const header = (name: string) => lastOf(headers[name])
    const sentAt = readHttpDate(header('date') ?? '')
    if (!Number.isNaN(sentAt)) clockSkewSeconds = Math.round((clock.now() - sentAt) / 1000) + 0 // never -0
    const url = addressOf(request.path)
    const facts = { status, url, host: base.host, requestId: header('x-apple-request-uuid') ?? null }
    if (status >= 300 && status < 400) {
      // Read to the end beside this, so that the connection comes free.
      body.dump().catch(() => {})
      throw redirected(header('location'), facts)
    }
    const pieces = await readPieces(body, {
      encoding: header('content-encoding') ?? '',
      maxBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    })
    // undici keeps a connection busy for one more turn; a next request before that would open a second one.
    await nextTurn()
    return answerOf(pieces, { status, header, facts, answeredAt: Number.isNaN(sentAt) ? clock.now() : sentAt })
  }

  async function send(request: WireRequest, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted()
    const { method, path } = request
    const startedAt = clock.monotonic()
    const stopping = new AbortController()
    const stop = () => stopping.abort(signal?.reason)
    const timer = setTimeout(() => stopping.abort(new TooSlow()), timeouts.wholeMs)
    signal?.addEventListener('abort', stop, { once: true })
    try {
      const answer = await exchange(request, stopping.signal)
      const ms = Math.round(clock.monotonic() - startedAt)
      log.debug('ade.answer', { method, path, status: answer.status, ms, requestId: answer.facts.requestId })
      return answer
    } catch (error) {
      signal?.throwIfAborted()
      const failure = networkFailure(error, { url: addressOf(path), host: base.host })
      log.info('ade.no-answer', { method, path, failure: failure instanceof Transient ? failure.error : failure })
      throw failure
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }
  }

  return {
    send,
    addressOf,
    requestCount: () => requestCount,
    clockSkewSeconds: () => clockSkewSeconds,
    close: dispatcher.close,
  }
}

/** An answer with this body. */
export function answerOf(pieces: readonly Uint8Array[], head: Omit<Answer, 'pieces' | 'text'>): Answer {
  let text: string | undefined
  return {
    ...head,
    pieces,
    get text() {
      return (text ??= textOf(pieces))
    },
  }
}

class TooSlow extends Error {}

type Where = { readonly url: string; readonly host: string }

/** What a request that got no answer means. Only the connector fails with an `AppError` that is worth another try. */
function networkFailure(error: unknown, where: Where): AppError | Transient {
  if (error instanceof AppError) return connectFailure(error, where)
  if (error instanceof SpoiledBody) return broken(error, where, 'spoiled')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof TooSlow || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new Transient(
      'silent',
      new AppError('net.timeout', 'waiting for the answer', { facts: where, cause: error }),
    )
  }
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return new AppError('cancelled', 'the client was closed', { cause: error })
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new AppError('net.too-large', 'reading the head of the answer', { facts: where, cause: error })
  }
  return broken(error, where, code || 'unknown')
}

function connectFailure(error: AppError, where: Where): AppError | Transient {
  const complete = new AppError(error.code, error.message, { facts: { ...where, ...error.facts }, cause: error.cause })
  const { status } = error.facts
  const isGateway = status === 502 || status === 503 || status === 504
  if (error.code === 'net.unreachable' || error.code === 'net.timeout' || (error.code === 'net.proxy' && isGateway)) {
    return new Transient('unreachable', complete)
  }
  return complete
}

function broken(cause: unknown, where: Where, reason: string): Transient {
  return new Transient(
    'broken',
    new AppError('net.unreachable', 'reading the answer', { facts: { ...where, reason }, cause }),
  )
}

/** Apple never redirects. Who does is a sign-in page or a proxy; its host is worth knowing, its address may be private. */
function redirected(location: string | undefined, facts: Answer['facts']): AppError {
  const target = location && URL.canParse(location, facts.url) ? new URL(location, facts.url).host : null
  return new AppError('net.redirected', 'the answer points elsewhere', { facts: { ...facts, redirectedTo: target } })
}

function lastOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}
