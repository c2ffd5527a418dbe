import type { Socket } from 'node:net'
import { inspect } from 'node:util'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { MAX_BODY_BYTES } from '../../../../../main/clients/ade/body.ts'
import {
  ACCOUNT,
  failureOf,
  inTurn,
  NOW,
  openClient,
  skippingClock,
  startApple,
  startServer,
  unusedPort,
  type Play,
} from './setup.ts'

const QUICK = { connectMs: 2000, headersMs: 60, wholeMs: 120 }
const ACCOUNT_BYTES = Buffer.from(JSON.stringify(ACCOUNT.body))

test('every request carries Apple’s headers byte for byte, /session too', async () => {
  const apple = await startApple(() => ({ body: {} }))
  const client = openClient(apple.url, { network: { protocolVersion: 9 } })
  await client.account()
  await client.page({ mode: 'fetch', cursor: null, limit: 5 })
  const host = new URL(apple.url).host
  const common = {
    'User-Agent': `ADEDesk/1.2.3 (${process.platform}; ${process.arch})`,
    'Content-Type': 'application/json;charset=UTF8',
    Accept: 'application/json;charset=UTF8',
    'Accept-Encoding': 'gzip, deflate, br',
    'X-Server-Protocol-Version': '9',
    host,
    connection: 'keep-alive',
  }
  const sent = apple.requests.map(({ rawHeaders }) =>
    Object.fromEntries(rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1]]] : []))),
  )
  expect(sent).toEqual([
    {
      ...common,
      Authorization: expect.stringMatching(/^OAuth realm="ADM", oauth_consumer_key="CK_test_consumer_key", /),
    },
    { ...common, 'X-ADM-Auth-Session': 'S1' },
    { ...common, 'X-ADM-Auth-Session': 'S1', 'content-length': '11' },
  ])
})

test('each call is the request Apple documents, below the base address’s own path', async () => {
  const apple = await startApple(() => ({ body: {} }))
  const client = openClient(`${apple.url}/sim/a/`)
  await client.account()
  await client.page({ mode: 'fetch', cursor: null, limit: 100 })
  await client.page({ mode: 'fetch', cursor: 'c1', limit: 100 })
  await client.page({ mode: 'sync', cursor: 'c2', limit: 50 })
  await client.deviceDetails(['A', 'B'])
  await client.deviceDetails([])
  await client.replacementDetails('A&B')
  expect(apple.requests.map(({ method, path, body }) => `${method} ${path} ${body}`.trim())).toEqual([
    'GET /sim/a/session',
    'GET /sim/a/account',
    'POST /sim/a/server/devices {"limit":100}',
    'POST /sim/a/server/devices {"cursor":"c1","limit":100}',
    'POST /sim/a/devices/sync {"cursor":"c2","limit":50}',
    'POST /sim/a/devices {"devices":["A","B"]}',
    'GET /sim/a/device/replacementDetails?device=A%26B',
  ])
  expect(client.requestCount()).toBe(7)
})

test('calls one after the other share one connection', async () => {
  const apple = await startApple(() => ({ body: {} }))
  const client = openClient(apple.url)
  for (let call = 0; call < 5; call++) await client.page({ mode: 'fetch', cursor: null, limit: 1 })
  expect(new Set(apple.requests.map(({ port }) => port)).size).toBe(1)
})

test.each([
  'http://mdmenrollment.apple.com',
  'http://192.168.1.2',
  'ftp://127.0.0.1',
  'https://u:p@a.example',
  'nonsense',
])('credentials are not sent to %s', (appleUrl) =>
  expect(() => openClient(appleUrl)).toThrow(expect.objectContaining({ code: 'bad-input' })),
)

