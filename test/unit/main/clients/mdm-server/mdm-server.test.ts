import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished, beforeAll, describe, expect, it } from 'vitest'
import { createMdmServerClient, type MdmServerOptions } from '../../../../../main/clients/mdm-server/index.ts'
import { askServiceConfig, readAnchors } from '../../../../../main/core/profiles/service-config.ts'
import { checkServerTrust } from '../../../../../main/core/profiles/server-trust.ts'
import type { NetworkSettings } from '../../../../../main/ports/network.ts'
import { createAuthority, type Identity } from '../connect/authority.ts'
import { startProxy } from '../connect/servers.ts'

const base64Of = (pem: string) => new X509Certificate(pem).raw.toString('base64')
const NETWORK: NetworkSettings = {
  appleUrl: 'https://apple.test',
  proxy: null,
  noProxy: null,
  extraCertificates: [],
  protocolVersion: 10,
}
const signal = new AbortController().signal

let own: ReturnType<typeof createAuthority>
let other: ReturnType<typeof createAuthority>
let identity: Identity
let expired: Identity
beforeAll(() => {
  own = createAuthority('Own CA')
  other = createAuthority('Other CA')
  identity = own.issue()
  expired = own.issue({ isExpired: true })
})

type Answers = Readonly<
  Record<string, { readonly status?: number; readonly body?: string; readonly location?: string }>
>

/** A management service on loopback: paths and what they answer; `{origin}` in a body is its own address. */
async function serve(answers: Answers, who: Identity = identity) {
  const asked: string[] = []
  const server: Server = createServer({ ...who }, (request, response) => {
    asked.push(request.url ?? '')
    const { status = 200, body = '', location } = answers[request.url ?? ''] ?? { status: 404 }
    const { port } = server.address() as AddressInfo // a server that listens on a port has this kind
    response.writeHead(status, location ? { location } : {})
    response.end(body.replaceAll('{origin}', `https://localhost:${port}`))
  })
  server.on('tlsClientError', () => {})
  const port = await listen(server)
  return { origin: `https://localhost:${port}`, port, asked }
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port // a server that listens on a port has this kind
}

function client(network: Partial<NetworkSettings> = {}, options: Partial<MdmServerOptions> = {}) {
  const none = () => []
  return createMdmServerClient(
    { ...NETWORK, ...network },
    { version: '1', publicAuthorities: none, computerAuthorities: none, ...options },
  )
}

