import type { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import type { HostCheck } from '../../../../../shared/model/network-check.ts'
import { unusedPort } from '../ade/setup.ts'
import {
  fakeNames,
  INSPECTOR,
  NETWORK,
  PRIVATE,
  PUBLIC,
  setUpCheck,
  startHttp,
  startHttps,
  startTcp,
  startTime,
} from './world.ts'

const APPLE = 'mdmenrollment.apple.com'
const SERVER = 'mdm.example.test'
/** Longer than a test may take: whatever ends before has not waited for it. */
const HOUR_MS = 3_600_000

type World = Parameters<typeof setUpCheck>[0]

async function look(host: string, port: number, world: World = {}, timeoutMs = 3000): Promise<HostCheck> {
  const { hosts } = await setUpCheck(world).checkHosts([{ host, port }], { timeoutMs })
  return hosts[0]!
}

const identityOf = (chain: typeof PUBLIC, name: string, traits = {}) => chain.issue({ names: [name], ...traits })

test('a host in order: addresses, connection, chain, names, protocol, answer', async () => {
  const port = await startHttps(identityOf(PUBLIC, APPLE))
  const host = await look(APPLE, port)
  expect(host).toMatchObject({
    host: APPLE,
    port,
    category: 'device-management',
    isCritical: true,
    dns: { outcome: 'ok', ipv4: ['127.0.0.1'], ipv6: [] },
    connect: { outcome: 'ok', address: '127.0.0.1', ipv4: 'ok', ipv6: null, proxy: null },
    tls: {
      outcome: 'ok',
      protocol: 'TLSv1.3',
      alpn: 'http/1.1',
      names: [APPLE],
      isPublic: true,
      root: 'Public Trust Root, Public Trust',
    },
    http: { outcome: 'ok', status: 200, redirect: null, clockSeconds: expect.any(Number) },
    issuer: PUBLIC.issuerName,
    inspected: false,
    verdict: 'ok',
    stage: null,
    repairer: 'nobody',
  })
  expect(host.tls?.chain.map(({ subject }) => subject).slice(0, 2)).toEqual([`${APPLE}, Servers`, PUBLIC.issuerName])
  expect(host.tls?.chain[0]).toMatchObject({
    fingerprintSha256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    expiresAt: expect.any(Number),
  })
})

test.each<[string, Parameters<typeof PUBLIC.issue>[0], string]>([
  ['expired', { until: -1 }, 'certificate-expired'],
  ['not yet valid', { from: 1 }, 'certificate-not-yet-valid'],
  ['of another name', { names: ['other.test'] }, 'certificate-wrong-host'],
  ['without the middle of its chain', { isAlone: true }, 'chain-incomplete'],
])('a certificate %s', async (_what, traits, verdict) => {
  const port = await startHttps(identityOf(PUBLIC, SERVER, traits))
  expect(await look(SERVER, port)).toMatchObject({
    verdict,
    stage: 'tls',
    repairer: 'server-owner',
    inspected: traits?.isAlone ? null : false,
  })
})

test('a private authority is not trusted until it is named, and stays remarkable', async () => {
  const port = await startHttps(identityOf(PRIVATE, SERVER))
  expect(await look(SERVER, port)).toMatchObject({
    verdict: 'certificate-untrusted',
    inspected: null,
    issuer: PRIVATE.issuerName,
  })
  const trusting = await look(SERVER, port, { network: { extraCertificates: [PUBLIC.root, PRIVATE.root] } })
  expect(trusting).toMatchObject({ verdict: 'ok', inspected: null, remarks: ['private-authority'] })
})

test('an Apple host with the certificate of a private authority is inspected, also where that authority is trusted', async () => {
  const port = await startHttps(identityOf(INSPECTOR, APPLE))
  const trusting = { network: { extraCertificates: [PUBLIC.root, INSPECTOR.root] } }
  for (const world of [{}, trusting]) {
    expect(await look(APPLE, port, world)).toMatchObject({
      inspected: true,
      verdict: 'inspected',
      issuer: INSPECTOR.issuerName,
      repairer: 'network-team',
      tls: { isPublic: false },
    })
  }
})

test('a public root that is only sent along does not make a chain public', async () => {
  const forged = identityOf(INSPECTOR, APPLE)
  const port = await startHttps({ ...forged, cert: forged.cert + PUBLIC.root })
  expect(await look(APPLE, port)).toMatchObject({ inspected: true, tls: { isPublic: false } })
})

test('another server with the very issuer that stands before Apple’s hosts was inspected too, others were not', async () => {
  const ports = await Promise.all([
    startHttps(identityOf(INSPECTOR, APPLE)),
    startHttps(identityOf(INSPECTOR, SERVER)),
    startHttps(identityOf(PRIVATE, SERVER)),
  ])
  const targets = [APPLE, SERVER, SERVER].map((host, at) => ({ host, port: ports[at]! }))
  const { hosts, verdict } = await setUpCheck().checkHosts(targets)
  expect(hosts.map((host) => [host.inspected, host.verdict])).toEqual([
    [true, 'inspected'],
    [true, 'inspected'],
    [null, 'certificate-untrusted'],
  ])
  expect(verdict).toBe('inspected')
})

test('names: unknown, not resolved, silent; and a public name that leads into the local network is not connected to', async () => {
  const names = fakeNames({ 'a.test': null, 'b.test': 'failure', 'c.test': 'silence' })
  const found = await Promise.all(['a.test', 'b.test', 'c.test'].map((host) => look(host, 443, { names }, 150)))
  expect(found.map(({ verdict, stage }) => [verdict, stage])).toEqual([
    ['name-unknown', 'dns'],
    ['dns-failed', 'dns'],
    ['timed-out', 'dns'],
  ])
  const check = await setUpCheck({ names: fakeNames() }).handlers.run(
    { categories: ['apple-account'], timeoutSeconds: 0.5 },
    { signal: new AbortController().signal, report: () => {} },
  )
  expect(check.hosts).toMatchObject([
    { host: 'gsa.apple.com', verdict: 'dns-altered', stage: 'dns', connect: { attempts: [] } },
  ])
})

test('a closed port, a reset after the greeting, and no TLS where there must be some', async () => {
  const plain = await startHttp((_request, response) => response.end('hello'))
  const closed = await unusedPort()
  const reset = await startTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))
  expect(await look(SERVER, closed)).toMatchObject({
    verdict: 'refused',
    stage: 'connect',
    connect: { reason: 'ECONNREFUSED' },
  })
  expect(await look(SERVER, reset)).toMatchObject({ verdict: 'cut-off', stage: 'tls' })
  expect(await look(APPLE, plain)).toMatchObject({ verdict: 'no-tls', stage: 'tls', inspected: null })
  expect(await look(SERVER, plain)).toMatchObject({ verdict: 'ok', remarks: ['plain-http'], http: { status: 200 } })
})