describe('encoded answers are decoded', () => {
  test.each<[string, Uint8Array]>([
    ['gzip', gzipSync(ACCOUNT_BYTES)],
    ['X-GZIP', gzipSync(ACCOUNT_BYTES)],
    ['deflate', deflateSync(ACCOUNT_BYTES)],
    ['deflate', deflateRawSync(ACCOUNT_BYTES)],
    ['br', brotliCompressSync(ACCOUNT_BYTES)],
    ['gzip, br', brotliCompressSync(gzipSync(ACCOUNT_BYTES))],
    ['identity', ACCOUNT_BYTES],
  ])('%s', async (encoding, body) => {
    const apple = await startApple(() => ({ body, headers: { 'Content-Encoding': encoding } }))
    expect((await openClient(apple.url).account()).serverName).toBe('Berlin')
  })

  test('an encoding nobody asked for is a fault of the answer', async () => {
    const apple = await startApple(() => ({ body: ACCOUNT_BYTES, headers: { 'Content-Encoding': 'zstd' } }))
    expect((await failureOf(openClient(apple.url).account())).code).toBe('ade.protocol')
  })
})

describe('an answer that is too large is not kept', () => {
  const TOO_MANY = Buffer.alloc(MAX_BODY_BYTES + 1, ' ')

  test.each<[string, Play]>([
    ['raw', { body: TOO_MANY }],
    ['once it is decoded', { body: gzipSync(TOO_MANY), headers: { 'Content-Encoding': 'gzip' } }],
  ])('%s', async (_name, play) => {
    const apple = await startApple(() => play)
    expect((await failureOf(openClient(apple.url).account())).code).toBe('net.too-large')
    expect(apple.calls().length).toBe(1)
  })
})

describe('an answer that does not arrive whole is asked for again', () => {
  const cut =
    (write: (socket: Socket) => void): Play =>
    (_response, socket) =>
      write(socket)
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${ACCOUNT_BYTES.length}\r\n\r\n`

  test.each<[string, Play]>([
    ['no byte', cut((socket) => socket.destroy())],
    ['reset', cut((socket) => socket.resetAndDestroy())],
    ['half a head', cut((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Ty'))],
    ['half a body', cut((socket) => socket.end(head + '{"server_'))],
    ['half of the JSON', { body: '{"server_name":"Ber' }],
    ['half of the gzip', { body: gzipSync(ACCOUNT_BYTES).subarray(0, 30), headers: { 'Content-Encoding': 'gzip' } }],
  ])('%s', async (_name, play) => {
    const apple = await startApple(inTurn(play, ACCOUNT))
    expect((await openClient(apple.url).account()).serverName).toBe('Berlin')
    const failing = await startApple(() => play)
    expect((await failureOf(openClient(failing.url).account())).code).toBe('net.unreachable')
    expect(failing.calls().length).toBe(5)
  })
})

describe('a service that does not answer in time', () => {
  test.each<[string, Play]>([
    ['says nothing', () => {}],
    ['stops in the middle', (response) => void response.writeHead(200, { 'Content-Length': '10' }).write('{')],
  ])('%s', async (_name, play) => {
    const apple = await startApple(() => play)
    expect((await failureOf(openClient(apple.url, { timeouts: QUICK }).account())).code).toBe('net.timeout')
  })

  test('is given up at once by a caller who cancels', async () => {
    const cancelling = new AbortController()
    const apple = await startApple(() => () => cancelling.abort(new Error('enough')))
    expect((await failureOf(openClient(apple.url).account({ signal: cancelling.signal }))).message).toBe('enough')
    expect(apple.calls().length).toBe(1)
  })

  test('is given up when the client is closed', async () => {
    let client: ReturnType<typeof openClient> | undefined
    const apple = await startApple(() => () => void client?.close())
    client = openClient(apple.url)
    expect((await failureOf(client.account())).code).toBe('cancelled')
  })
})

test('a call cancelled before it starts sends nothing', async () => {
  const apple = await startApple(() => ACCOUNT)
  expect(
    (await failureOf(openClient(apple.url).account({ signal: AbortSignal.abort(new Error('enough')) }))).message,
  ).toBe('enough')
  expect(apple.requests).toEqual([])
})

test('an unknown port refuses: unreachable after three quick attempts', async () => {
  const port = await unusedPort()
  const clock = skippingClock()
  const { code, facts } = await failureOf(openClient(`http://127.0.0.1:${port}`, { clock }).account())
  expect([code, facts['reason'], facts['url'], clock.waits.length]).toEqual([
    'net.unreachable',
    'ECONNREFUSED',
    `http://127.0.0.1:${port}/session`,
    2,
  ])
  expect(Math.max(...clock.waits)).toBeLessThanOrEqual(500)
})

