import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net'
import { ANSWER_FAULTS, ASPEN, faultyAnswer, IDENTITY_FAULTS, identityAnswer, type Answer } from './answers.ts'
import { base64Der, sharedPki, TLS_FAULTS, type TlsFault } from './certificates.ts'
import {
  encryptCms,
  enrollmentProfile,
  PROFILE_FAULTS,
  signCms,
  TOPIC,
  toXml,
  type IdentityKind,
} from './enrollment-profile.ts'
import { readMachineInfo, type ReceivedMachineInfo } from './machine-info.ts'

const WAY_FAULTS = [
  'refused',
  'reset',
  'silent-tls',
  'not-tls',
  'silent',
  'slow',
  'slow-body',
  'http-url',
  'private-ca',
  'wrong-anchors',
] as const
const PROTECTION_FAULTS = ['unsigned', 'encrypted', 'encrypted-payloads', 'bad-signature', 'signer-expired'] as const

/** Everything that can be wrong with an enrollment server, by name. */
export const FAULTS = [
  ...WAY_FAULTS,
  ...TLS_FAULTS,
  ...ANSWER_FAULTS,
  ...PROTECTION_FAULTS,
  ...PROFILE_FAULTS,
  ...IDENTITY_FAULTS,
] as const
export type Fault = (typeof FAULTS)[number]

export type FakeOptions = {
  readonly fault?: Fault
  /** Of `slow` before the head, of `slow-body` between two bytes. */
  readonly delayMs?: number
  /** What the profile says where the device gets its certificate. */
  readonly identity?: IdentityKind
}

export type Received = {
  readonly method: string
  readonly path: string
  readonly contentType: string | null
  /** The verified machine info; null where none came. */
  readonly machine: ReceivedMachineInfo | null
  /** Why the machine info was not accepted; the answer was 400 then. */
  readonly problem: string | null
}

export type EnrollmentServer = Awaited<ReturnType<typeof startEnrollmentServer>>

