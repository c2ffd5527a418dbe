import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { changeSome, type ChangeCounts } from './change-some.ts'
import { answerControl, CONTROL_PATH } from './control.ts'
import type { Call } from './endpoints/endpoint.ts'
import { answerRequest, ENDPOINT_NAMES, readText, type Exchange } from './exchange.ts'
import { createChance } from './fleet/chance.ts'
import { readRecipient, writeTokenFile, type TokenFileForm } from './portal.ts'
import { createRequestLog } from './request-log.ts'
import { createScript, type ScriptSteps } from './script.ts'
import type { Service } from './service.ts'
import type { Settings } from './settings.ts'
import { createStatistics } from './statistics.ts'
import type { TokenValues } from './tokens.ts'
import type { Unit } from './units.ts'
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

export type Simulator = { readonly url: string; readonly close: () => Promise<void> } & ReturnType<
  typeof createControls
>

/** Starts Apple's device assignment service on 127.0.0.1. One server holds any number of services. */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, prefix = '', seed = DEFAULT_SEED, devices = 0, now = Date.now, ...settings } = options
  if (!/^(?:\/[\w.~-]+)*$/.test(prefix)) throw new RangeError(`not a path prefix: ${prefix}`)
  const world = createWorld({ seed, now, settings })
  const state: State = {
    world,
    script: createScript(ENDPOINT_NAMES),
    log: createRequestLog(),
    statistics: createStatistics(),
    nextCut: () => undefined,
  }
  const controls = createControls(state)
  if (devices > 0) controls.service.addDevices(devices)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = performance.now()
    const { host = '127.0.0.1' } = request.headers
    const { pathname, searchParams: query } = new URL(request.url ?? '/', `http://${host}`)
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : undefined
    const bodyText = await readText(request)
    const method = request.method ?? 'GET'
    const controlPath = pathname.startsWith(CONTROL_PATH) ? pathname : path
    if (controlPath?.startsWith(CONTROL_PATH)) {
      const control = { method, path: controlPath.slice(CONTROL_PATH.length), query, bodyText }
      return await answerControl(simulator, control, response)
    }
    const call: Call = {
      method,
      address: `http://${host}${pathname}`,
      query,
      authorization: request.headers.authorization,
      bodyText,
      version: Number(request.headers['x-server-protocol-version'] ?? 1),
    }
    response.sendDate = false
    await answerRequest(state, { request, response, call, arrivedAt, path: path ?? `outside ${prefix}: ${pathname}` })
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A client that goes away is none of our business; anything else is a fault of the simulator and must be seen.
      if (!request.destroyed && !response.destroyed) controls.reportFault(error)
      response.destroy()
    })
  })
  // An idle connection that the server closes at the very moment of the next request looks like a cut nobody asked for.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const simulator: Simulator = {
    ...controls,
    // A server that listens on a port has an address of this kind.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return simulator
}

type State = { -readonly [Key in keyof Exchange]: Exchange[Key] }

/** What a test or a demo does to a running simulator. */
function createControls(state: State) {
  const { world, script, statistics, log } = state
  const first = world.service(DEFAULT_SERVICE)
  const chance = createChance(world.seed)
  const faults: unknown[] = []

  function issueValues(service: Service = first): TokenValues {
    const values = service.tokens.issue(world.now())
    world.sessions.endAll(service.id)
    return values
  }

  return {
    /** The first service. */
    service: first,
    /** The service of that name, made when there is none. */
    serviceNamed: (name: string): Service => world.service(name),
    services: world.services,
    /** The unit of Apps and Books of that name, made when there is none. */
    unitNamed: (name: string): Unit => world.units.named(name),
    set: world.set,
    settings: world.settings,
    setClockSkew: (clockSkewMs: number): void => world.set({ clockSkewMs }),

    /** A new token's values; the token before it is revoked, the consumer key stays. */
    issueValues,
    /** The same as a `.p7m` for a certificate (PEM or DER). */
    issueToken: (certificate: string | Uint8Array, from: { service?: Service; form?: TokenFileForm } = {}): Buffer => {
      const recipient = readRecipient(certificate)
      return writeTokenFile(recipient, issueValues(from.service), from.form)
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

    /** Some devices arrive, change and leave. */
    changeSome: (counts: ChangeCounts, service: Service = first) =>
      changeSome({ fleet: world.fleet, chance, now: world.now }, service, counts),

    /** Adds scripted answers; with a service only for its requests. */
    script: (steps: ScriptSteps, service?: Service): void => script.add(steps, service?.id),
    clearScript: (): void => script.clear(),
    scriptLeft: script.left,
    cutConnections(cuts: Cuts | undefined): void {
      const random = createChance(cuts?.seed ?? 0)
      const share = cuts?.share ?? 0
      state.nextCut = (bytes) => (random() < share ? Math.floor(random() * (bytes + HEAD_BYTES)) : undefined)
    },

    stats: () => ({
      ...statistics.read(),
      sessionsOpened: world.sessions.opened(),
      scriptLeft: script.left(),
      faults: faults.map(String),
    }),
    resetStats: statistics.reset,
    log: log.list,
    clearLog: log.clear,
    /** A fault of the simulator itself; kept for `stats`. */
    reportFault: (fault: unknown): void => void faults.push(fault),
  }
}
