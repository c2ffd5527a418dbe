import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { contentAddress } from '../../../../../main/clients/vpp/address.ts'
import { createVppClient } from '../../../../../main/clients/vpp/index.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { createSimulator, type Simulator } from '../../../../../main/simulator/server.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

const DAY_MS = 86_400_000
const OURS = { id: 'ws1', name: 'Workspace ONE', metadata: 'x' }

/** Waits are not what these tests are about. */
const clock = { ...systemClock, sleep: async () => {} }

function clientFor(url: string, stoken: string, log = silentLog) {
  const network = { appleUrl: url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  return createVppClient(new Secret(stoken), network, { clock, random: createSeededRandom(1), log, version: '0.0.0' })
}

async function ask(url: string, stoken: string) {
  const client = clientFor(url, stoken)
  try {
    return await client.ask()
  } finally {
    await client.close()
  }
}

describe('against the simulator', () => {
  let simulator: Simulator
  beforeEach(async () => {
    simulator = await createSimulator()
  })
  afterEach(() => simulator.close())

  const asked = () => simulator.log().map(({ method, path, status }) => `${method} ${path} ${status}`)

  it('reads whose token it is, with one GET and nothing else', async () => {
    const unit = simulator.unitNamed('Berlin')
    expect(await ask(simulator.url, unit.issueStoken())).toEqual({
      kind: 'config',
      config: {
        libraryId: unit.uId,
        locationName: 'Berlin',
        country: 'US',
        platform: 'enterprisestore',
        website: 'https://business.apple.com',
        expiresAt: null,
        usedBy: null,
      },
    })
    expect(asked()).toEqual(['GET /mdm/v2/client/config 200'])
    expect(unit.mdmInfo()).toBeUndefined()
  })

  it('tells who has claimed the unit, and never the secret that service has left there', async () => {
    const unit = simulator.unitNamed('Berlin')
    unit.claim(OURS)
    const answer = await ask(simulator.url, unit.issueStoken())
    expect(answer).toMatchObject({ kind: 'config', config: { usedBy: { id: 'ws1', name: 'Workspace ONE' } } })
    expect(JSON.stringify(answer)).not.toContain(unit.notificationAuthToken)
    expect(unit.mdmInfo()).toEqual(OURS)
  })

  it('tells the date that Apple tells in the last days', async () => {
    const answer = await ask(simulator.url, simulator.unitNamed('Berlin').issueStoken({ validMs: 10 * DAY_MS }))
    const expiresAt = answer.kind === 'config' ? answer.config.expiresAt! : 0
    expect(Math.abs(expiresAt - Date.now() - 10 * DAY_MS)).toBeLessThan(60_000)
  })

  it('tells revoked, expired and unknown tokens apart', async () => {
    const unit = simulator.unitNamed('Berlin')
    const stoken = unit.issueStoken()
    unit.expireStokens()
    expect(await ask(simulator.url, stoken)).toEqual({ kind: 'refused', problem: 'expired', appleNumber: 9621 })
    unit.revokeStokens()
    expect(await ask(simulator.url, stoken)).toEqual({ kind: 'refused', problem: 'revoked', appleNumber: 9625 })
    expect(await ask(simulator.url, 'bm90IGhlcmU=')).toEqual({ kind: 'refused', problem: 'invalid', appleNumber: 9622 })
  })

  const answering = (response: object, count = 1) =>
    simulator.script({ get_client_config_responses: [{ count, response }] })

  test.each([
    [9622, 200, 'invalid'],
    [9637, 403, 'not-a-unit-token'],
    [9647, 403, 'not-a-unit-token'],
    [9634, 410, 'service-removed'],
    [9722, 401, 'invalid'],
  ])('number %i counts also with status %i', async (errorNumber, status, problem) => {
    answering({ status, body: { errorNumber, errorMessage: 'x' } })
    expect(await ask(simulator.url, 'x')).toEqual({ kind: 'refused', problem, appleNumber: errorNumber })
  })

  test.each([
    [9623, 401],
    [9602, 400],
    [9999, 400],
  ])('number %i says nothing about a content token', async (errorNumber, status) => {
    answering({ status, body: { errorNumber, errorMessage: 'x' } })
    expect(await ask(simulator.url, 'x')).toEqual({ kind: 'silent', code: 'ade.refused', appleNumber: errorNumber })
  })

  test.each([
    ['a number', { status: 429, body: { errorNumber: 9646, errorMessage: 'busy' } }],
    ['a number with 200', { status: 200, body: { errorNumber: 9603, errorMessage: 'internal' } }],
    ['no number', { status: 503, body: '' }],
  ])('a service that asks for a pause with %s is asked again', async (_how, response) => {
    answering(response, 2)
    expect((await ask(simulator.url, simulator.unitNamed('Berlin').issueStoken())).kind).toBe('config')
    expect(asked()).toHaveLength(3)
    answering(response, -1)
    expect(await ask(simulator.url, 'x')).toMatchObject({ kind: 'silent', code: 'ade.busy' })
  })

  it('a refusal without a number is Apple’s only where Apple answers beside it', async () => {
    answering({ status: 401, body: 'no' })
    expect(await ask(simulator.url, 'x')).toEqual({ kind: 'refused', problem: 'invalid', appleNumber: null })
    answering({ status: 401, body: 'no' })
    simulator.script({ get_service_config_responses: [{ response: { status: 200, body: '<html>sign in</html>' } }] })
    expect(await ask(simulator.url, 'x')).toMatchObject({ kind: 'silent', code: 'ade.not-apple' })
  })

  test.each([
    ['a page', { status: 200, body: '<html>sign in</html>' }, 'ade.not-apple'],
    ['half a document', { shortenBodyTo: 20 }, 'ade.not-apple'],
    ['an empty object', { status: 200, body: {} }, 'ade.protocol'],
    ['a list', { status: 200, body: [] }, 'ade.not-apple'],
    ['a redirection', { status: 302, headers: { location: 'https://elsewhere.example' }, body: '' }, 'net.redirected'],
  ])('%s is no word about the token', async (_what, response, code) => {
    answering(response, -1)
    expect(await ask(simulator.url, simulator.unitNamed('Berlin').issueStoken())).toMatchObject({
      kind: 'silent',
      code,
    })
  })

  it('keeps the token out of the log', async () => {
    const lines: string[] = []
    const note = (...told: unknown[]) => void lines.push(JSON.stringify(told))
    const stoken = simulator.unitNamed('Berlin').issueStoken()
    const client = clientFor(simulator.url, stoken, { ...silentLog, debug: note, info: note, warn: note, error: note })
    await client.ask()
    answering({ resetAtByte: 10 }, -1)
    await client.ask()
    await client.close()
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).not.toContain(stoken.slice(0, 20))
  })
})

