import { createSocket } from 'node:dgram'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'
import {
  createNetworkProbes,
  rootsByName,
  type NameServer,
  type Probed,
} from '../../../../../main/clients/netcheck/index.ts'
import { createNetcheckService, runCheck } from '../../../../../main/core/netcheck/index.ts'
import type { SystemProxy } from '../../../../../main/core/netcheck/index.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { NetworkSettings } from '../../../../../main/ports/network.ts'
import { createChain, type Identity } from './chains.ts'

/** The part of the public, of a company, and of something that inspects. */
export const PUBLIC = createChain('Public Trust')
export const PRIVATE = createChain('Example Company')
export const INSPECTOR = createChain('Box Inspection')

export const NETWORK: NetworkSettings = {
  appleUrl: 'https://mdmenrollment.apple.com',
  proxy: null,
  noProxy: null,
  proxiesLoopback: true,
  extraCertificates: [PUBLIC.root],
  protocolVersion: 10,
}

/** Every name leads to this computer, but for those that are told otherwise; null is a name that does not exist. */
export function fakeNames(
  known: Readonly<Record<string, readonly string[] | null | 'silence' | 'failure'>> = {},
): NameServer {
  return {
    async resolve(host, family, signal) {
      const entry = Object.hasOwn(known, host) ? known[host]! : (['127.0.0.1'] as const)
      if (entry === 'silence')
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('gone'))))
      const code = known[host] === null ? 'ENOTFOUND' : entry === 'failure' ? 'ESERVFAIL' : 'ENODATA'
      const found = Array.isArray(entry) ? entry.filter((one: string) => one.includes(':') === (family === 6)) : []
      if (found.length === 0) throw Object.assign(new Error(code), { code })
      return found
    },
    lookUp: async () => [],
    servers: () => ['127.0.0.53'],
  }
}

type World = {
  readonly names?: NameServer
  readonly network?: Partial<NetworkSettings>
  readonly captive?: number
  readonly time?: number
  readonly systemProxy?: SystemProxy
}

const GIVEN = { host: '127.0.0.1', isGiven: true } as const

/** The check as the product makes it, with names, public authorities and Apple's reference hosts of this computer. */
export function setUpCheck({ names = fakeNames(), network, captive = 1, time = 1, systemProxy }: World = {}) {
  const place = (port: number, spoken: Probed['spoken']): Probed => ({ ...GIVEN, port, spoken })
  const probes = createNetworkProbes({
    names,
    roots: rootsByName([PUBLIC.root]),
    captive: place(captive, 'http'),
    time: place(time, 'ntp'),
  })
  return createNetcheckService({
    clock: systemClock,
    log: silentLog,
    runNetworkCheck: (plan, run) => runCheck(plan, { clock: systemClock, probes }, run),
    systemProxy,
    network: () => ({ ...NETWORK, ...network }),
  })
}

/** An https server; answers 200 and nothing else unless told otherwise. */
export async function startHttps(
  identity: Identity & Pick<TlsOptions, 'minVersion' | 'maxVersion' | 'ciphers'>,
  answer: RequestListener = (_request, response) => response.end('ok'),
) {
  const server = createHttpsServer({ ...identity }, answer)
  server.on('tlsClientError', () => {})
  return listen(server)
}

export function startHttp(answer: RequestListener): Promise<number> {
  return listen(createHttpServer(answer))
}

/** Whatever is done to the socket; without it, the connection is accepted and nothing is ever said. */
export function startTcp(treat: (socket: Socket) => void = () => {}): Promise<number> {
  return listen(
    createTcpServer((socket) => {
      socket.on('error', () => {})
      treat(socket)
    }),
  )
}

export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port // a server that listens on a port has this kind
}

/** A time service whose clock differs; `spoil` changes the answer, undefined is silence. */
export async function startTime(seconds: number, spoil: (answer: Buffer) => Buffer | undefined = (answer) => answer) {
  const server = createSocket('udp4')
  server.on('message', (question, { port, address }) => {
    const answer = Buffer.alloc(48)
    answer[0] = 0x24
    answer[1] = 2
    question.copy(answer, 24, 40, 48)
    for (const at of [32, 40]) answer.writeUInt32BE(Math.round(Date.now() / 1000) + seconds + 2_208_988_800, at)
    const told = spoil(answer)
    if (told) server.send(told, port, address)
  })
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return server.address().port
}
