import { AppError, isCancelled, type ErrorCode } from '../../../shared/errors.ts'
import type { ProfileCertificate, ServerFailure, ServerProblem, ServiceConfig } from '../../../shared/model/profile.ts'
import type { MdmServerClient } from '../../clients/mdm-server/client-type.ts'
import { describeCertificate } from './certificates.ts'

/** Source: Apple developer documentation, "Providing information about your device management service" (read August 2026). */
const PATH = '/MDMServiceConfig'
const MAX_URL_CHARACTERS = 2000
const MAX_ANCHORS = 100

const PROBLEMS: Readonly<Partial<Record<ErrorCode, ServerProblem>>> = {
  'net.unreachable': 'unreachable',
  'net.timeout': 'timeout',
  'net.tls': 'not-trusted',
  'net.proxy': 'proxy',
  'net.redirected': 'redirected',
  'net.too-large': 'too-large',
}

/** The https address a person means by `mdm.example.com` or by any address on that server. Throws `bad-input`. */
export function serverAddress(typed: string): URL {
  const given = typed.trim()
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.hostname === '' || url.username || url.password)
    throw new AppError('bad-input', 'the name of a server or an address that begins with https:// is needed', {
      path: 'server',
    })
  return url
}

type Asking = {
  /** Trusted beside what this program trusts anyway, base64 of DER. */
  readonly anchors: readonly string[]
  readonly signal: AbortSignal
}

/** Asks a management service for its enrollment address and its anchors. Every answer is somebody else's: all of it is checked. */
export async function askServiceConfig(
  client: MdmServerClient,
  typed: string,
  asking: Asking,
): Promise<ServiceConfig | ServerFailure> {
  const server = serverAddress(typed)
  try {
    return await ask(client, server, asking)
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    return failureOf(error, server.host, asking.signal)
  }
}

/** The failure of a connection as a value; throws what is no such failure. */
export function failureOf(error: unknown, host: string, signal: AbortSignal): ServerFailure {
  if (isCancelled(error, signal) || !(error instanceof AppError)) throw error
  const problem = PROBLEMS[error.code]
  if (!problem) throw error
  const detail = error.facts['reason'] ?? error.facts['status'] ?? ''
  return { kind: 'failed', problem, host: String(error.facts['host'] ?? host), detail: String(detail ?? '') }
}

async function ask(client: MdmServerClient, server: URL, asking: Asking): Promise<ServiceConfig> {
  const told = await client.readText(server.origin + PATH, asking)
  if (told.status === 404 || told.status === 410) refuse('not-offered', server.host, told.status)
  if (told.status !== 200) refuse('refused', server.host, told.status)
  const config = readObject(told.text) ?? refuse('no-config', server.host)
  const [url, anchorsUrl, trustUrl] = ['dep_enrollment_url', 'dep_anchor_certs_url', 'trust_profile_url'].map((key) =>
    textIn(config, key),
  )
  if (url === undefined && anchorsUrl === undefined) refuse('no-config', server.host)
  if (url !== undefined && !isHttps(url)) refuse('bad-url', server.host, url.slice(0, 100))
  return {
    kind: 'found',
    url: url ?? null,
    anchors: anchorsUrl === undefined ? null : await askAnchors(client, { server, anchorsUrl }, asking),
    trustProfileUrl: trustUrl !== undefined && isHttps(trustUrl) ? trustUrl : null,
  }
}

async function askAnchors(
  client: MdmServerClient,
  { server, anchorsUrl }: { readonly server: URL; readonly anchorsUrl: string },
  asking: Asking,
): Promise<readonly ProfileCertificate[]> {
  if (!isHttps(anchorsUrl)) refuse('bad-anchors-url', server.host, anchorsUrl.slice(0, 100))
  const { host } = new URL(anchorsUrl)
  const { status, text } = await client.readText(anchorsUrl, asking)
  if (status !== 200 && status !== 204) refuse('refused', host, status)
  return readAnchors(text) ?? refuse('bad-anchors', host)
}

/** A JSON list of certificates in base64, which may have blanks and line breaks in it; an empty body is an empty list. Undefined for anything else. */
export function readAnchors(text: string): readonly ProfileCertificate[] | undefined {
  if (text.trim() === '') return []
  const list = parse(text)
  if (!Array.isArray(list) || list.length > MAX_ANCHORS) return undefined
  const all: ProfileCertificate[] = []
  for (const item of list as readonly unknown[]) {
    if (typeof item !== 'string') return undefined
    const base64 = item.replace(/\s+/g, '')
    const certificate = /^[A-Za-z0-9+/]+=*$/.test(base64) ? describeCertificate(base64) : null
    if (!certificate) return undefined
    if (!all.some((one) => one.base64 === certificate.base64)) all.push(certificate)
  }
  return all
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parse(text)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as Readonly<Record<string, unknown>>) : undefined // just parsed from JSON
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An empty text says as little as none. */
function textIn(config: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(config, key) ? config[key] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, href } = new URL(text)
  return protocol === 'https:' && !username && !password && href.length <= MAX_URL_CHARACTERS
}

class Refusal extends Error {
  readonly failure: ServerFailure

  constructor(failure: ServerFailure) {
    super(failure.problem)
    this.failure = failure
  }
}

function refuse(problem: ServerProblem, host: string, detail: string | number = ''): never {
  throw new Refusal({ kind: 'failed', problem, host, detail: String(detail) })
}
