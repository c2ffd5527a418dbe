import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { jsonAnswer, JSON_TYPE, refusalAnswer, scriptedAnswer, send, type Answer } from './answer.ts'
import { CONTENT_ENDPOINTS, NumberedRefusal, type ContentEndpoint } from './endpoints/apps-and-books.ts'
import type { Call, Endpoint } from './endpoints/endpoint.ts'
import { ENDPOINTS } from './endpoints/index.ts'
import { openSession, serviceOfHeader } from './endpoints/session.ts'
import { Refusal } from './refusal.ts'
import type { RequestLog } from './request-log.ts'
import type { Script, ScriptedAnswer } from './script.ts'
import type { Service } from './service.ts'
import type { Statistics } from './statistics.ts'
import type { World } from './world.ts'

const SESSION_PATH = '/session'
const SESSION_NAME = 'get_session'
const MAX_BODY_BYTES = 16_777_216

/** Names of all endpoints, as scripts know them. */
export const ENDPOINT_NAMES: readonly string[] = [
  SESSION_NAME,
  ...new Set([...ENDPOINTS, ...CONTENT_ENDPOINTS].map(({ name }) => name)),
]

export type Exchange = {
  readonly world: World
  readonly script: Script
  readonly log: RequestLog
  readonly statistics: Statistics
  /** At which raw byte this answer of so many bytes is cut off; undefined: not at all. */
  readonly nextCut: (answerBytes: number) => number | undefined
}

type Target = { readonly name: string; readonly endpoint: Endpoint | undefined; readonly content?: ContentEndpoint }

type Progress = { service: Service | undefined; session: string | undefined; facts: Record<string, unknown> }

type Arrived = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly call: Call
  readonly path: string
  /** Of its head, by `performance.now()`: the latency of an answer is counted from there. */
  readonly arrivedAt: number
}

/** Answers one request for `path` (without prefix) the way the service does, or the way the script says. */
export async function answerRequest(
  exchange: Exchange,
  { request, response, call, path, arrivedAt }: Arrived,
): Promise<void> {
  const { world, script, statistics } = exchange
  const progress: Progress = { service: undefined, session: undefined, facts: {} }
  const settings = world.settings()
  const target = findTarget(path, call.method)
  progress.service = ownerOf(exchange, request, call, path)
  const scripted = target instanceof Refusal ? undefined : script.next(target.name, progress.service?.id)
  const answer = decide(exchange, { request, call, target, scripted, progress })

  if (settings.latencyMs > 0 || scripted?.delayMs) {
    await wait(Math.max(0, settings.latencyMs + (scripted?.delayMs ?? 0) - (performance.now() - arrivedAt)))
    statistics.waited(performance.now() - arrivedAt)
  }
  const complete: Answer = { ...answer, headers: { ...answer.headers, ...commonHeaders(exchange, progress) } }
  const cut = exchange.nextCut(complete.body.length)
  const answeredBytes = send(response, complete, { ...scripted, ...(cut === undefined ? {} : { resetAtByte: cut }) })
  const isKnown = !(target instanceof Refusal && target.status === 404)
  statistics.answered({ path: isKnown ? path : 'unknown', status: answer.status, bytes: answeredBytes })
  exchange.log.add({
    at: new Date(world.now()).toISOString(),
    method: call.method,
    path,
    query: call.query.toString(),
    service: progress.service?.traits().name ?? null,
    status: answer.status,
    code: answer.status >= 400 ? answer.body.toString('utf8', 0, 100) : null,
    headers: {
      userAgent: request.headers['user-agent'] ?? null,
      contentType: request.headers['content-type'] ?? null,
      accept: request.headers.accept ?? null,
      protocolVersion: header(request, 'x-server-protocol-version') ?? null,
      hasAuthorization: call.authorization !== undefined,
      hasSession: header(request, 'x-adm-auth-session') !== undefined,
    },
    body: call.bodyText,
    answeredBytes,
    isScripted: scripted !== undefined,
    facts: progress.facts,
  })
}