/** An enrollment server on loopback with its own authority. See README.md. Close it with `close()`. */
export async function startEnrollmentServer({ fault, delayMs = 1500, identity = 'scep' }: FakeOptions = {}) {
  const pki = sharedPki()
  const requests: Received[] = []
  const elsewhere: string[] = []
  const identityRequests: string[] = []
  const sockets = new Set<Socket>()
  const timers = new Set<NodeJS.Timeout>()
  const usesAcme = identity === 'acme' || fault?.startsWith('acme') === true

  const isTls = (TLS_FAULTS as readonly string[]).includes(fault ?? '')
  const main = createHttpsServer(
    pki.serverIdentity(isTls ? (fault as TlsFault) : undefined),
    (...asked) => void answerDevice(...asked),
  )
  const identityServer = createHttpServer(answerIdentity)
  const secureIdentityServer = createHttpsServer(pki.serverIdentity(), answerIdentity)
  const other = createHttpsServer(pki.serverIdentity(), countElsewhere)
  const plain = createHttpServer(countElsewhere)
  const raw = createTcpServer((socket) => {
    socket.on('error', () => {})
    if (fault === 'reset') socket.destroy()
    if (fault === 'not-tls') socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  const servers: readonly (Server | TcpServer)[] = [main, identityServer, secureIdentityServer, other, plain, raw]
  for (const server of servers) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    server.on('tlsClientError', () => {})
  }
  const ports = await Promise.all(servers.map(listen))
  const [mainPort, identityPort, acmePort, otherPort, plainPort, rawPort] = ports as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const isRaw = fault === 'reset' || fault === 'silent-tls' || fault === 'not-tls'
  const origin = `https://localhost:${isRaw ? rawPort : mainPort}`
  const scepUrl = `http://localhost:${identityPort}/scep`
  const acmeUrl = `https://localhost:${acmePort}/acme`
  const places = { origin, otherOrigin: `https://127.0.0.1:${otherPort}`, httpOrigin: `http://localhost:${plainPort}` }
  if (fault === 'scep-down') await closed(identityServer)
  if (fault === 'acme-down') await closed(secureIdentityServer)
  if (fault === 'refused') await closed(main)

  async function answerDevice(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0]!
    const received = await receive(request, path)
    requests.push(received)
    if (fault === 'silent') return
    if (received.problem !== null) return write(response, { status: 400, body: received.problem })
    const answer = faultyAnswer(fault, path, places) ?? profileAnswer(received)
    if (fault === 'slow') return later(delayMs, () => write(response, answer))
    if (fault === 'slow-body') return drip(response, answer)
    write(response, fault === 'cut' ? { ...answer, isCut: true } : answer)
  }

  function profileAnswer({ machine }: Received): Answer {
    const profile = enrollmentProfile({
      origin,
      scepUrl,
      acmeUrl,
      identity: usesAcme ? 'acme' : identity,
      fault,
      pki,
    })
    const headers = { 'Content-Type': fault === 'wrong-content-type' ? 'application/octet-stream' : ASPEN }
    const xml = toXml(profile)
    if (fault === 'unsigned') return { status: 200, headers, body: xml }
    if (fault === 'encrypted') return { status: 200, headers, body: encryptCms(xml, machine?.signer ?? pki.signer.pem) }
    if (fault === 'encrypted-payloads') {
      const { PayloadContent, ...rest } = profile
      const inner = encryptCms(toXml(PayloadContent as never), machine?.signer ?? pki.signer.pem)
      return { status: 200, headers, body: toXml({ ...rest, EncryptedPayloadContent: inner }) }
    }
    const signer = fault === 'signer-expired' ? pki.oldSigner : pki.signer
    const signed = signCms(xml, signer, [pki.intermediate])
    // A letter of the content is changed after signing.
    if (fault === 'bad-signature') signed[signed.indexOf('Example Enrollment')] = 0x65
    return { status: 200, headers, body: signed }
  }

  function answerIdentity(request: IncomingMessage, response: ServerResponse): void {
    identityRequests.push(request.url ?? '')
    request.resume()
    if (fault !== 'scep-silent') write(response, identityAnswer(fault, (request.url ?? '').split('?')[0]!, origin))
  }

  function countElsewhere(request: IncomingMessage, response: ServerResponse): void {
    elsewhere.push(`${request.method} ${request.url}`)
    request.resume()
    response.end()
  }

  function drip(response: ServerResponse, { status, headers, body = '' }: Answer): void {
    const bytes = Buffer.from(body)
    response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
    response.flushHeaders()
    let at = 0
    const next = () => {
      if (response.destroyed || at === bytes.length) return void response.end()
      response.write(bytes.subarray(at, ++at))
      later(delayMs, next)
    }
    next()
  }

  function later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      what()
    }, ms)
    timers.add(timer)
  }

  return {
    /** What a device POSTs to. */
    url: `${fault === 'http-url' ? places.httpOrigin : origin}/enroll`,
    /** What a device opens in its web view. */
    webUrl: `${origin}/web`,
    /** The authority of this server, PEM: for `--ca-file`. */
    caPem: pki.root.pem,
    /** Base64 of DER, as in `anchor_certs`. */
    anchors: [base64Der(pki.root)],
    topic: TOPIC,
    scepUrl,
    acmeUrl,
    /** What came from devices, in order. */
    requests,
    /** What reached a host or a port that must not be reached: stays empty. */
    elsewhere,
    /** What reached the server of certificates. */
    identityRequests,

    /** The profile as it is defined at Apple. Without anchors where the fault is that they are missing. */
    profileBody({ web = false, anchors = true }: { readonly web?: boolean; readonly anchors?: boolean } = {}) {
      const given = fault === 'wrong-anchors' ? [base64Der(pki.otherRoot)] : this.anchors
      return {
        profile_name: 'Example',
        url: this.url,
        ...(web && { configuration_web_url: this.webUrl }),
        ...(anchors && fault !== 'private-ca' && { anchor_certs: given }),
      }
    },

    async close(): Promise<void> {
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      await Promise.all(servers.map(closed))
    },
  }
}

async function receive(request: IncomingMessage, path: string): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const header = request.headers['x-apple-aspen-deviceinfo']
  const cms = typeof header === 'string' ? Buffer.from(header, 'base64') : Buffer.concat(chunks)
  const facts = { method: request.method ?? '', path, contentType: request.headers['content-type'] ?? null }
  if (cms.length === 0) return { ...facts, machine: null, problem: null }
  try {
    return { ...facts, machine: readMachineInfo(cms), problem: null }
  } catch (error) {
    return { ...facts, machine: null, problem: String(error) }
  }
}

function write(response: ServerResponse, { status, headers, body = '', isCut = false }: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  if (!isCut) return void response.end(bytes)
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

async function listen(server: Server | TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // a server that listens on a port has this kind
}

function closed(server: Server | TcpServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
