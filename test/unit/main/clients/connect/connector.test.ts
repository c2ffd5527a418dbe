import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { trustContext } from '../../../../../main/clients/connect/trust.ts'
import { openClient, startServer, unusedPort, failureOf } from '../ade/setup.ts'
import { createAuthority } from './authority.ts'
import { openConnection, startProxy, startSecureServer, type Treatment } from './servers.ts'

const authority = createAuthority('ADE Desk test authority')
const server = authority.issue()
const extraCertificates = [authority.certificate]

describe('a secure server', () => {
  test('is trusted by a certificate that was given', async () => {
    const { port } = await startSecureServer(server)
    const client = openClient(`https://localhost:${port}`, { network: { extraCertificates } })
    expect((await client.account()).serverName).toBe('Berlin')
  })

  test('is reached by its address too', async () => {
    const { port } = await startSecureServer(server)
    await expect(openConnection(`https://127.0.0.1:${port}`, { extraCertificates })).resolves.toBeDefined()
  })

  test('that nobody vouches for is refused before anything is sent, once, and its issuer is named', async () => {
    const { port, connections, requests } = await startSecureServer(server)
    const { code, facts } = await failureOf(openClient(`https://localhost:${port}`).account())
    expect([code, facts['issuer'], facts['reason'], facts['host']]).toEqual([
      'net.tls',
      'ADE Desk test authority',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'localhost',
    ])
    expect([connections(), requests.length]).toEqual([1, 0])
  })

  test('with the certificate of another name is refused', async () => {
    const { port } = await startSecureServer(authority.issue({ names: ['other.test'] }))
    const { code, facts } = await failureOf(openConnection(`https://localhost:${port}`, { extraCertificates }))
    expect([code, facts['reason']]).toEqual(['net.tls', 'ERR_TLS_CERT_ALTNAME_INVALID'])
  })

  test('with a certificate that is over is refused', async () => {
    const { port } = await startSecureServer(authority.issue({ isExpired: true }))
    const { code, facts } = await failureOf(openConnection(`https://localhost:${port}`, { extraCertificates }))
    expect([code, facts['reason']]).toEqual(['net.tls', 'CERT_HAS_EXPIRED'])
  })

  test('that speaks no TLS is refused', async () => {
    const { url } = await startServer(() => ({}))
    const { code } = await failureOf(openConnection(url.replace('http:', 'https:'), {}))
    expect(code).toBe('net.tls')
  })

  test('that hangs up during the handshake is unreachable', async () => {
    const port = await unusedPort()
    const hangingUp = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
    const { code } = await failureOf(openConnection(`https://127.0.0.1:${port}`, {}))
    hangingUp.close()
    expect(code).toBe('net.unreachable')
  })
})

test('the list of trusted certificates is made once for the same settings', () => {
  expect(trustContext(extraCertificates)).toBe(trustContext(extraCertificates))
  expect(trustContext([...extraCertificates])).not.toBe(trustContext(extraCertificates))
})

describe('a proxy', () => {
  async function startAll(treatment?: Treatment) {
    const apple = await startSecureServer(server)
    const proxy = await startProxy(apple.port, treatment)
    const at = (proxyUrl: string, noProxy: string | null = null) =>
      openClient('https://apple.test', { network: { proxy: proxyUrl, noProxy, extraCertificates } })
    return { apple, proxy, at }
  }

  test('is asked for a tunnel and sees nothing of what goes through it', async () => {
    const { apple, proxy, at } = await startAll()
    expect((await at(proxy.url.replace('//', '//user:p%40ss@')).account()).serverName).toBe('Berlin')
    expect(proxy.tunnels).toEqual([
      {
        authority: 'apple.test:443',
        rawHeaders: [
          'Host',
          'apple.test:443',
          'Proxy-Authorization',
          `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
          'Connection',
          expect.any(String),
        ],
      },
    ])
    expect(apple.requests.map(({ url, headers }) => [url, headers['proxy-authorization']])).toEqual([
      ['/session', undefined],
      ['/account', undefined],
    ])
  })

  test('may itself be secure', async () => {
    const apple = await startSecureServer(server)
    const proxy = await startProxy(apple.port, 'pass', authority.issue())
    const network = { proxy: proxy.url.replace('127.0.0.1', 'localhost'), extraCertificates }
    expect((await openClient('https://apple.test', { network }).account()).serverName).toBe('Berlin')
    const { code } = await failureOf(openConnection('https://apple.test', { proxy: proxy.url }))
    expect(code).toBe('net.tls')
  })

  test('cannot hide that the server behind it is not trusted', async () => {
    const { proxy } = await startAll()
    const { code, facts } = await failureOf(openConnection('https://apple.test', { proxy: proxy.url }))
    expect([code, facts['issuer'], facts['host']]).toEqual(['net.tls', 'ADE Desk test authority', 'apple.test'])
  })

  test('that wants other credentials is named without its password, and not asked again', async () => {
    const { proxy, at } = await startAll(407)
    const failure = await failureOf(at(proxy.url.replace('//', '//user:hunter2@')).account())
    expect([failure.code, failure.facts['status'], failure.facts['proxy']]).toEqual([
      'net.proxy',
      407,
      new URL(proxy.url).host,
    ])
    expect(proxy.tunnels.length).toBe(1)
    expect(JSON.stringify([failure.message, failure.facts, String(failure.cause)])).not.toContain('hunter2')
  })

  test('that finds no way for the moment is asked three times', async () => {
    const { proxy, at } = await startAll(503)
    const { code, facts } = await failureOf(at(proxy.url).account())
    expect([code, facts['status'], proxy.tunnels.length]).toEqual(['net.proxy', 503, 3])
  })

  test('that refuses connections, or hangs up, is a failure of the proxy', async () => {
    const { proxy, at } = await startAll((socket) => socket.destroy())
    const failures = await Promise.all([
      failureOf(at(proxy.url).account()),
      failureOf(at(`http://127.0.0.1:${await unusedPort()}`).account()),
    ])
    expect(failures.map(({ code, facts }) => [code, facts['reason']])).toEqual([
      ['net.proxy', 'ECONNRESET'],
      ['net.proxy', 'ECONNREFUSED'],
    ])
  })

  test('that never answers is given up', async () => {
    const { proxy } = await startAll(() => {})
    const { code } = await failureOf(openConnection('https://apple.test', { proxy: proxy.url }, 60))
    expect(code).toBe('net.timeout')
  })

  test('is left out for this computer and for the hosts of NO_PROXY', async () => {
    const { apple, proxy } = await startAll()
    await openConnection(`https://localhost:${apple.port}`, { proxy: proxy.url, extraCertificates })
    await failureOf(
      openConnection('https://apple.test', { proxy: proxy.url, noProxy: '.test', extraCertificates }, 500),
    )
    expect(proxy.tunnels).toEqual([])
  })
})
