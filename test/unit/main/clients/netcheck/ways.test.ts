import { expect, test } from 'vitest'
import { judgeCaptive } from '../../../../../main/clients/netcheck/probe-captive.ts'
import { isPrivateAddress } from '../../../../../main/clients/netcheck/private-address.ts'
import { startProxy } from '../connect/servers.ts'
import { unusedPort } from '../ade/setup.ts'
import { fakeNames, INSPECTOR, PUBLIC, setUpCheck, startHttp, startHttps, startTcp } from './world.ts'

/** Proxies, portals, and what the system says. */
const APPLE = 'mdmenrollment.apple.com'
const target = { host: APPLE, port: 443 }
const LONG = 3000
/** These proxies serve tunnels only: the question for a portal stays without an answer. */
const SHORT = { timeoutMs: 2000 }

test('through the proxy: the name needs no address here, and what stands behind the proxy is seen', async () => {
  const proxy = await startProxy(await startHttps(PUBLIC.issue({ names: [APPLE] })))
  const world = { network: { proxy: proxy.url.replace('//', '//user:hunter2@') }, names: fakeNames({ [APPLE]: null }) }
  const check = await setUpCheck(world).checkHosts([target], SHORT)
  expect(check.hosts[0]).toMatchObject({
    verdict: 'ok',
    inspected: false,
    dns: { outcome: 'not-found' },
    connect: { outcome: 'ok', proxy: new URL(proxy.url).host, ipv4: null, attempts: [] },
  })
  expect(check.proxy.configured).toBe(proxy.url)
  expect(proxy.tunnels[0]?.authority).toBe(`${APPLE}:443`)
  expect(JSON.stringify(check)).not.toContain('hunter2')
})

test('a proxy that inspects is found, though its authority is trusted', async () => {
  const proxy = await startProxy(await startHttps(INSPECTOR.issue({ names: [APPLE] })))
  const network = { proxy: proxy.url, extraCertificates: [INSPECTOR.root] }
  const check = await setUpCheck({ network }).checkHosts([target], SHORT)
  expect(check.hosts[0]).toMatchObject({
    verdict: 'inspected',
    inspected: true,
    issuer: INSPECTOR.issuerName,
    tls: { outcome: 'ok' },
  })
  expect([check.verdict, check.repairer]).toEqual(['inspected', 'network-team'])
})

test('a proxy that wants a sign-in, refuses, hangs or is not there', async () => {
  const answers = await Promise.all([
    startProxy(1, 407).then(({ url }) => url),
    startProxy(1, 403).then(({ url }) => url),
    startProxy(1, () => {}).then(({ url }) => url),
    unusedPort().then((port) => `http://127.0.0.1:${port}`),
  ])
  const checks = await Promise.all(
    answers.map((proxy) => setUpCheck({ network: { proxy } }).checkHosts([target], { timeoutMs: 1500 })),
  )
  expect(
    checks.map(({ hosts, verdict }) => [hosts[0]?.verdict, hosts[0]?.stage, hosts[0]?.connect?.proxyStatus, verdict]),
  ).toEqual([
    ['proxy-auth-needed', 'proxy', 407, 'proxy-failing'],
    ['proxy-refused', 'proxy', 403, 'proxy-failing'],
    ['timed-out', 'proxy', null, 'blocked'],
    ['proxy-unreachable', 'proxy', null, 'proxy-failing'],
  ])
})

test('plain http names its host to the proxy, which may answer itself', async () => {
  const asked: (string | undefined)[][] = []
  const status = { now: 200 }
  const proxy = await startHttp((request, response) => {
    asked.push([request.url, request.headers['proxy-authorization']])
    response.writeHead(status.now).end()
  })
  const network = { proxy: `http://user:word@127.0.0.1:${proxy}` }
  const look = async () => (await setUpCheck({ network }).checkHosts([{ host: 'ocsp.apple.com', port: 80 }])).hosts[0]
  expect(await look()).toMatchObject({ verdict: 'ok', tls: null, http: { status: 200 } })
  expect(asked.find(([url]) => url?.includes('ocsp'))).toEqual([
    'http://ocsp.apple.com:80/',
    `Basic ${Buffer.from('user:word').toString('base64')}`,
  ])
  status.now = 407
  expect(await look()).toMatchObject({ verdict: 'proxy-auth-needed', stage: 'proxy' })
})