it('says that nobody is there', async () => {
  expect(await ask('http://127.0.0.1:9', 'x')).toMatchObject({ kind: 'silent', code: 'net.unreachable' })
})

it('reads no more than a bounded answer', async () => {
  const server: Server = createServer((_request, response) => response.end(`{"uId":"${'1'.repeat(300_000)}"}`))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await ask(`http://127.0.0.1:${port}`, 'x')).toMatchObject({ kind: 'silent', code: 'net.too-large' })
  server.close()
})

it('ends when nobody waits any more', async () => {
  const server: Server = createServer(() => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = clientFor(`http://127.0.0.1:${port}`, 'x')
  const stopped = new AbortController()
  const asking = client.ask({ signal: stopped.signal })
  setTimeout(() => stopped.abort(), 50)
  await expect(asking).rejects.toThrow()
  await client.close()
  server.closeAllConnections()
  server.close()
})

test.each([
  ['https://mdmenrollment.apple.com', 'https://vpp.itunes.apple.com/mdm/v2'],
  ['http://127.0.0.1:1234', 'http://127.0.0.1:1234/mdm/v2'],
  ['http://127.0.0.1:1234/sim/a/', 'http://127.0.0.1:1234/sim/a/mdm/v2'],
  ['https://notapple.com', 'https://notapple.com/mdm/v2'],
])('who talks to %s asks at %s', (appleUrl, expected) => {
  expect(contentAddress(appleUrl)).toBe(expected)
})
