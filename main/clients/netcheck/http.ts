import { request, type IncomingMessage } from 'node:http'
import { isIP, type Socket } from 'node:net'
import type { HttpCheck, StepOutcome } from '../../../shared/model/network-check.ts'
import { reasonOf } from '../connect/sockets.ts'
import { bounded, stopwatch, TIMED_OUT, wholeSeconds } from './bounded.ts'

export type Question = {
  readonly host: string
  readonly port: number
  /** Of the service, not of the connection: decides how `Host` is written. */
  readonly isSecure: boolean
  /** A path, or for a proxy the whole address. */
  readonly path: string
  readonly proxyCredentials?: string | undefined
  /** How much of the body is wanted. */
  readonly maxBodyBytes: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export type Answer = HttpCheck & { readonly body: string }

const MAX_HEADER_BYTES = 16_384
const AGENT = 'ADE-Desk network check'

/** One question over an open connection, which is closed afterwards. Redirects are told, never followed. */
export async function ask(socket: Socket, question: Question): Promise<Answer> {
  const took = stopwatch()
  const nothing = { status: null, server: null, redirect: null, clockSeconds: null, body: '' }
  try {
    const answer = await bounded(question.timeoutMs, question.signal, (signal) => exchange(socket, question, signal))
    if (answer === TIMED_OUT) return { ...nothing, outcome: 'timed-out', ms: took(), reason: 'ETIMEDOUT' }
    return { ...answer, outcome: 'ok', ms: took(), reason: null }
  } catch (error) {
    question.signal.throwIfAborted()
    const reason = reasonOf(error)
    return { ...nothing, outcome: outcomeOf(reason), ms: took(), reason }
  } finally {
    socket.destroy()
  }
}

type Read = Pick<Answer, 'status' | 'server' | 'redirect' | 'clockSeconds' | 'body'>

function exchange(socket: Socket, question: Question, signal: AbortSignal): Promise<Read> {
  return new Promise((resolve, reject) => {
    const asking = request({
      createConnection: () => socket,
      method: 'GET',
      path: question.path,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: {
        Host: authority(question),
        'User-Agent': AGENT,
        Accept: '*/*',
        Connection: 'close',
        ...(question.proxyCredentials && { 'Proxy-Authorization': question.proxyCredentials }),
      },
      signal,
    })
    // Stays: an error after the answer interests nobody.
    asking.on('error', reject)
    asking.on('response', (response) => {
      const facts = readHeaders(response, question)
      if (question.maxBodyBytes === 0) {
        response.on('error', () => {})
        return resolve({ ...facts, body: '' })
      }
      readBody(response, question.maxBodyBytes).then((body) => resolve({ ...facts, body }), reject)
    })
    asking.end()
  })
}

/** The beginning of the body; a body that is cut off is as good as its beginning. */
function readBody(response: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve) => {
    let body = ''
    const finish = () => resolve(body.slice(0, maxBytes))
    response.setEncoding('latin1')
    response.on('data', (part: string) => {
      body += part
      if (body.length >= maxBytes) finish()
    })
    response.on('end', finish)
    response.on('error', finish)
    response.on('close', finish)
  })
}

function readHeaders({ statusCode, headers }: IncomingMessage, question: Question): Omit<Read, 'body'> {
  const at = Date.parse(headers.date ?? '')
  return {
    status: statusCode ?? null,
    server: headers.server === undefined ? null : String(headers.server).slice(0, 100),
    redirect: redirectOrigin(headers.location, question),
    clockSeconds: Number.isNaN(at) ? null : clockDifference(at),
  }
}

/** A `Date` header is cut to the second: what it says is on average half a second later. */
function clockDifference(at: number): number {
  return wholeSeconds(at + 500 - Date.now())
}

/** Scheme, host and port only: the rest may name a session of somebody. Null within the same host. */
function redirectOrigin(location: string | undefined, question: Question): string | null {
  const own = `${question.isSecure ? 'https' : 'http'}://${authority(question)}`
  if (location === undefined || !URL.canParse(location, own)) return null
  const { origin } = new URL(location, own)
  if (origin === 'null') return null
  return origin === new URL(own).origin ? null : origin.slice(0, 300)
}

function authority({ host, port, isSecure }: Question): string {
  const name = isIP(host) === 6 ? `[${host}]` : host
  return port === (isSecure ? 443 : 80) ? name : `${name}:${port}`
}

function outcomeOf(reason: string): StepOutcome {
  if (/^(ECONNRESET|EPIPE|ECONNABORTED)$/.test(reason)) return 'cut-off'
  // A server that demands a certificate of its visitor says so only now (TLS 1.3): it was reached all the same.
  if (/ALERT_(CERTIFICATE|BAD_CERTIFICATE|HANDSHAKE|ACCESS)|CERTIFICATE_REQUIRED/.test(reason)) return 'ok'
  return 'failed'
}
