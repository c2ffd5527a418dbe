import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import type { VisitRequest } from '../../../../../main/clients/enrollment/client-type.ts'
import { createEnrollmentClient } from '../../../../../main/clients/enrollment/index.ts'
import type { Way } from '../../../../../main/clients/enrollment/visit.ts'
import { systemClock as clock } from '../../../../../main/ports/clock.ts'
import { base64Der, sharedPki } from '../../../../fakes/enrollment-server/certificates.ts'
import { startProxy } from '../connect/servers.ts'

const DIRECT: Way = { proxy: null, noProxy: null, extraCertificates: [] }
const ANCHORS = [Buffer.from(base64Der(sharedPki().root), 'base64')]

async function serve(answer: RequestListener): Promise<URL> {
  const server = createServer(sharedPki().serverIdentity(), answer)
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return new URL(`https://localhost:${(server.address() as AddressInfo).port}/`)
}

function visit(url: URL, wish: Partial<VisitRequest> = {}, way: Partial<Way> = {}) {
  const client = createEnrollmentClient({ ...DIRECT, ...way }, { clock, version: '0.0.0' })
  const request: VisitRequest = {
    url,
    method: 'GET',
    headers: {},
    anchors: ANCHORS,
    certificates: [],
    giveUpMs: 5000,
    onlyPublic: false,
    ...wish,
  }
  return client.visit(request, { signal: new AbortController().signal })
}

const failure = ({ stages }: Awaited<ReturnType<typeof visit>>) => stages.at(-1)?.failure?.code

it('goes through a proxy, which finds the name', async () => {
  const url = await serve((_request, response) => response.end('hello'))
  const proxy = await startProxy(Number(url.port))
  const { answer, stages } = await visit(url, {}, { proxy: proxy.url, proxiesLoopback: true })
  expect(Buffer.from(answer!.body).toString()).toBe('hello')
  expect(stages[0]).toMatchObject({ name: 'resolve', evidence: { resolvedBy: 'proxy' } })
  expect(proxy.tunnels).toMatchObject([{ authority: url.host }])
})

it('a proxy that refuses is named with its answer', async () => {
  const url = await serve((_request, response) => response.end('hello'))
  const proxy = await startProxy(Number(url.port), 407)
  const visited = await visit(url, {}, { proxy: proxy.url, proxiesLoopback: true })
  expect(visited.stages.at(-1)?.failure).toMatchObject({ code: 'proxy-refused', facts: { reason: '407' } })
})

it('connects and asks nothing where only the connection matters', async () => {
  let requests = 0
  const url = await serve((_request, response) => {
    requests++
    response.end()
  })
  const { stages } = await visit(url, { onlyConnect: true })
  expect([stages.map(({ name }) => name), requests]).toEqual([['resolve', 'connect', 'tls'], 0])
})

it('a name with a private address is left alone where it has to be public', async () => {
  const url = await serve((_request, response) => response.end())
  const { stages } = await visit(url, { onlyPublic: true })
  expect(stages).toMatchObject([{ name: 'resolve', failure: { code: 'not-visited' } }])
})

it('reads a compressed answer', async () => {
  const url = await serve((_request, response) => {
    response.setHeader('Content-Encoding', 'gzip')
    response.end(gzipSync('packed'))
  })
  expect(Buffer.from((await visit(url)).answer!.body).toString()).toBe('packed')
})

it.each<[string, RequestListener, string]>([
  [
    'an answer that grows when it is unpacked',
    (_request, response) => {
      response.setHeader('Content-Encoding', 'gzip')
      response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
    },
    'answer-too-large',
  ],
  [
    'an answer without end',
    (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    },
    'answer-too-large',
  ],
  [
    'a head without end',
    (_request, response) => {
      response.writeHead(200, { 'X-Much': 'a'.repeat(200_000) })
      response.end()
    },
    'answer-broken',
  ],
  ['something else than HTTP', (_request, response) => response.socket!.write('SSH-2.0-x\r\n\r\n'), 'answer-broken'],
  ['a connection that is cut', (_request, response) => response.socket!.destroy(), 'connection-lost'],
])('%s', async (_what, answer, code) => {
  const visited = await visit(await serve(answer))
  expect(visited.stages.at(-1)?.failure?.code, JSON.stringify(visited.stages.at(-1)?.failure)).toBe(code)
})

it('looks once at each certificate and sends nothing to one that is not trusted', async () => {
  let requests = 0
  const url = await serve((_request, response) => {
    requests++
    response.end()
  })
  const visited = await visit(url, { anchors: undefined })
  expect([failure(visited), requests]).toEqual(['authority-unknown', 0])
  expect(visited.stages.at(-1)?.evidence).toMatchObject({
    chain: ['localhost', 'Example Issuing CA', 'Example Root CA'],
    refusal: 'SELF_SIGNED_CERT_IN_CHAIN',
  })
})

it('an anchor may be the intermediate, as on a device', async () => {
  const url = await serve((_request, response) => response.end())
  const anchors = [Buffer.from(base64Der(sharedPki().intermediate), 'base64')]
  expect(failure(await visit(url, { anchors }))).toBeUndefined()
})
