import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  ACCOUNT,
  failureOf,
  inTurn,
  NOW,
  openClient,
  skippingClock,
  startApple,
  startServer,
  type Play,
} from './setup.ts'

const twelve = Array.from({ length: 12 })
const refused = (status: number, body = ''): Play => ({ status, body })

test('many calls at once open one session', async () => {
  const apple = await startApple(() => ACCOUNT)
  const client = openClient(apple.url)
  await Promise.all(twelve.map(() => client.account()))
  expect([apple.logins(), apple.calls().length, client.requestCount()]).toEqual([1, 12, 13])
})

test('a session renamed by any answer, even by an error, is used from then on', async () => {
  const apple = await startApple((_request, index) => ({
    ...(index === 1 ? { status: 400, body: 'INVALID_CURSOR' } : { body: {} }),
    headers: { 'X-ADM-Auth-Session': `R${index}` },
  }))
  const client = openClient(apple.url)
  await client.page({ mode: 'fetch', cursor: null, limit: 1 })
  await failureOf(client.page({ mode: 'fetch', cursor: null, limit: 1 }))
  await client.page({ mode: 'fetch', cursor: null, limit: 1 })
  expect(apple.calls().map(({ headers }) => headers['x-adm-auth-session'])).toEqual(['S1', 'R0', 'R1'])
  expect(apple.logins()).toBe(1)
})

test('a session refused right after it was opened is renewed once', async () => {
  const apple = await startApple(inTurn(refused(401, 'UNAUTHORIZED'), ACCOUNT))
  expect((await openClient(apple.url).account()).serverName).toBe('Berlin')
  expect(apple.paths()).toEqual(['/session', '/account', '/session', '/account'])
})

test('twelve calls refused at once renew the session once', async () => {
  let refuse = () => {}
  const allHere = new Promise<void>((resolve) => (refuse = resolve))
  let here = 0
  const apple = await startApple(async ({ headers }) => {
    if (headers['x-adm-auth-session'] !== 'S1') return ACCOUNT
    if (++here === 12) refuse()
    await allHere
    return refused(401)
  })
  const client = openClient(apple.url)
  const accounts = await Promise.all(twelve.map(() => client.account()))
  expect(accounts.map(({ serverName }) => serverName)).toEqual(twelve.map(() => 'Berlin'))
  expect(apple.logins()).toBe(2)
})

test('a call refused with an older session goes on with the newer one instead of opening a third', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const apple = await startApple(async ({ headers, path }) => {
    if (path === '/devices') await held
    return headers['x-adm-auth-session'] === 'S1' ? refused(401) : { body: {} }
  })
  const client = openClient(apple.url)
  const slow = client.deviceDetails(['A'])
  await client.account()
  release()
  await slow
  expect(apple.logins()).toBe(2)
  expect(
    apple
      .calls()
      .filter(({ path }) => path === '/devices')
      .map(({ headers }) => headers['x-adm-auth-session']),
  ).toEqual(['S1', 'S2'])
})

test('an answer to an older session does not take the newer one away', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const apple = await startApple(async ({ headers, path }) => {
    if (path === '/devices') {
      await held
      return { body: {}, headers: { 'X-ADM-Auth-Session': 'outdated' } }
    }
    return headers['x-adm-auth-session'] === 'S1' ? refused(401) : ACCOUNT
  })
  const client = openClient(apple.url)
  const slow = client.deviceDetails(['A'])
  await client.account()
  release()
  await slow
  await client.account()
  expect(apple.calls().at(-1)?.headers['x-adm-auth-session']).toBe('S2')
})

test.each([
  [401, ''],
  [401, 'UNAUTHORIZED'],
  [401, '<html>401</html>'],
  [403, 'FORBIDDEN'],
  [403, '"FORBIDDEN"\n'],
  [403, '{"code":"FORBIDDEN"}'],
  [400, 'EXPIRED_TOKEN'],
  [401, 'EXPIRED_TOKEN'],
  [403, 'EXPIRED_TOKEN'],
])('%i %s for ever is asked twice and then reported as a session that does not hold', async (status, body) => {
  const apple = await startApple(() => refused(status, body))
  expect((await failureOf(openClient(apple.url).account())).code).toBe('auth.session')
  expect([apple.logins(), apple.calls().length]).toEqual([2, 2])
})

test.each([
  [403, 'T_C_NOT_SIGNED', 'terms.not-accepted'],
  [403, '"T_C_NOT_SIGNED"', 'terms.not-accepted'],
  [403, 'ACCESS_DENIED', 'access.denied'],
  [403, 'ORG_NOT_SUPPORTED', 'ade.refused'],
  [403, 'APPLE_SEED_FOR_IT_TURNED_OFF', 'ade.refused'],
  [403, 'NOT_FORBIDDEN_X', 'ade.refused'],
  [403, '', 'ade.refused'],
  [404, 'FORBIDDEN', 'ade.refused'],
])('%i %s is no matter of the session: %s at once', async (status, body, code) => {
  const apple = await startApple(() => refused(status, body))
  expect((await failureOf(openClient(apple.url).account())).code).toBe(code)
  expect(apple.paths()).toEqual(['/session', '/account'])
})

