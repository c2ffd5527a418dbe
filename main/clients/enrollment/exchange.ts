import type { Socket } from 'node:net'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { buildConnector } from 'undici'
import type { VisitAnswer, VisitRemark, VisitRequest } from './client-type.ts'

/** An enrollment profile has some ten kilobytes. */
export const MAX_ANSWER_BYTES = 1024 * 1024
const MAX_HEAD_BYTES = 65_536

export type Exchange = { readonly answer: VisitAnswer | null; readonly failure: VisitRemark | null }

type Head = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: AsyncIterable<Uint8Array>
}

type Saying = {
  readonly request: VisitRequest
  readonly userAgent: string
  readonly monotonic: () => number
  readonly signal: AbortSignal
}

/** One request and its answer over a connection that is used for nothing else. Rejects with the signal's reason. */
export async function exchange(socket: Socket, { request, userAgent, monotonic, signal }: Saying): Promise<Exchange> {
  const { Client } = await import('undici')
  const { url, method, headers, body } = request
  const client = new Client(url.origin, {
    connect: connectOnce(socket),
    maxHeaderSize: MAX_HEAD_BYTES,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const startedAt = monotonic()
  let head: Head | undefined
  let firstByteMs = 0
  try {
    head = await client.request({
      method,
      path: url.pathname + url.search,
      headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'gzip, deflate, br', ...headers },
      ...(body && { body: Buffer.from(body) }),
      signal,
    })
    firstByteMs = Math.round(monotonic() - startedAt)
    const { bytes, failure } = await readBody(head)
    const header = (name: string) => lastOf(head!.headers[name])
    const wholeMs = Math.round(monotonic() - startedAt)
    return { answer: { status: head.statusCode, header, body: bytes, firstByteMs, wholeMs }, failure }
  } catch (error) {
    signal.throwIfAborted()
    return { answer: null, failure: { code: meaningOf(error, head !== undefined), facts: { reason: reasonOf(error) } } }
  } finally {
    void client.destroy().catch(() => {})
    socket.destroy()
  }
}

/** Not at once, undici is not ready for that; and one time only: what broke is not tried again. */
function connectOnce(socket: Socket): buildConnector.connector {
  let isGiven = false
  return (_options, callback) => {
    const gives = !isGiven && !socket.destroyed
    isGiven = true
    if (gives) setImmediate(callback, null, socket)
    else setImmediate(callback, Object.assign(new Error('the connection is gone'), { code: 'ECONNRESET' }), null)
  }
}

async function readBody({ headers, body }: Head): Promise<{ bytes: Uint8Array; failure: VisitRemark | null }> {
  const chunks: Uint8Array[] = []
  let size = 0
  const tooLarge = {
    bytes: new Uint8Array(),
    failure: { code: 'answer-too-large', facts: { maxBytes: MAX_ANSWER_BYTES } },
  } as const
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_ANSWER_BYTES) return tooLarge
    chunks.push(chunk)
  }
  const raw = Buffer.concat(chunks, size)
  const decode = DECODERS[lastOf(headers['content-encoding'])?.trim().toLowerCase() ?? '']
  if (!decode || raw.length === 0) return { bytes: raw, failure: null }
  try {
    return { bytes: await decode(raw, { maxOutputLength: MAX_ANSWER_BYTES }), failure: null }
  } catch (error) {
    if (error instanceof RangeError) return tooLarge
    return { bytes: raw, failure: { code: 'answer-broken', facts: { reason: reasonOf(error) } } }
  }
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

function meaningOf(error: unknown, hasHead: boolean): VisitRemark['code'] {
  const reason = reasonOf(error)
  if (/^HPE_|^HTTPParserError$/.test(reason) || reason.includes('OVERFLOW') || reason.includes('INVALID'))
    return 'answer-broken'
  return hasHead ? 'answer-cut-off' : 'connection-lost'
}

/** Node's or undici's word for what went wrong. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}

function lastOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}
