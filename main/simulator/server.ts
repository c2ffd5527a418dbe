import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from './endpoints/endpoint.ts'
import { answerRequest, ENDPOINT_NAMES, readText, type Exchange } from './exchange.ts'
import { createChance } from './fleet/chance.ts'
import { writeTokenFile, type TokenFileForm } from './portal.ts'
import { createRequestLog } from './request-log.ts'
import { createScript, type ScriptSteps } from './script.ts'
import type { Service } from './service.ts'
import type { Settings } from './settings.ts'
import { createStatistics } from './statistics.ts'
import { createWorld } from './world.ts'

const DEFAULT_SERVICE = 'ADE Desk demo'
const DEFAULT_SEED = 1
/** Cuts fall anywhere in an answer; its head is about this long. */
const HEAD_BYTES = 250

export type SimulatorOptions = {
  /** 0: any free port. */
  readonly port?: number
  /** Path before every endpoint, such as `/sim/a`. */
  readonly prefix?: string
  readonly seed?: number
  /** Generated devices in the first service. */
  readonly devices?: number
  /** Milliseconds since 1970; every time in the simulator comes from here. */
  readonly now?: () => number
} & Partial<Settings>

/** Connections to break: this share of answers, each at a random byte. */
export type Cuts = { readonly share: number; readonly seed: number }

export type Simulator = Awaited<ReturnType<typeof createSimulator>>

/** Starts Apple's device assignment service on 127.0.0.1. One server holds any number of services. */
export async function createSimulator(options: SimulatorOptions = {}) {
  const { port = 0, prefix = '', seed = DEFAULT_SEED, devices = 0, now = Date.now, ...settings } = options
  if (!/^(?:\/[\w.~-]+)*$/.test(prefix)) throw new RangeError(`not a path prefix: ${prefix}`)
  const world = createWorld({ seed, now, settings })
  const script = createScript(ENDPOINT_NAMES)
  const log = createRequestLog()
  const statistics = createStatistics()
  let nextCut: Exchange['nextCut'] = () => undefined
  const exchange: Exchange = { world, script, log, statistics, nextCut: (bytes) => nextCut(bytes) }
  const first = world.service(DEFAULT_SERVICE)
  if (devices > 0) first.addDevices(devices)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.sendDate = false
    const host = request.headers.host ?? `127.0.0.1:${port}`
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`)
    const bodyText = await readText(request)
    const version = Number(request.headers['x-server-protocol-version'] ?? 1)
    const call: Call = {
      method: request.method ?? 'GET',
      address: `http://${host}${pathname}`,
      query: searchParams,
      authorization: request.headers.authorization,
      bodyText,
      version,
    }
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : `outside the prefix: ${pathname}`
    await answerRequest(exchange, { request, response, call, path })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  // An idle connection that the server closes at the very moment of the next request looks like a cut nobody asked for.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`

  return {
    url,
    /** The first service. */
    service: first,
    /** The service of that name, made when there is none. */
    serviceNamed: (name: string): Service => world.service(name),
    services: world.services,
    set: world.set,
    settings: world.settings,

    /** A new `.p7m` for a certificate; the token before it is revoked, its consumer key stays. */
    issueToken(certificate: string | Uint8Array, from: { service?: Service; form?: TokenFileForm } = {}): Buffer {
      const service = from.service ?? first
      const values = service.tokens.issue(world.now())
      world.sessions.endAll(service.id)
      return writeTokenFile(certificate, values, from.form)
    },
    /** The same without a file. */
    issueValues(service: Service = first) {
      const values = service.tokens.issue(world.now())
      world.sessions.endAll(service.id)
      return values
    },
    revokeToken(service: Service = first): void {
      service.tokens.revoke()
      world.sessions.endAll(service.id)
    },
    expireToken(service: Service = first): void {
      service.tokens.expire(world.now())
      world.sessions.endAll(service.id)
    },
    endSessions: (service?: Service): void => world.sessions.endAll(service?.id),
    setClockSkew: (clockSkewMs: number): void => world.set({ clockSkewMs }),

    script: (steps: ScriptSteps, service?: Service): void => script.add(steps, service?.id),
    clearScript: (): void => script.clear(),
    scriptLeft: script.left,
    cutConnections(cuts: Cuts | undefined): void {
      if (cuts === undefined) {
        nextCut = () => undefined
        return
      }
      const chance = createChance(cuts.seed)
      nextCut = (bytes) => (chance() < cuts.share ? Math.floor(chance() * (bytes + HEAD_BYTES)) : undefined)
    },

    stats: () => ({ ...statistics.read(), sessionsOpened: world.sessions.opened(), scriptLeft: script.left() }),
    resetStats: statistics.reset,
    log: log.list,
    clearLog: log.clear,

    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