describe('what /session answers is told apart, and asked once', () => {
  const late = { Date: new Date(NOW + 600_000).toUTCString() }
  test.each<[string, Play, string]>([
    ['401', refused(401), 'auth.rejected'],
    ['401 token_rejected', refused(401, 'oauth_problem=token_rejected'), 'auth.rejected'],
    ['401 token_expired', refused(401, 'oauth_problem=token_expired'), 'auth.expired'],
    ['401 signature_invalid', refused(401, 'oauth_problem=signature_invalid'), 'auth.rejected'],
    ['403 FORBIDDEN', refused(403, 'FORBIDDEN'), 'auth.rejected'],
    ['400 in free words', refused(400, 'oauth_problem_adviceBad Request'), 'auth.rejected'],
    ['400 empty', refused(400), 'auth.rejected'],
    ['401 and another time', { status: 401, headers: late }, 'auth.clock'],
    ['400 and another time', { status: 400, headers: late }, 'auth.clock'],
    ['timestamp_refused', refused(401, 'oauth_problem=timestamp_refused'), 'auth.clock'],
    ['403 ACCESS_DENIED', refused(403, 'ACCESS_DENIED'), 'access.denied'],
    ['403 T_C_NOT_SIGNED', refused(403, '"T_C_NOT_SIGNED"'), 'terms.not-accepted'],
    ['429', refused(429, 'TOO_MANY_REQUESTS'), 'ade.busy'],
    ['400 USER_AGENT_INVALID', refused(400, 'USER_AGENT_INVALID'), 'ade.refused'],
    ['405', refused(405), 'ade.refused'],
    ['403 with a page', refused(403, '<html>blocked</html>'), 'ade.not-apple'],
    ['200 without a token', { body: {} }, 'ade.protocol'],
    ['200 with an empty token', { body: { auth_session_token: '' } }, 'ade.protocol'],
    ['200 with a token no header can hold', { body: { auth_session_token: 'a\r\nb' } }, 'ade.protocol'],
    ['200 with text', { body: 'welcome' }, 'ade.not-apple'],
  ])('%s', async (_name, play, code) => {
    const apple = await startApple(
      () => ACCOUNT,
      () => play,
    )
    expect((await failureOf(openClient(apple.url).account())).code).toBe(code)
    expect(apple.paths()).toEqual(['/session'])
  })
})

test('a refused session tells by how much the clocks differ', async () => {
  const clock = skippingClock(NOW + 3_600_000)
  const apple = await startApple(
    () => ACCOUNT,
    () => refused(401),
  )
  const client = openClient(apple.url, { clock })
  const { code, message, facts } = await failureOf(client.account())
  expect([code, facts['clockSkewSeconds'], client.clockSkewSeconds()]).toEqual(['auth.clock', 3600, 3600])
  expect(message).toBe("it is 3600 seconds ahead of Apple's")
})

test('a service in trouble is asked for a session again, signed anew', async () => {
  const apple = await startApple(
    () => ACCOUNT,
    (login) => (login < 3 ? refused(503) : { body: { auth_session_token: 'S' } }),
  )
  await openClient(apple.url).account()
  const signatures = apple.requests.flatMap(({ headers }) => headers['authorization'] ?? [])
  const nonces = signatures.map((header) => /oauth_nonce="(\w+)"/.exec(header)?.[1])
  expect([signatures.length, new Set(nonces).size]).toEqual([3, 3])
})

test('a failed opening fails for all who waited, and the next call tries again', async () => {
  const apple = await startApple(
    () => ACCOUNT,
    (login) => (login === 1 ? refused(401) : { body: { auth_session_token: 'S' } }),
  )
  const client = openClient(apple.url)
  const failures = await Promise.all([failureOf(client.account()), failureOf(client.account())])
  expect(failures.map(({ code }) => code)).toEqual(['auth.rejected', 'auth.rejected'])
  expect((await client.account()).serverName).toBe('Berlin')
})

test('one caller giving up does not take the session from the others', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const server = await startServer(async ({ path }) => {
    if (path !== '/session') return ACCOUNT
    await held
    return { body: { auth_session_token: 'S' } }
  })
  const client = openClient(server.url)
  const giving = new AbortController()
  const given = failureOf(client.account({ signal: giving.signal }))
  const kept = client.account()
  while (server.requests.length === 0) await nextTurn()
  giving.abort(new Error('enough'))
  expect((await given).message).toBe('enough')
  release()
  expect((await kept).serverName).toBe('Berlin')
})

test('clients of two tokens share no session', async () => {
  const apple = await startApple(() => ACCOUNT)
  await openClient(apple.url).account()
  await openClient(apple.url).account()
  expect(apple.calls().map(({ headers }) => headers['x-adm-auth-session'])).toEqual(['S1', 'S2'])
})