test.each(['TLSv1', 'TLSv1.1'] as const)('a server that speaks %s at most is told so', async (maxVersion) => {
  const old = { minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' } as const
  const port = await startHttps({ ...identityOf(PUBLIC, SERVER), ...old })
  expect(await look(SERVER, port)).toMatchObject({ verdict: 'tls-failed', stage: 'tls', remarks: ['old-tls'] })
})

test('every step has its own end: silence in TLS, silence after the question, a body that never ends', async () => {
  const silent = await startTcp()
  const mute = await startHttps(identityOf(PUBLIC, SERVER), () => {})
  const endless = await startHttps(identityOf(PUBLIC, SERVER), (_request, response) => {
    const write = (): void =>
      void (response.write('x'.repeat(65_536)) ? setImmediate(write) : response.once('drain', write))
    write()
  })
  const headers = await startTcp((socket) =>
    socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nA: ${'x'.repeat(100_000)}`)),
  )
  // What ends by its size is given an hour: the clock has no part in it.
  const [tls, http, huge, many] = await Promise.all([
    look(SERVER, silent, {}, 200),
    look(SERVER, mute, {}, 1500),
    look(SERVER, endless, {}, HOUR_MS),
    look(SERVER, headers, {}, HOUR_MS),
  ])
  expect([tls.verdict, tls.stage]).toEqual(['timed-out', 'tls'])
  expect([http.verdict, http.stage, http.tls?.outcome]).toEqual(['timed-out', 'http', 'ok'])
  expect([huge.verdict, huge.http?.status]).toEqual(['ok', 200])
  expect(many.verdict).not.toBe('ok')
})

test('a host that hangs delays nobody else, not even others that hang', async () => {
  const hung = new Set<Socket>()
  const silent = await startTcp((socket) => void hung.add(socket))
  const good = await startHttps(identityOf(PUBLIC, SERVER))
  const told: string[] = []
  const hanging = Array.from({ length: 10 }, (_, at) => ({ host: `h${at}.test`, port: silent }))
  const work = setUpCheck().checkHosts([...hanging, { host: SERVER, port: good }], {
    timeoutMs: HOUR_MS,
    report: ({ latest }) => latest && told.push(latest.host),
  })
  // Nobody is let go before all ten hang at once and the one behind them is done.
  await vi.waitFor(() => expect([hung.size, told]).toEqual([10, [SERVER]]), 20_000)
  for (const socket of hung) socket.destroy()
  const { hosts } = await work
  expect(hosts.map(({ verdict }) => verdict)).toEqual([...hanging.map(() => 'cut-off'), 'ok'])
})

test('cancelling ends a check, however long it would have waited', async () => {
  const cancelling = new AbortController()
  const silent = await startTcp(() => cancelling.abort())
  const work = setUpCheck({ names: fakeNames({ 'c.test': 'silence' }) }).checkHosts(
    [
      { host: SERVER, port: silent },
      { host: 'c.test', port: 443 },
    ],
    { timeoutMs: HOUR_MS, signal: cancelling.signal },
  )
  const failure: unknown = await work.catch((error: unknown) => error)
  expect(failure).toBe(cancelling.signal.reason)
})

test('both families are told; one that does not answer is a remark, not a fault', async () => {
  const port = await startHttps(identityOf(PUBLIC, SERVER))
  // 127.0.0.1 serves; nothing listens on the IPv6 side of this computer, or it has none.
  const host = await look(SERVER, port, { names: fakeNames({ [SERVER]: ['127.0.0.1', '::1'] }) })
  expect([host.verdict, host.connect?.ipv4]).toEqual(['ok', 'ok'])
  expect(['refused', 'no-route']).toContain(host.connect?.ipv6)
  expect(host.dns).toMatchObject({ ipv4: ['127.0.0.1'], ipv6: ['::1'] })
})

test('the next address serves where the first does not', async () => {
  const port = await startHttps(identityOf(PUBLIC, SERVER))
  const host = await look(SERVER, port, { names: fakeNames({ [SERVER]: ['127.0.0.9', '127.0.0.1'] }) })
  expect(host).toMatchObject({ verdict: 'ok', connect: { address: '127.0.0.1' } })
  expect(host.connect?.attempts.map(({ address, outcome }) => [address, outcome])).toEqual([
    ['127.0.0.9', 'refused'],
    ['127.0.0.1', 'ok'],
  ])
})

test('redirects are told without their path and never followed', async () => {
  const asked: string[] = []
  const inside = await startHttp((request, response) => {
    asked.push(request.url!)
    response.end()
  })
  const port = await startHttps(identityOf(PUBLIC, SERVER), (_request, response) => {
    response.writeHead(302, { Location: `http://127.0.0.1:${inside}/login?session=secret` }).end()
  })
  const host = await look(SERVER, port)
  expect(host).toMatchObject({
    verdict: 'ok',
    http: { status: 302, redirect: `http://127.0.0.1:${inside}` },
    remarks: ['redirected'],
  })
  expect(JSON.stringify(host)).not.toContain('secret')
  expect(asked).toEqual([])
})