describe('MDMServiceConfig', () => {
  const CONFIG = {
    body: JSON.stringify({
      dep_enrollment_url: '{origin}/enroll',
      dep_anchor_certs_url: '{origin}/anchors',
      trust_profile_url: '{origin}/trust',
    }),
  }
  const ask = async (answers: Answers) => {
    const server = await serve(answers)
    const found = await askServiceConfig(client(), `${server.origin}/some/page?x=1`, {
      anchors: [base64Of(own.certificate)],
      signal,
    })
    return { ...server, found }
  }

  it('gives the address and the certificates, blanks and line breaks taken out', async () => {
    const wrapped = base64Of(own.certificate).replace(/.{60}/g, '$&\r\n ')
    const { found, origin, asked } = await ask({
      '/MDMServiceConfig': CONFIG,
      '/anchors': { body: JSON.stringify([wrapped, wrapped]) },
    })
    expect(found).toEqual({
      kind: 'found',
      url: `${origin}/enroll`,
      anchors: [expect.objectContaining({ base64: base64Of(own.certificate), subject: 'Own CA' })],
      trustProfileUrl: `${origin}/trust`,
    })
    expect(asked).toEqual(['/MDMServiceConfig', '/anchors'])
  })

  it.each([
    ['an empty body', ''],
    ['an empty list', '[]'],
  ])('%s: its certificate is publicly trusted', async (_, body) => {
    const { found } = await ask({ '/MDMServiceConfig': CONFIG, '/anchors': { body } })
    expect(found).toMatchObject({ kind: 'found', anchors: [] })
  })

  it('names what it does not say', async () => {
    const { found } = await ask({ '/MDMServiceConfig': { body: '{"dep_enrollment_url":"https://mdm.example.com/e"}' } })
    expect(found).toEqual({ kind: 'found', url: 'https://mdm.example.com/e', anchors: null, trustProfileUrl: null })
  })

  it.each<readonly [string, Answers, string]>([
    ['no such entry', {}, 'not-offered'],
    ['an error', { '/MDMServiceConfig': { status: 500 } }, 'refused'],
    ['a web page', { '/MDMServiceConfig': { body: '<html>' } }, 'no-config'],
    ['an object of something else', { '/MDMServiceConfig': { body: '{"a":1}' } }, 'no-config'],
    ['a redirect', { '/MDMServiceConfig': { status: 302, location: 'https://evil.test/' } }, 'redirected'],
    [
      'a plain address',
      { '/MDMServiceConfig': { body: '{"dep_enrollment_url":"http://mdm.example.com"}' } },
      'bad-url',
    ],
    [
      'a place for certificates that is none',
      { '/MDMServiceConfig': { body: '{"dep_anchor_certs_url":"file:///etc/passwd"}' } },
      'bad-anchors-url',
    ],
    ['no list', { '/MDMServiceConfig': CONFIG, '/anchors': { body: '{}' } }, 'bad-anchors'],
    ['no certificates', { '/MDMServiceConfig': CONFIG, '/anchors': { body: '["MIIB"]' } }, 'bad-anchors'],
    ['certificates that are refused', { '/MDMServiceConfig': CONFIG, '/anchors': { status: 403 } }, 'refused'],
    ['far too much', { '/MDMServiceConfig': { body: ' '.repeat(2_000_000) } }, 'too-large'],
  ])('%s is told as what it is', async (_, answers, problem) => {
    expect((await ask(answers)).found).toMatchObject({ kind: 'failed', problem })
  })

  it('is not read from a server nobody here trusts', async () => {
    const { origin, asked } = await serve({ '/MDMServiceConfig': CONFIG })
    const found = await askServiceConfig(client(), origin, { anchors: [base64Of(other.certificate)], signal })
    expect(found).toMatchObject({ kind: 'failed', problem: 'not-trusted' })
    expect(asked).toEqual([])
    const trusting = client({ extraCertificates: [own.certificate] })
    expect(await askServiceConfig(trusting, origin, { anchors: [], signal })).toMatchObject({
      kind: 'failed',
      problem: 'refused',
    })
  })

  it('goes through the proxy of the settings', async () => {
    const server = await serve({ '/MDMServiceConfig': { body: '{"dep_enrollment_url":"https://mdm.example.com/e"}' } })
    const proxy = await startProxy(server.port)
    const through = client({ proxy: proxy.url })
    const anchors = [base64Of(own.certificate)]
    expect(await askServiceConfig(through, 'https://apple.test', { anchors, signal })).toMatchObject({ kind: 'found' })
    expect(
      await checkServerTrust(
        through,
        { url: 'https://apple.test/x', anchor_certs: anchors },
        { now: Date.now(), signal },
      ),
    ).toMatchObject({
      kind: 'trusted',
    })
    expect(proxy.tunnels.map(({ authority }) => authority)).toContain('apple.test:443')
  })

  it('ends in time, at once when cancelled, and refuses what is no server', async () => {
    const silent = createTcpServer(() => {})
    const address = `https://localhost:${await listen(silent)}`
    const hasty = client({}, { maxMs: 100 })
    expect(await askServiceConfig(hasty, address, { anchors: [], signal })).toMatchObject({ problem: 'timeout' })
    expect(await checkServerTrust(hasty, { url: address }, { now: 0, signal })).toMatchObject({ problem: 'timeout' })
    const control = new AbortController()
    const asking = askServiceConfig(client(), address, { anchors: [], signal: control.signal })
    control.abort()
    await expect(asking).rejects.toBe(control.signal.reason)
    for (const wrong of ['http://mdm.example.com', 'ftp://x', 'https://user:pass@mdm.example.com', ' ', 'a b'])
      await expect(askServiceConfig(client(), wrong, { anchors: [], signal })).rejects.toMatchObject({
        code: 'bad-input',
      })
    const gone = await askServiceConfig(client(), 'https://localhost:1', { anchors: [], signal })
    expect(gone).toMatchObject({ problem: 'unreachable', host: 'localhost' })
  })

  it('certificates are a list of texts and nothing else', () => {
    expect(readAnchors('[1]')).toBeUndefined()
    expect(readAnchors('["!!"]')).toBeUndefined()
    expect(readAnchors(JSON.stringify(Array.from({ length: 101 }, () => base64Of(own.certificate))))).toBeUndefined()
  })
})

