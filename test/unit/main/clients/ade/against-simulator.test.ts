import { expect, onTestFinished, test } from 'vitest'
import { createAdeClient, type SyncClient } from '../../../../../main/clients/ade/index.ts'
import type { WireDevice } from '../../../../../main/clients/ade/wire.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { createSimulator, type SimulatorOptions } from '../../../../../main/simulator/server.ts'
import { toSyncClient } from '../../../../fakes/ade-client.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { failureOf, skippingClock } from './setup.ts'

/** The client against a service that was written from the same documentation by somebody else. */
async function startBoth(options: SimulatorOptions = {}) {
  const clock = skippingClock()
  const simulator = await createSimulator({ now: clock.now, ...options })
  onTestFinished(simulator.close)
  const values = simulator.issueValues()
  const ade = createAdeClient(
    {
      consumerKey: values.consumer_key,
      consumerSecret: values.consumer_secret,
      accessToken: values.access_token,
      accessSecret: values.access_secret,
    },
    { appleUrl: simulator.url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 },
    { clock, random: createSeededRandom(1), log: silentLog, version: '1.2.3' },
  )
  onTestFinished(ade.close)
  return { simulator, client: { ...ade, page: toSyncClient(ade, clock).page } }
}

async function fetchAll(client: Pick<SyncClient, 'page'>): Promise<readonly WireDevice[]> {
  const all: WireDevice[] = []
  let cursor: string | null = null
  for (
    let page = await client.page({ mode: 'fetch', cursor: null, limit: 100 });
    ;
    page = await client.page({ mode: 'fetch', cursor, limit: 100 })
  ) {
    all.push(...page.devices)
    if (!page.moreToFollow || page.cursor === null) return all
    cursor = page.cursor
  }
}

test('a strict service accepts every call, below a path and with the realm required', async () => {
  const { simulator, client } = await startBoth({ devices: 250, prefix: '/sim/a', requireRealm: true })
  const account = await client.account()
  const devices = await fetchAll(client)
  const details = await client.deviceDetails([devices[0]!.serial_number, 'UNKNOWN'])
  expect([account.serverName, account.limits.find(({ uri }) => uri === '/server/devices')?.maximum]).toEqual([
    'ADE Desk demo',
    1000,
  ])
  expect(new Set(devices.map(({ serial_number }) => serial_number)).size).toBe(250)
  expect([details[devices[0]!.serial_number]?.response_status, details['UNKNOWN']?.response_status]).toEqual([
    'SUCCESS',
    expect.stringMatching(/^NOT_/),
  ])
  expect(await client.replacementDetails(devices[0]!.serial_number)).toBe(undefined)
  expect(simulator.log().filter(({ status }) => status !== 200 && status !== 404)).toEqual([])
})

test('a session renamed on every answer, and on every second one, is opened once', async () => {
  for (const rotateEvery of [1, 2]) {
    const { simulator, client } = await startBoth({ devices: 1000, rotateEvery })
    expect((await fetchAll(client)).length).toBe(1000)
    expect(simulator.stats().sessionsOpened).toBe(1)
  }
})

test('calls at the same time survive that each answer renames the session of all', async () => {
  const { simulator, client } = await startBoth({ rotateEvery: 1 })
  const accounts = await Promise.all(Array.from({ length: 12 }, () => client.account()))
  expect(accounts.map(({ serverName }) => serverName)).toEqual(accounts.map(() => 'ADE Desk demo'))
  expect(simulator.stats().sessionsOpened).toBe(1)
})

test('a session that ends in between is renewed', async () => {
  const { simulator, client } = await startBoth()
  await client.account()
  simulator.endSessions()
  await client.account()
  expect(simulator.stats().sessionsOpened).toBe(2)
})

test.each([
  [600_000, 'auth.clock', -600],
  [-600_000, 'auth.clock', 600],
])('a clock %i ms ahead of ours gives %s', async (clockSkewMs, code, skewSeconds) => {
  const { client } = await startBoth({ clockSkewMs })
  expect((await failureOf(client.account())).code).toBe(code)
  expect(client.clockSkewSeconds()).toBe(skewSeconds)
})

test.each(['bare', 'quoted', 'object'] as const)('error words are understood when they come %s', async (errorForm) => {
  const { simulator, client } = await startBoth({ errorForm })
  const { code, facts } = await failureOf(client.page({ mode: 'sync', cursor: 'nonsense', limit: 10 }))
  expect([code, facts['appleCode']]).toEqual(['ade.cursor', 'INVALID_CURSOR'])
  simulator.service.change({ hasAcceptedTerms: false })
  expect((await failureOf(client.account())).code).toBe('terms.not-accepted')
})

test('a revoked token is told apart from one that is over', async () => {
  const revoked = await startBoth()
  revoked.simulator.revokeToken()
  expect((await failureOf(revoked.client.account())).code).toBe('auth.rejected')
  const over = await startBoth()
  over.simulator.expireToken()
  expect((await failureOf(over.client.account())).code).toBe('auth.expired')
})

test.each([
  { share: 1 / 3, rotateEvery: 0 },
  { share: 1 / 6, rotateEvery: 1 },
])('a list is read whole although answers are cut off: %j', async ({ share, rotateEvery }) => {
  const { simulator, client } = await startBoth({ devices: 2000, rotateEvery })
  simulator.cutConnections({ share, seed: 7 })
  const devices = await fetchAll(client)
  expect(new Set(devices.map(({ serial_number }) => serial_number)).size).toBe(2000)
  expect(client.requestCount()).toBeGreaterThan(22)
})

test.each([
  [{ isGzipped: true }, undefined],
  [{ status: 503 }, undefined],
  [{ shortenBodyTo: 20 }, undefined],
  [{ status: 302, headers: { Location: 'https://login.example/' } }, 'net.redirected'],
  [{ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html></html>' }, 'ade.not-apple'],
])('one answer of %j leads to %s', async (response, code) => {
  const { simulator, client } = await startBoth()
  simulator.script({ get_account_responses: [{ response }] })
  if (code === undefined) expect((await client.account()).serverName).toBe('ADE Desk demo')
  else expect((await failureOf(client.account())).code).toBe(code)
})