test('the clock: the time service before servers, and servers where it is silent', async () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString()
  const port = await startHttps(identityOf(PUBLIC, APPLE), (_request, response) =>
    response.writeHead(200, { Date: date }).end(),
  )
  const ahead = await setUpCheck({ time: await startTime(-1200) }).checkHosts([{ host: APPLE, port }])
  expect([ahead.clock.source, ahead.clock.isWrong, ahead.verdict]).toEqual(['ntp', true, 'clock-wrong'])
  expect(Math.abs(ahead.clock.offsetSeconds! + 1200)).toBeLessThan(3)
  const silent = await startTime(0, () => undefined)
  const byServer = await setUpCheck({ time: silent }).checkHosts([{ host: APPLE, port }], { timeoutMs: 1500 })
  expect([byServer.clock.source, byServer.clock.isWrong]).toEqual(['http-date', true])
  expect(Math.abs(byServer.clock.offsetSeconds! - 3600)).toBeLessThan(3)
  expect(byServer.hosts[0]?.remarks).toContain('clock-off')
})

test('time: an answer to another question is not believed, silence and refusal are told', async () => {
  const world = { names: fakeNames({ 'time.apple.com': ['127.0.0.1'] }) }
  const forged = await startTime(5000, (answer) => answer.fill(1, 24, 32))
  const short = await startTime(5000, (answer) => answer.subarray(0, 40))
  const { createNetworkProbes } = await import('../../../../../main/clients/netcheck/index.ts')
  const ask = (port: number) =>
    createNetworkProbes(world).probeHost(
      { host: 'time.apple.com', port, spoken: 'ntp', isGiven: true },
      { network: NETWORK, timeoutMs: 250, signal: new AbortController().signal },
    )
  expect((await ask(forged)).ntp).toMatchObject({ outcome: 'no-answer', clockSeconds: null })
  expect((await ask(short)).ntp?.outcome).toBe('no-answer')
  const right = await ask(await startTime(30))
  expect([right.ntp?.outcome, right.ntp?.stratum]).toEqual(['ok', 2])
  expect(Math.abs(right.ntp!.clockSeconds! - 30)).toBeLessThan(3)
})