test('devices reach the push service directly on its own port, and so does the check', async () => {
  const proxy = await startProxy(1, 403)
  const { hosts } = await setUpCheck({ network: { proxy: proxy.url } }).checkHosts(
    [
      { host: 'courier.push.apple.com', port: 5223 },
      { host: 'courier.push.apple.com', port: 443 },
    ],
    SHORT,
  )
  expect(hosts.map(({ connect }) => connect?.proxy ?? null)).toEqual([null, new URL(proxy.url).host])
})

test('the system’s answer is told, and that it differs; one that hangs is not waited for', async () => {
  const port = await startHttps(PUBLIC.issue({ names: [APPLE] }))
  const ask = async (systemProxy: () => Promise<string | null>) =>
    (await setUpCheck({ systemProxy }).checkHosts([{ host: APPLE, port }], { timeoutMs: 1200 })).proxy
  expect(await ask(async () => 'PROXY proxy.example.com:8080; DIRECT')).toMatchObject({
    configured: null,
    system: 'PROXY proxy.example.com:8080; DIRECT',
    differs: true,
  })
  expect(await ask(async () => 'DIRECT')).toMatchObject({ system: 'DIRECT', differs: false })
  expect(await ask(() => new Promise(() => {}))).toMatchObject({ system: null, differs: false })
  expect(await ask(() => Promise.reject(new Error('no')))).toMatchObject({ system: null })
})

const SUCCESS = '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>'

test('the captive host with its word means an open network', async () => {
  const captive = await startHttp((_request, response) => response.end(SUCCESS))
  const port = await startHttps(PUBLIC.issue({ names: [APPLE] }))
  const check = await setUpCheck({ captive }).checkHosts([{ host: APPLE, port }], { timeoutMs: LONG })
  expect([check.captive.state, check.causes]).toEqual(['none', []])
})

test.each<[string, Parameters<typeof startHttp>[0], string | null]>([
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { Location: 'http://portal.test/login?mac=1' }).end(),
    'http://portal.test',
  ],
  ['a page of its own', (_request, response) => response.end('<html>Welcome, Success! Please sign in</html>'), null],
  ['the page for it', (_request, response) => response.writeHead(511).end('sign in'), null],
  [
    'a page without end',
    (_request, response) => void setInterval(() => response.write('x'.repeat(4000)), 5).unref(),
    null,
  ],
])('a portal that answers with %s is found', async (_what, answer, redirect) => {
  const captive = await startHttp(answer)
  const port = await startHttps(PUBLIC.issue({ names: [APPLE] }))
  const check = await setUpCheck({ captive }).checkHosts([{ host: APPLE, port }], { timeoutMs: LONG })
  expect(check.captive).toMatchObject({ state: 'portal', redirect })
  expect([check.verdict, check.repairer]).toEqual(['captive-portal', 'network-team'])
})

test('a host that leads to the portal is behind it', async () => {
  const toPortal = await startHttp((_request, response) =>
    response.writeHead(302, { Location: 'http://portal.test/' }).end(),
  )
  const { hosts } = await setUpCheck({ captive: toPortal, names: fakeNames() }).handlers.run(
    { hosts: [{ host: '127.0.0.1', port: toPortal }], categories: ['apple-account'], timeoutSeconds: 1 },
    { signal: new AbortController().signal, report: () => {} },
  )
  expect(hosts[0]).toMatchObject({ verdict: 'captive-portal', repairer: 'network-team' })
})

test('what says nothing about a portal stays unknown, and nobody of Apple is asked for other hosts', async () => {
  expect(judgeCaptive({ status: 503, redirect: null, body: '' }, { isProxied: false }).state).toBe('unknown')
  expect(judgeCaptive({ status: 407, redirect: null, body: '' }, { isProxied: true }).state).toBe('unknown')
  expect(judgeCaptive({ status: 200, redirect: null, body: `\n${SUCCESS}\n` }, { isProxied: false }).state).toBe('none')
  let asked = 0
  const captive = await startTcp(() => void asked++)
  const port = await startHttps(PUBLIC.issue({ names: ['mdm.example.test'] }))
  const check = await setUpCheck({ captive }).checkHosts([{ host: 'mdm.example.test', port }])
  expect([check.verdict, check.captive.state, asked]).toEqual(['ok', 'unknown', 0])
})

test.each([
  ['10.0.0.1', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['127.0.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['17.32.194.6', false],
  ['::1', true],
  ['::', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['::ffff:17.1.1.1', false],
  ['2620:149::1', false],
])('%s is an address of the local network: %j', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected)
})