/** The whole request body; a longer one than the service would take is refused. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    // A request without an encoding set yields buffers.
    const bytes = chunk as Uint8Array
    size += bytes.length
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'REQUEST_TOO_LARGE')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function decide(
  exchange: Exchange,
  about: {
    request: IncomingMessage
    call: Call
    target: Target | Refusal
    scripted: ScriptedAnswer | undefined
    progress: Progress
  },
): Answer {
  const { scripted, target } = about
  const { errorForm } = exchange.world.settings()
  const replaced = scripted?.status === undefined ? undefined : scriptedAnswer(scripted.status, scripted, errorForm)
  if (replaced && !scripted?.isAfterChange) return replaced
  try {
    if (target instanceof Refusal) throw target
    const answer = jsonAnswer(carryOut(exchange, { ...about, target }))
    return replaced ?? answer
  } catch (error) {
    if (error instanceof NumberedRefusal) {
      const { errorNumber, errorMessage, status } = error
      return jsonAnswer({ errorNumber, errorMessage }, status)
    }
    if (error instanceof Refusal) return refusalAnswer(error, errorForm)
    throw error
  }
}

function carryOut(
  { world }: Exchange,
  about: {
    request: IncomingMessage
    call: Call
    target: Target
    scripted: ScriptedAnswer | undefined
    progress: Progress
  },
): unknown {
  const { request, call, target, scripted, progress } = about
  if (target.content) return target.content.run(call, world)
  checkHeaders(request, world)
  if (target.endpoint === undefined) return openSession(call, world)
  const session = header(request, 'x-adm-auth-session')
  const service = world.serviceById(world.sessions.use(session))
  progress.session = session
  progress.service = service
  if (!service.traits().hasAcceptedTerms) throw new Refusal(403, 'T_C_NOT_SIGNED')
  checkVersion(request, call, world)
  const note = (facts: Readonly<Record<string, unknown>>) => void Object.assign(progress.facts, facts)
  return target.endpoint.run({ call, world, service, scripted, note })
}

function checkHeaders(request: IncomingMessage, world: World): void {
  const userAgent = request.headers['user-agent']
  if (userAgent === undefined || userAgent.trim() === '') throw new Refusal(400, 'USER_AGENT_MISSING')
  // RFC 9110 §10.1.5: it begins with a product name.
  if (!/^[!#$%&'*+.^_`|~\w-]+(?:\/[!#$%&'*+.^_`|~\w-]+)?(?:[ \t][\x20-\x7e\t]*)?$/.test(userAgent)) {
    throw new Refusal(400, 'USER_AGENT_INVALID')
  }
  if (!world.settings().strictHeaders) return
  if (request.headers['content-type'] !== JSON_TYPE) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE')
  if (request.headers.accept !== JSON_TYPE) throw new Refusal(406, 'NOT_ACCEPTABLE')
}

function checkVersion(request: IncomingMessage, call: Call, world: World): void {
  const text = header(request, 'x-server-protocol-version')
  const { newestVersion } = world.settings()
  const isKnown = text === undefined || /^[1-9]\d{0,3}$/.test(text)
  if (!isKnown || (newestVersion !== undefined && call.version > newestVersion)) {
    throw new Refusal(400, 'UNSUPPORTED_PROTOCOL_VERSION')
  }
}

function findTarget(path: string, method: string): Target | Refusal {
  if (path === SESSION_PATH) {
    return method === 'GET' ? { name: SESSION_NAME, endpoint: undefined } : new Refusal(405, '')
  }
  const contents = CONTENT_ENDPOINTS.filter((endpoint) => endpoint.path === path)
  const content = contents.find(({ methods }) => methods.includes(method))
  if (content) return { name: content.name, endpoint: undefined, content }
  if (contents.length > 0) return new Refusal(405, '')
  const candidates = ENDPOINTS.filter((endpoint) => endpoint.path === path)
  const endpoint = candidates.find(({ methods }) => methods.includes(method))
  if (endpoint) return { name: endpoint.name, endpoint }
  return candidates.length > 0 ? new Refusal(405, '') : new Refusal(404, 'NOT_FOUND')
}

/** Whose request this claims to be, before anything is checked. */
function ownerOf({ world }: Exchange, request: IncomingMessage, call: Call, path: string): Service | undefined {
  if (path === SESSION_PATH) return serviceOfHeader(call, world)
  const id = world.sessions.owner(header(request, 'x-adm-auth-session') ?? '')
  return id === undefined ? undefined : world.serviceById(id)
}

function commonHeaders({ world, statistics }: Exchange, { session }: Progress): Record<string, string> {
  const { rotateEvery } = world.settings()
  const isTurn =
    rotateEvery > 0 && session !== undefined && statistics.sessionAnswers() % rotateEvery === rotateEvery - 1
  if (session !== undefined) statistics.sessionAnswered()
  const rotated = isTurn && world.sessions.owner(session) !== undefined ? world.sessions.rotate(session) : undefined
  return {
    Date: new Date(world.now()).toUTCString(),
    'X-Apple-Request-UUID': randomUUID(),
    ...(rotated === undefined ? {} : { 'X-ADM-Auth-Session': rotated }),
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
