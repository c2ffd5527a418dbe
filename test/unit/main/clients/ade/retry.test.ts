import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { retryAfterMs, Transient, withRetries, type Trouble } from '../../../../../main/clients/ade/retry.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { ACCOUNT, failureOf, inTurn, NOW, openClient, skippingClock, startApple, type Play } from './setup.ts'

const always = (fraction: number) => ({ ...createSeededRandom(1), fraction: () => fraction })
const SLOWEST = always(1)

test.each([
  ['3', 3000],
  [' 120 ', 120_000],
  ['999999', 999_999_000],
  [new Date(NOW + 7000).toUTCString(), 7000],
  ['Thursday, 01-Oct-26 12:00:09 GMT', 9000],
  [new Date(NOW - 7000).toUTCString(), undefined],
  ['0', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['2026', 2_026_000],
  ['2027-01-01', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j asks for a wait of %j ms', (value, expected) => {
  expect(retryAfterMs(value, NOW)).toBe(expected)
})

describe('waits', () => {
  async function waitsOf(trouble: Trouble, fraction: number): Promise<readonly number[]> {
    const clock = skippingClock()
    const attempt = () => Promise.reject(new Transient(trouble, new AppError('ade.busy', 'no')))
    const patience = { clock, random: always(fraction), signal: undefined, isRepeatable: true, onWait: undefined }
    await failureOf(withRetries(attempt, patience))
    return clock.waits
  }

  test.each<[Trouble, readonly number[]]>([
    ['busy', [1000, 2000, 4000, 8000]],
    ['broken', [1000, 2000, 4000, 8000]],
    ['silent', [1000, 2000]],
    ['unreachable', [250, 500]],
  ])('grow with each attempt and end: %s', async (trouble, waits) => {
    expect(await waitsOf(trouble, 1)).toEqual(waits)
  })

  test('are spread over the whole of their length', async () => {
    expect(await waitsOf('busy', 0.25)).toEqual([250, 500, 1000, 2000])
    expect(await waitsOf('busy', 0)).toEqual([0, 0, 0, 0])
  })
})

test('what must not be done twice is tried once', async () => {
  let attempts = 0
  const attempt = () => {
    attempts++
    return Promise.reject(new Transient('broken', new AppError('net.unreachable', 'cut')))
  }
  const patience = {
    clock: skippingClock(),
    random: SLOWEST,
    signal: undefined,
    isRepeatable: false,
    onWait: undefined,
  }
  const { code, facts } = await failureOf(withRetries(attempt, patience))
  expect([code, facts['cause'], attempts]).toEqual(['ade.outcome-unknown', 'net.unreachable', 1])
})

test('a wait the service asks for comes before our own: 503, then 429 with Retry-After 3, take four seconds', async () => {
  const clock = skippingClock()
  const notices: unknown[] = []
  const apple = await startApple(
    inTurn({ status: 503 }, { status: 429, headers: { 'Retry-After': '3' }, body: 'TOO_MANY_REQUESTS' }, ACCOUNT),
  )
  const client = openClient(apple.url, { clock, random: SLOWEST, onWait: (notice) => notices.push(notice) })
  expect((await client.account()).serverName).toBe('Berlin')
  expect(clock.waits).toEqual([1000, 3000])
  expect(notices).toEqual([
    { until: NOW + 1000, reason: 'ade.busy' },
    { until: NOW + 4000, reason: 'ade.busy' },
  ])
})

test('who is told to come back after more than five minutes is told so at once', async () => {
  const clock = skippingClock()
  const apple = await startApple(inTurn({ status: 429, headers: { 'Retry-After': '86400' } }, ACCOUNT))
  expect((await failureOf(openClient(apple.url, { clock }).account())).code).toBe('ade.busy')
  // One for the session, one for the account.
  expect([clock.waits, apple.requests.length]).toEqual([[], 2])
})

test('a Retry-After date is measured against Apple’s clock, not ours', async () => {
  const clock = skippingClock(NOW - 86_400_000)
  const later = { 'Retry-After': new Date(NOW + 20_000).toUTCString() }
  const apple = await startApple(inTurn({ status: 429, headers: later }, ACCOUNT))
  await openClient(apple.url, { clock }).account()
  expect(clock.waits).toEqual([20_000])
})

test.each<[number, string]>([
  [429, 'TOO_MANY_REQUESTS'],
  [500, ''],
  [502, '<html>Bad Gateway</html>'],
  [503, ''],
  [504, ''],
])('%i for ever is asked five times and told as busy', async (status, body) => {
  const apple = await startApple(() => ({ status, body, headers: { 'Retry-After': '7', 'X-Apple-Request-UUID': 'u' } }))
  const { code, facts } = await failureOf(openClient(apple.url).account())
  expect(code).toBe('ade.busy')
  expect(facts).toMatchObject({ status, retryAfterSeconds: 7, requestId: 'u' })
  expect([apple.logins(), apple.calls().length]).toEqual([1, 5])
})

test.each<[number, string]>([
  [400, 'MALFORMED_REQUEST_BODY'],
  [404, ''],
  [405, ''],
  [501, ''],
])('%i is not asked again', async (status, body) => {
  const apple = await startApple(() => ({ status, body }))
  expect((await failureOf(openClient(apple.url).account())).code).toBe('ade.refused')
  expect(apple.calls().length).toBe(1)
})

test.each<[string, Play]>([
  ['401', { status: 401 }],
  ['503', { status: 503 }],
  ['a cut', (_response, socket) => socket.destroy()],
])('a request repeated after %s has the same bytes', async (_name, play) => {
  const apple = await startApple(inTurn(play, { body: {} }))
  await openClient(apple.url).deviceDetails(['Ä1', 'B2'])
  expect(apple.calls().map(({ body }) => body)).toEqual(['{"devices":["Ä1","B2"]}', '{"devices":["Ä1","B2"]}'])
})

test('a session whose new name is lost with a cut answer is renewed at the next attempt too', async () => {
  const apple = await startApple(
    inTurn({ status: 401 }, (_response, socket) => socket.destroy(), { status: 401 }, ACCOUNT),
  )
  expect((await openClient(apple.url).account()).serverName).toBe('Berlin')
  expect([apple.logins(), apple.calls().length]).toEqual([3, 4])
})

test('a wait that is cancelled ends at once', async () => {
  const clock = createFakeClock(NOW)
  const apple = await startApple(() => ({ status: 503 }))
  const cancelling = new AbortController()
  const failing = failureOf(openClient(apple.url, { clock }).account({ signal: cancelling.signal }))
  while (clock.sleeping() === 0) await nextTurn()
  cancelling.abort(new Error('enough'))
  expect((await failing).message).toBe('enough')
  expect([clock.sleeping(), apple.calls().length]).toEqual([0, 1])
})