test('a refusal in the middle of a conversation is told like one at its start', async () => {
  const apple = await startApple(inTurn(ACCOUNT, (_response, socket) => socket.destroy()))
  const client = openClient(apple.url)
  await client.account()
  expect((await failureOf(client.page({ mode: 'sync', cursor: 'c', limit: 1 }))).code).toBe('net.unreachable')
})

describe('redirects are never followed', () => {
  test.each([301, 302, 303, 307, 308])('%i to another host', async (status) => {
    const other = await startServer(() => ACCOUNT)
    const apple = await startApple(() => ({ status, headers: { Location: `${other.url}/login?ticket=1` } }))
    const { code, facts } = await failureOf(openClient(apple.url).account())
    expect([code, facts['redirectedTo'], facts['status']]).toEqual(['net.redirected', new URL(other.url).host, status])
    expect([other.requests.length, apple.calls().length]).toEqual([0, 1])
  })

  test('of /session, and within the same host', async () => {
    const apple = await startApple(
      () => ACCOUNT,
      () => ({ status: 302, headers: { Location: '/login' } }),
    )
    const { code, facts } = await failureOf(openClient(apple.url).account())
    expect([code, facts['redirectedTo'], apple.requests.length]).toEqual(['net.redirected', new URL(apple.url).host, 1])
  })
})

describe('what somebody else answered is not taken for Apple’s', () => {
  test.each<[string, Play]>([
    ['a page', { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' }],
    ['a page named JSON', { body: '\n <html></html>' }],
    ['JSON named a page', { headers: { 'Content-Type': 'text/html' }, body: '{}' }],
    ['text', { body: 'OK' }],
    ['a network’s sign-in page', { status: 511, body: 'sign in' }],
    ['a filter’s page', { status: 403, body: '<html>blocked</html>' }],
  ])('%s', async (_name, play) => {
    const apple = await startApple(() => play)
    expect((await failureOf(openClient(apple.url).account())).code).toBe('ade.not-apple')
    expect(apple.calls().length).toBe(1)
  })
})

test('the difference of the clocks is measured on every answer', async () => {
  const dates = [-90_000, 0].map((ms) => ({ Date: new Date(NOW + ms).toUTCString() }))
  const apple = await startApple((_request, index) => ({ ...ACCOUNT, headers: dates[index] ?? {} }))
  const client = openClient(apple.url)
  const before = client.clockSkewSeconds()
  await client.account()
  const behind = client.clockSkewSeconds()
  await client.account()
  expect([before, behind, client.clockSkewSeconds()]).toEqual([null, 90, 0])
})

test('neither credentials nor a session appear in a log or an error', async () => {
  const lines: unknown[] = []
  const write = (event: string, fields: object) => void lines.push(event, fields)
  const log = { debug: write, info: write, warn: write, error: write }
  const apple = await startApple(
    inTurn(ACCOUNT, { status: 400, body: 'INVALID_CURSOR' }, (_r, socket) => socket.destroy()),
  )
  const client = openClient(apple.url, { log })
  await client.account()
  lines.push(await failureOf(client.page({ mode: 'sync', cursor: 'c', limit: 1 })))
  lines.push(await failureOf(client.account()))
  const refusing = await startApple(
    () => ACCOUNT,
    () => ({ status: 401, body: 'oauth_token=AT_test_access_token' }),
  )
  lines.push(await failureOf(openClient(refusing.url, { log }).account()))
  const text = inspect(lines, { depth: null, showHidden: true })
  expect(text).toContain('INVALID_CURSOR')
  expect(text).not.toMatch(/_test_|S1\b|oauth/)
})
