import { expect, onTestFinished, test } from 'vitest'
import type { WaitNotice } from '../../../../main/clients/ade/client-type.ts'
import { withPageReader } from '../../../../main/clients/ade/page-reader.ts'
import { startAde } from '../../../../main/jobs/start-ade.ts'
import { systemClock as clock } from '../../../../main/ports/clock.ts'
import type { LogFields } from '../../../../main/ports/log.ts'
import { systemRandom as random } from '../../../../main/ports/random.ts'
import { createSimulator, type SimulatorOptions } from '../../../../main/simulator/server.ts'
import { failureOf } from '../clients/ade/setup.ts'

/** The thread that asks Apple, and a client in it for a simulator on this computer. */
async function startThread({ keepsDebug = true, ...options }: SimulatorOptions & { keepsDebug?: boolean } = {}) {
  const simulator = await createSimulator(options)
  onTestFinished(simulator.close)
  const logged: { readonly event: string; readonly fields: LogFields }[] = []
  const write = (event: string, fields: LogFields) => void logged.push({ event, fields })
  const ade = startAde({ version: '1.2.3', log: { keepsDebug, debug: write, info: write, warn: write, error: write } })
  onTestFinished(ade.stop)
  await ade.ready
  const values = simulator.issueValues()
  const credentials = {
    consumerKey: values.consumer_key,
    consumerSecret: values.consumer_secret,
    accessToken: values.access_token,
    accessSecret: values.access_secret,
  }
  const network = { proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  const notices: WaitNotice[] = []
  const onWait = (notice: WaitNotice) => void notices.push(notice)
  const open = () =>
    withPageReader(ade.open(credentials, { ...network, appleUrl: simulator.url }, onWait), { clock, random, onWait })
  return { simulator, ade, open, logged, notices, values }
}

test('every page arrives whole, each once, and the requests are counted', async () => {
  const { open, simulator } = await startThread({ devices: 2500 })
  const client = open()
  await client.account()
  const serials = new Set<string>()
  let cursor: string | null = null
  do {
    const page = await client.page({ mode: 'fetch', cursor, limit: 300 })
    for (const { serial_number } of page.devices) serials.add(serial_number)
    cursor = page.moreToFollow ? page.cursor : null
  } while (cursor !== null)
  await client.close()
  // A session, the account, nine pages.
  expect([serials.size, client.requestCount(), simulator.stats().requests]).toEqual([2500, 11, 11])
})

test('a refusal keeps its code and what is known about it', async () => {
  const { open } = await startThread({ devices: 10 })
  const { code, facts } = await failureOf(open().page({ mode: 'sync', cursor: 'nonsense', limit: 10 }))
  expect([code, facts['appleCode'], facts['status']]).toEqual(['ade.cursor', 'INVALID_CURSOR', 400])
})

test('a pause is told before it ends', async () => {
  const { open, simulator, notices } = await startThread({ devices: 10 })
  simulator.script({ get_account_responses: [{ response: { status: 503, headers: { 'Retry-After': '2' } } }] })
  const started = Date.now()
  await open().account()
  expect(notices).toEqual([{ until: expect.closeTo(started + 2000, -3) as number, reason: 'ade.busy' }])
})

test('a page that ends in the middle is asked for again', async () => {
  const { open, simulator, notices } = await startThread({ devices: 50 })
  simulator.script({ post_server_devices_responses: [{ response: { shortenBodyTo: 1000 } }] })
  const page = await open().page({ mode: 'fetch', cursor: null, limit: 100 })
  expect([page.devices.length, notices.map(({ reason }) => reason)]).toEqual([50, ['net.unreachable']])
})

test('who cancels gets the reason of the signal, and the next call works', async () => {
  const { open } = await startThread({ devices: 10, latencyMs: 300 })
  const client = open()
  const cancelling = new AbortController()
  const reason = new Error('enough')
  setTimeout(() => cancelling.abort(reason), 50)
  await expect(client.account({ signal: cancelling.signal })).rejects.toBe(reason)
  expect((await client.account()).serverName).toBeTypeOf('string')
})

test('an address that credentials must not be sent to is refused with its name', async () => {
  const { ade } = await startThread()
  const credentials = { consumerKey: 'k', consumerSecret: 's', accessToken: 't', accessSecret: 'a' }
  const network = { proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  const client = ade.open(credentials, { ...network, appleUrl: 'http://apple.example' }, () => {})
  expect((await failureOf(client.account())).code).toBe('bad-input')
})

test('nothing that is logged names a secret', async () => {
  const { open, logged, values } = await startThread({ devices: 10 })
  const client = open()
  await client.account()
  await failureOf(client.page({ mode: 'sync', cursor: 'nonsense', limit: 10 }))
  const text = JSON.stringify(logged)
  expect([
    logged.length > 0,
    ...[values.consumer_secret, values.access_secret, values.access_token].map((secret) => text.includes(secret)),
  ]).toEqual([true, false, false, false])
})

test.each([
  [true, ['ade.answer', 'ade.answer']],
  [false, []],
])('lines of debug are sent only where they are kept (%s)', async (keepsDebug, expected) => {
  const { open, logged } = await startThread({ devices: 10, keepsDebug })
  await open().account()
  expect(logged.map(({ event }) => event)).toEqual(expected)
})