describe('the chain at the address of a profile', () => {
  const check = async (
    who: Identity,
    anchors: readonly string[] | undefined,
    options: Partial<MdmServerOptions> = {},
  ) => {
    const { origin, asked } = await serve({}, who)
    const body = { url: `${origin}/enroll`, ...(anchors && { anchor_certs: anchors }) }
    const trust = await checkServerTrust(client({}, options), body, { now: Date.now(), signal })
    expect(asked).toEqual([])
    return trust
  }
  const trusts = (pem: string) => ({ publicAuthorities: () => [pem], computerAuthorities: () => [pem] })

  it('with the right anchors is trusted, whether they are an authority or the certificate itself', async () => {
    expect(await check(identity, [base64Of(own.certificate)])).toMatchObject({ kind: 'trusted', by: 'anchor' })
    expect(await check(identity, [base64Of(identity.cert)])).toMatchObject({ kind: 'trusted', by: 'anchor' })
    const both = [base64Of(other.certificate), base64Of(own.certificate)]
    expect(await check(identity, both)).toMatchObject({ kind: 'trusted', by: 'anchor' })
  })

  it('with other anchors is not, even where everybody else trusts it, and that is told', async () => {
    const wrong = [base64Of(other.certificate)]
    expect(await check(identity, wrong)).toMatchObject({
      kind: 'not-trusted',
      fault: 'anchors-do-not-fit',
      isPublic: false,
      subject: 'Own CA',
    })
    expect(await check(identity, wrong, trusts(own.certificate))).toMatchObject({
      fault: 'anchors-do-not-fit',
      isPublic: true,
    })
    expect(await check(identity, ['no certificate'], trusts(own.certificate))).toMatchObject({
      fault: 'anchors-do-not-fit',
    })
  })

  it('that has expired is told with the certificate and the day', async () => {
    expect(await check(expired, [base64Of(own.certificate)])).toMatchObject({
      kind: 'not-trusted',
      fault: 'expired',
      subject: 'apple.test',
      date: new X509Certificate(expired.cert).validToDate.getTime(),
    })
  })

  it('without anchors is trusted through authorities: those of everybody, or only of this computer', async () => {
    expect(await check(identity, undefined, trusts(own.certificate))).toMatchObject({ kind: 'trusted', by: 'public' })
    expect(await check(identity, undefined, { computerAuthorities: () => [own.certificate] })).toMatchObject({
      kind: 'trusted',
      by: 'this-computer',
    })
    expect(await check(identity, undefined, trusts(other.certificate))).toMatchObject({
      kind: 'not-trusted',
      fault: 'authority-unknown',
      subject: 'Own CA',
    })
  })

  it('for another name is told', async () => {
    const stranger = own.issue({ names: ['elsewhere.test'] })
    expect(await check(stranger, [base64Of(own.certificate)])).toMatchObject({
      fault: 'other-name',
      subject: 'elsewhere.test',
    })
  })

  it('of a server that does not speak TLS, or of a profile without an address, is a failure', async () => {
    const plain = createTcpServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    const url = `https://localhost:${await listen(plain)}/`
    expect(await checkServerTrust(client(), { url }, { now: 0, signal })).toMatchObject({ problem: 'not-trusted' })
    await expect(checkServerTrust(client(), {}, { now: 0, signal })).rejects.toMatchObject({ code: 'bad-input' })
  })
})
