import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createConnector, type ConnectSettings } from '../../../../../main/clients/connect/connector.ts'
import type { Identity } from './authority.ts'

/** What a proxy does with CONNECT: lets it through, answers with a status, or whatever it does to the socket. */
export type Treatment = 'pass' | number | ((socket: Socket) => void)

/** A server with that identity; answers as Apple would, sessions first. Counts connections, not requests. */
export async function startSecureServer(identity: Identity) {
  let connections = 0
  const requests: IncomingMessage[] = []
  const server = createHttpsServer({ ...identity }, (request, response) => {
    requests.push(request)
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ auth_session_token: 'S', server_name: 'Berlin' }))
  })
  server.on('connection', () => connections++)
  server.on('tlsClientError', () => {})
  return { port: await listen(server), connections: () => connections, requests }
}

/** A proxy that passes every tunnel to one port of this computer, whatever host was asked for. */
export async function startProxy(targetPort: number, treatment: Treatment = 'pass', identity?: Identity) {
  const tunnels: { authority: string | undefined; rawHeaders: readonly string[] }[] = []
  const server = identity ? createHttpsServer({ ...identity }) : createHttpServer()
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push({ authority: request.url, rawHeaders: request.rawHeaders })
    socket.on('error', () => {})
    if (typeof treatment === 'function') return treatment(socket)
    if (treatment !== 'pass') return socket.end(`HTTP/1.1 ${treatment} No\r\nContent-Length: 0\r\n\r\n`)
    const target = connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(target).pipe(socket)
    })
    target.on('error', () => socket.destroy())
    socket.on('close', () => target.destroy())
  })
  const scheme = identity ? 'https' : 'http'
  return { url: `${scheme}://127.0.0.1:${await listen(server)}`, tunnels }
}

export const DIRECT: ConnectSettings = { proxy: null, noProxy: null, extraCertificates: [] }

/** One connection as undici would ask for it; closed with the test. */
export function openConnection(address: string, settings: Partial<ConnectSettings>, timeoutMs = 5000): Promise<Socket> {
  const { protocol, hostname, host, port } = new URL(address)
  const connector = createConnector({ ...DIRECT, ...settings }, { timeoutMs })
  onTestFinished(connector.close)
  return new Promise((resolve, reject) => {
    connector.connect({ protocol, hostname, host, port }, (error, socket) => {
      if (error) return reject(error)
      onTestFinished(() => void socket.destroy())
      resolve(socket)
    })
  })
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port // a server that listens on a port has this kind
}
